package io.zhixing.platform.problem;

/** Where in a request a fault lies: exactly one of the four members is set. */
public record Place(String pointer, String parameter, String header, Long row) {

    /** An RFC 6901 pointer into the body, such as {@code /attendance/2/memberId}. */
    public static Place pointer(String pointer) {
        return new Place(pointer, null, null, null);
    }

    public static Place parameter(String name) {
        return new Place(null, name, null, null);
    }

    public static Place header(String name) {
        return new Place(null, null, name, null);
    }

    /** A data row of an import, from 1. */
    public static Place row(long row) {
        return new Place(null, null, null, row);
    }
}
