package io.zhixing.platform.imports;

import java.util.List;
import java.util.function.Function;

/** The rows of one job being applied. Holds what was loaded once for all of them. */
public interface ImportRun<R extends Record> {

    /** What the row is known by outside, shown in its result; never a personal value. Null when the row does not say. */
    String key(R row);

    /** Texts of which no two rows of one file may share one; the key alone unless the kind says otherwise. */
    default List<String> uniqueKeys(R row) {
        var key = key(row);
        return key == null ? List.of() : List.of(key);
    }

    /**
     * Applies rows in the running transaction with their events, by a number of statements that does not depend on theirs.
     *
     * @return one outcome for each row, in order
     */
    List<RowOutcome> apply(List<ImportRow<R>> rows);

    /**
     * Once behind the last rows of a transaction, which in an all-or-nothing job are those of the whole file: for rows that
     * others write too, such as counters. Locked here, all together and in one order, they are held for a moment and not for
     * as long as the file is read, and nobody waits for them crosswise. What the database took back meanwhile is not there
     * any more, and the run that is asked may have begun after rows of another: what is gathered for this stands in the kind.
     */
    default void complete() {}

    /** Rows whose references were read at once; each is judged by itself, and what they made is written at once. */
    interface Chunk<R extends Record> {

        RowOutcome outcome(R row);

        void write();
    }

    /**
     * A run that keeps nothing from one chunk to the next.
     *
     * @param key as {@link #key}
     * @param gathered reads what these rows name
     */
    static <R extends Record> ImportRun<R> byChunks(Function<R, String> key, Function<List<R>, Chunk<R>> gathered) {
        return new ImportRun<>() {

            @Override
            public String key(R row) {
                return key.apply(row);
            }

            @Override
            public List<RowOutcome> apply(List<ImportRow<R>> rows) {
                var chunk = gathered.apply(rows.stream().map(ImportRow::value).toList());
                var outcomes = RowOutcome.ofEach(rows, row -> chunk.outcome(row.value()));
                chunk.write();
                return outcomes;
            }
        };
    }
}
