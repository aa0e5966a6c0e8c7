package io.zhixing.platform.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

import io.zhixing.platform.imports.RowParser.Parsed;
import io.zhixing.platform.problem.PlatformProblems;

/**
 * The rows of a file by chunks: read, judged one by one, and refused where their key was met before. While a chunk is
 * being applied, a thread reads the next one: reading is work of this JVM, applying is mostly the database's.
 */
final class RowSource<R extends Record> implements AutoCloseable {

    static final int CHUNK = 500;

    private final RowReader reader;
    private final RowParser<R> parser;
    private final Function<R, List<String>> uniqueKeys;
    private final Map<String, Long> firstRows = new HashMap<>();
    private final ExecutorService ahead = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "imports-reader");
        thread.setDaemon(true);
        return thread;
    });
    private CompletableFuture<List<Parsed<R>>> coming;

    /** @param uniqueKeys texts of which no two rows of the file may share one; asked for on another thread */
    RowSource(RowReader reader, Function<RowReader, RowParser<R>> parser, Function<R, List<String>> uniqueKeys) {
        this.reader = reader;
        this.parser = parser.apply(reader);
        this.uniqueKeys = uniqueKeys;
    }

    /** Passes over rows that an earlier attempt has applied; their keys are known from then on. Before the first chunk. */
    void skip(long rows) {
        for (long i = 0; i < rows; i++) {
            var parsed = parser.parse(reader.next());
            if (parsed.row() != null) {
                repeats(parsed.row());
            }
        }
    }

    /** The next rows in the order of the file; none at its end. */
    List<Parsed<R>> next() {
        var chunk = coming == null ? read() : await();
        coming = chunk.isEmpty()
                ? CompletableFuture.completedFuture(chunk)
                : CompletableFuture.supplyAsync(this::read, ahead);
        return chunk;
    }

    private List<Parsed<R>> await() {
        try {
            return coming.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }

    private List<Parsed<R>> read() {
        var chunk = new ArrayList<Parsed<R>>();
        while (chunk.size() < CHUNK && reader.hasNext()) {
            chunk.add(refusedWhenRepeated(parser.parse(reader.next())));
        }
        return chunk;
    }

    /** The second row of one key is refused whatever became of the first: which of the two is meant, a person must say. */
    private Parsed<R> refusedWhenRepeated(Parsed<R> parsed) {
        if (parsed.row() == null) {
            return parsed;
        }
        var first = repeats(parsed.row());
        return first == null
                ? parsed
                : new Parsed<>(parsed.raw(), parsed.row(), PlatformProblems.DUPLICATE_IN_FILE.about(first));
    }

    private Long repeats(ImportRow<R> row) {
        Long first = null;
        for (var key : uniqueKeys.apply(row.value())) {
            var earlier = firstRows.putIfAbsent(key, row.row());
            first = first == null ? earlier : first;
        }
        return first;
    }

    /** Returns when nothing is being read any more. */
    @Override
    public void close() {
        ahead.shutdown();
        if (coming != null) {
            coming.handle((chunk, failure) -> null).join();
        }
        reader.close();
    }
}
