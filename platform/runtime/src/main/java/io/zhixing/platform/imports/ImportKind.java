package io.zhixing.platform.imports;

import java.util.Map;

/**
 * One kind of thing that can be imported; a service has a bean for each. The engine reads files, keeps jobs and results,
 * and runs chunks in transactions under the uploader's scope; the kind knows what a row means.
 *
 * @param <R> a row: its components are the columns, named and labelled by their {@code @Schema} description ("中文 English")
 */
public interface ImportKind<R extends Record> {

    /** As callers name it: {@code members}. */
    String name();

    Class<R> row();

    /** Columns that files may have and that are not read, such as a name beside a number: English name to Chinese label. */
    default Map<String, String> ignoredColumns() {
        return Map.of();
    }

    /**
     * Whether a row may refer to an earlier row of the same file. A dry run then runs in one transaction, so that it sees
     * those rows, and takes no more of them than an all-or-nothing import.
     */
    default boolean refersToItself() {
        return false;
    }

    /** Loads what rows refer to; called in a transaction under the uploader's scope, at the start and after a failure. */
    ImportRun<R> begin();
}
