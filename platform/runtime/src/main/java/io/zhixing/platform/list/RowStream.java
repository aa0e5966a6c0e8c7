package io.zhixing.platform.list;

import java.io.IOException;

/** All rows of a list, read one by one from a database cursor while they are written. */
record RowStream<T>(Class<T> view, boolean byteOrderMark, boolean chineseHeader, Source<T> rows) {

    interface Source<T> {

        void forEach(Sink<T> sink) throws IOException;
    }

    interface Sink<T> {

        void accept(T row) throws IOException;
    }
}
