package io.zhixing.platform.list;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.ws.rs.core.MediaType;

import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.time.Ids;
import io.zhixing.platform.time.Shanghai;

/**
 * A list as it was asked for: filters by name, order, page. Absent filters are left out; what cannot be read is
 * gathered and refused together. Several filters are all required, a repeated one takes any of its values.
 */
public final class Query {

    static final int MAXIMUM_LIMIT = 200;
    private static final int DEFAULT_LIMIT = 50;

    private final ListParameters given;
    private final Faults faults = new Faults();
    private final Map<String, Object> filters = new LinkedHashMap<>();
    private String organization;
    private boolean directOnly;
    private LocalDate judgedOn;

    Query(ListParameters given) {
        this.given = given;
    }

    /** The organization by id or code: its subtree, or itself alone. */
    public Query subtree(String organization, String directOnly) {
        this.organization = organization;
        this.directOnly = flag("directOnly", directOnly);
        return this;
    }

    /** A parameter without which the list is no question. */
    public Query required(String name, String value) {
        faults.addIf(value == null, PlatformProblems.PARAMETER_REQUIRED.at(Place.parameter(name), name));
        return this;
    }

    public Query equal(String name, String value) {
        return filter(name, value);
    }

    public Query flagged(String name, String value) {
        return value == null ? this : filter(name, flag(name, value));
    }

    public Query day(String name, String value) {
        if (value != null) {
            Shanghai.day(value).ifPresentOrElse(day -> filter(name, day), () -> wrong(name, "YYYY-MM-DD"));
        }
        return this;
    }

    /** The day by which the list is judged: a filter, and what an export says of itself, with rows or without. */
    public Query judgedOn(String name, String value) {
        judgedOn = value == null ? null : Shanghai.day(value).orElse(null);
        return day(name, value);
    }

    public Query id(String name, String value) {
        if (value != null) {
            Ids.read(value).ifPresentOrElse(id -> filter(name, id), () -> wrong(name, "UUID"));
        }
        return this;
    }

    /** A whole number of a range, such as a year; the column that is compared with it is a number too. */
    public Query number(String name, String value, int least, int most) {
        if (value != null) {
            within(name, value, least, most).ifPresent(number -> filter(name, number));
        }
        return this;
    }

    /** A text of a known form, such as a code of so many digits. */
    public Query formed(String name, String value, Pattern form) {
        if (value != null && !form.matcher(value).matches()) {
            wrong(name, form.pattern());
            return this;
        }
        return filter(name, value);
    }

    /** One of the names that the service knows, where they are not the constants of an enum. */
    public Query named(String name, String value, Collection<String> known) {
        if (value != null && !known.contains(value)) {
            wrong(name, String.join("|", known));
            return this;
        }
        return filter(name, value);
    }

    /** What is kept of one resource, such as its steps and changes, in a list with the filters {@code resourceType} and {@code resource}. */
    public Query about(String resourceType, UUID resource) {
        return filter("resourceType", resourceType).filter("resource", resource);
    }

    public <E extends Enum<E>> Query oneOf(String name, List<String> values, Class<E> type) {
        if (values != null && !values.isEmpty()) {
            var known = List.of(type.getEnumConstants()).stream().map(Enum::name).toList();
            if (known.containsAll(values)) {
                filter(name, values.toArray(String[]::new));
            } else {
                wrong(name, String.join("|", known));
            }
        }
        return this;
    }

    /** Values that the service found and not the caller; none of them finds nothing. */
    public Query among(String name, List<String> values) {
        return filter(name, values.toArray(String[]::new));
    }

    int limit() {
        return given.limit == null
                ? DEFAULT_LIMIT
                : within("limit", given.limit, 1, MAXIMUM_LIMIT).orElse(DEFAULT_LIMIT);
    }

    boolean counted() {
        return flag("count", given.count);
    }

    boolean byteOrderMark() {
        return flag("bom", given.bom);
    }

    boolean chineseHeader() {
        return isChinese(given.header, faults);
    }

    /** The parameter {@code header} of whatever writes a file: whether its columns have their Chinese names; absent: not. */
    public static boolean isChinese(String header, Faults faults) {
        faults.addIf(header != null && !header.equals("zh") && !header.equals("en"),
                PlatformProblems.PARAMETER_INVALID.at(Place.parameter("header"), "header", "zh|en"));
        return "zh".equals(header);
    }

    Optional<MediaType> export() {
        return given.export();
    }

    Optional<LocalDate> judgedOn() {
        return Optional.ofNullable(judgedOn);
    }

    String sort() {
        return given.sort;
    }

    String cursor() {
        return given.cursor;
    }

    String organization() {
        return organization;
    }

    boolean directOnly() {
        return directOnly;
    }

    Map<String, Object> filters() {
        return filters;
    }

    /** The list that is asked for, as its address behind {@code /v1/} names it. */
    String subject() {
        return given.uri.getPath().replaceFirst(".*/v1/", "");
    }

    /** What a cursor is bound to: the path and everything that selects rows, in one order. */
    String fingerprint() {
        var selecting = new TreeMap<>(given.uri.getQueryParameters());
        selecting.keySet().removeAll(List.of("limit", "cursor", "count", "bom", "header"));
        return given.uri.getPath() + "?" + selecting;
    }

    void wrong(String name, String expected) {
        faults.add(PlatformProblems.PARAMETER_INVALID.at(Place.parameter(name), name, expected));
    }

    void refuseFaults() {
        if (export().isPresent() && (given.limit != null || given.cursor != null)) {
            wrong(given.limit != null ? "limit" : "cursor", "-");
        }
        faults.refuse();
    }

    private OptionalInt within(String name, String value, int least, int most) {
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return OptionalInt.of(number);
            }
        } catch (NumberFormatException noNumber) {
            // refused below
        }
        wrong(name, least + "-" + most);
        return OptionalInt.empty();
    }

    private Query filter(String name, Object value) {
        if (value != null) {
            filters.put(name, value);
        }
        return this;
    }

    /** A choice that is no filter of its own; refused with the others when it is neither true nor false. */
    public boolean isTrue(String name, String value) {
        return flag(name, value);
    }

    private boolean flag(String name, String value) {
        if (value == null || value.equals("true") || value.equals("false")) {
            return "true".equals(value);
        }
        wrong(name, "true|false");
        return false;
    }
}
