package io.zhixing.platform.list;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * All rows of a list, read one by one from a database cursor while they are written.
 *
 * @param changesCursor from which the change feed goes on
 * @param asOf the day by which the rows are judged, where they are judged by one
 */
record RowStream<T>(Class<T> view, boolean byteOrderMark, boolean chineseHeader, Optional<String> changesCursor,
        Optional<LocalDate> asOf, Source<T> rows) {

    interface Source<T> {

        void forEach(Sink<T> sink) throws IOException;
    }

    interface Sink<T> {

        void accept(T row) throws IOException;
    }
}
