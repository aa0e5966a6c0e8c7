package io.zhixing.platform.imports;

import java.util.List;

/**
 * A row as it stands in the file: cells of CSV, or a line of NDJSON.
 *
 * @param row data row from 1
 * @param line physical line of the file on which it begins, from 1
 */
record RawRow(long row, long line, List<String> cells, String text) {

    /** Bytes that are no UTF-8 are read as this character; it has no other use in a file. */
    private static final char UNDECODABLE = '\uFFFD';

    boolean isUndecodable() {
        return cells == null
                ? text.indexOf(UNDECODABLE) >= 0
                : cells.stream().anyMatch(cell -> cell.indexOf(UNDECODABLE) >= 0);
    }
}
