package io.zhixing.city.load;

import java.util.function.Function;

/** Rows of CSV files, field by field as the columns of the imports are named. */
final class Rows {

    private Rows() {}

    /** No generated value holds a comma or a quote. */
    static void add(StringBuilder file, Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            file.append(i == 0 ? "" : ",").append(cells[i] == null ? "" : cells[i]);
        }
        file.append("\r\n");
    }

    /** The value of what may be absent; null, hence an empty cell, when it is. */
    static <T> Object of(T thing, Function<T, ?> value) {
        return thing == null ? null : value.apply(thing);
    }
}
