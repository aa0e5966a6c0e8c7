package io.zhixing.platform.imports;

import java.util.Set;

/**
 * A row that could be read. A null component means "keep what is stored" unless its name is among the cleared ones.
 *
 * @param row data row from 1
 * @param cleared columns that the file empties: the word NULL in CSV, null in JSON
 */
public record ImportRow<R extends Record>(long row, R value, Set<String> cleared) {}
