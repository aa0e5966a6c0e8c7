package io.zhixing.platform.list;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.zhixing.platform.access.PathRange;

/** The SQL of one list query over one range of paths. */
final class Selection {

    private final Listing<?> listing;
    private final Listing.Order order;
    private final boolean descending;
    private final StringBuilder where = new StringBuilder("true");
    private final List<Object> values = new ArrayList<>();

    Selection(Listing<?> listing, Query query, Listing.Order order, boolean descending) {
        this.listing = listing;
        this.order = order;
        this.descending = descending;
        listing.placed().forEach(name -> values.add(query.filters().get(name)));
        listing.always().forEach(condition -> where.append(" and ").append(condition));
        query.filters().forEach((name, value) -> {
            if (listing.placed().contains(name)) {
                return;
            }
            var condition = listing.filters().get(name);
            if (condition == null) {
                throw new IllegalStateException("Filter " + name + " is not declared in the listing");
            }
            and(condition, value);
        });
    }

    Selection within(String column, PathRange range) {
        where.append(" and ").append(column).append(" >= ? and ").append(column).append(" < ?");
        values.add(range.from());
        values.add(range.to());
        return this;
    }

    Selection exactly(String column, Object value) {
        and(column + " = ?", value);
        return this;
    }

    /** Also rows without a value there. */
    Selection differing(String column, Object value) {
        and(column + " is distinct from ?", value);
        return this;
    }

    /** Also rows without a path there. */
    Selection outside(String column, PathRange range) {
        where.append(" and (").append(column).append(" is null or ").append(column).append(" < ? or ").append(column)
                .append(" >= ?)");
        values.add(range.from());
        values.add(range.to());
        return this;
    }

    Selection after(List<String> position) {
        where.append(" and (").append(String.join(", ", order.columns())).append(descending ? ") < (" : ") > (")
                .append(order.types().stream().map(type -> "?::" + type).collect(Collectors.joining(", "))).append(")");
        values.addAll(position);
        return this;
    }

    /** @param limit 0: all rows */
    String rows(int limit) {
        var direction = descending ? " desc" : "";
        var keys = IntStream.range(0, order.columns().size())
                .mapToObj(i -> "(" + order.columns().get(i) + ")::text as order_key_" + i)
                .collect(Collectors.joining(", "));
        var ordered = " order by "
                + order.columns().stream().map(column -> column + direction).collect(Collectors.joining(", "))
                + (limit > 0 ? " limit " + limit : "");
        var select = "select " + listing.columns() + ", " + keys + " from ";
        return isMerged()
                ? select + "(" + merged(ordered) + ") w" + ordered
                : select + listing.parts().get(0) + " where " + where + ordered;
    }

    String totals() {
        var sums = listing.measures().values().stream().map(measure -> ", coalesce(sum(" + measure + "), 0)")
                .collect(Collectors.joining());
        return "select count(*)" + sums + " from "
                + (isMerged() ? "(" + merged("") + ") w" : listing.parts().get(0) + " where " + where);
    }

    private boolean isMerged() {
        return listing.parts().size() > 1;
    }

    /** The range, the conditions and the limit stand in each part, so that none is read further than a page needs. */
    private String merged(String ordered) {
        return listing.parts().stream().map(part -> "(select w.* from " + part + " where " + where + ordered + ")")
                .collect(Collectors.joining(" union all "));
    }

    private void and(String condition, Object value) {
        where.append(" and (").append(condition).append(")");
        condition.chars().filter(character -> character == '?').forEach(once -> values.add(value));
    }

    /** @param first position of the first parameter */
    void bind(PreparedStatement statement, int first) throws SQLException {
        for (int i = 0; i < values.size() * listing.parts().size(); i++) {
            var value = values.get(i % values.size());
            if (value instanceof String[] several) {
                statement.setArray(first + i, statement.getConnection().createArrayOf("text", several));
            } else {
                statement.setObject(first + i, value);
            }
        }
    }
}
