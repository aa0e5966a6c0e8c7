package io.zhixing.platform.list;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.zhixing.platform.sql.RowReader;

/**
 * A collection as it can be listed: what is selected, how it is scoped, ordered and filtered. The SQL stands in the
 * repository that builds it; {@link Lists} turns it into pages, totals and exports. A filter that no index serves is
 * not declared, so it cannot be asked for.
 */
public final class Listing<V> {

    /** @param columns SQL expressions, the last one unique; @param types their PostgreSQL types */
    record Order(List<String> columns, List<String> types) {

        private static final Set<String> NUMBERS = Set.of("bigint", "integer", "numeric", "smallint");

        /** Positions as the database orders them: path keys, days and ids compare as their texts do, numbers do not. */
        int compare(List<String> left, List<String> right) {
            for (int i = 0; i < types.size(); i++) {
                int order = NUMBERS.contains(types.get(i))
                        ? new BigDecimal(left.get(i)).compareTo(new BigDecimal(right.get(i)))
                        : left.get(i).compareTo(right.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        }
    }

    private final Class<V> view;
    private final String columns;
    private final List<String> parts;
    private final RowReader<V> reader;
    private final Map<String, Order> orders = new LinkedHashMap<>();
    private final Map<String, String> filters = new LinkedHashMap<>();
    private final Map<String, String> measures = new LinkedHashMap<>();
    private final List<String> always = new ArrayList<>();
    private final List<String> placed = new ArrayList<>();
    private String path;
    private String otherPath;
    private String person;

    private Listing(Class<V> view, String columns, List<String> parts, RowReader<V> reader) {
        this.view = view;
        this.columns = columns;
        this.parts = parts;
        this.reader = reader;
    }

    public static <V> Listing<V> of(Class<V> view, String columns, String from, RowReader<V> reader) {
        return new Listing<>(view, columns, List.of(from), reader);
    }

    /**
     * Rows of several places in one list. Each part is a select with the same columns in the same order, which conditions
     * and orders call {@code w}. A page reads of each part no more rows, in the list's order, than it shows itself.
     */
    public static <V> Listing<V> merging(Class<V> view, String columns, List<String> parts, RowReader<V> reader) {
        return new Listing<>(view, columns, parts.stream().map(part -> "(" + part + ") w").toList(), reader);
    }

    /** The same columns of rows found by another way, with orders and filters of its own. */
    public Listing<V> from(String tables) {
        return new Listing<>(view, columns, List.of(tables), reader);
    }

    /** The column with the path key by which rows are in or out of a scope; without it everybody who may call sees all. */
    public Listing<V> scopedBy(String path) {
        this.path = path;
        return this;
    }

    /**
     * The column with the path of the other side, null where there is none: whoever sees one of both sees the row. The second
     * side is asked after the first and without what that one answered, so nothing comes twice and each question is one range.
     */
    public Listing<V> sharedWith(String path) {
        this.otherPath = path;
        return this;
    }

    /** The column with the person whom a row is about: he sees it himself, whatever his scope. */
    public Listing<V> ofPerson(String column) {
        this.person = column;
        return this;
    }

    /**
     * An order that callers may ask for by name; the first one declared holds when none is named.
     *
     * @param columns expression and type alternately, the last one unique: {@code "m.organization_path", "text", "m.id", "uuid"}
     */
    public Listing<V> orderedBy(String name, String... columns) {
        var expressions = new ArrayList<String>();
        var types = new ArrayList<String>();
        for (int i = 0; i < columns.length; i += 2) {
            expressions.add(columns[i]);
            types.add(columns[i + 1]);
        }
        orders.put(name, new Order(expressions, types));
        return this;
    }

    /** A filter and its condition, in which every {@code ?} takes the filter's one value. */
    public Listing<V> filter(String name, String condition) {
        filters.put(name, condition);
        return this;
    }

    /** A condition that always holds. */
    public Listing<V> where(String condition) {
        always.add(condition);
        return this;
    }

    /**
     * Filters without a condition of their own: each takes one {@code ?} of what is selected from, in order. Such a list is
     * asked with all of them, such as the day as of which it counts.
     */
    public Listing<V> placing(String... filters) {
        placed.addAll(List.of(filters));
        return this;
    }

    /** A whole-number measure that {@code count=true} sums over all rows. */
    public Listing<V> measure(String name, String expression) {
        measures.put(name, expression);
        return this;
    }

    Class<V> view() {
        return view;
    }

    String columns() {
        return columns;
    }

    List<String> parts() {
        return parts;
    }

    /** The same columns of the rows on which this condition holds, as far as the caller sees them. */
    public String selecting(String condition) {
        return "select " + columns + " from " + parts.get(0) + " where " + condition;
    }

    public RowReader<V> reader() {
        return reader;
    }

    String path() {
        return path;
    }

    String otherPath() {
        return otherPath;
    }

    String person() {
        return person;
    }

    Map<String, Order> orders() {
        return orders;
    }

    Map<String, String> filters() {
        return filters;
    }

    Map<String, String> measures() {
        return measures;
    }

    List<String> placed() {
        return placed;
    }

    List<String> always() {
        return always;
    }
}
