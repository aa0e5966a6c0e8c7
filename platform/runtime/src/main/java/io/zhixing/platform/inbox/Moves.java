package io.zhixing.platform.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;

import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.sql.Sql;

/** Organizations that stand elsewhere in the tree, and the rows of this service that follow them. */
public final class Moves {

    /** One move as the publisher told it. */
    public record Move(String previousPath, String path) {}

    private record Step(String from, String to) {}

    private Moves() {}

    /**
     * Lets those finish who write by a former path; before any other lock of the transaction. Not for long: whoever queues
     * for a lock alone lets no writer pass, and an import of all or nothing holds the tree for minutes. It then fails with
     * 55P03, and the pipeline tries the batch again.
     */
    public static void awaitWriters(Connection pipeline) throws SQLException {
        Sql.call(pipeline, "set local lock_timeout = '300ms'");
        Sql.call(pipeline, "select await_writers()");
        Sql.call(pipeline, "set local lock_timeout to default");
    }

    /** In the order of their versions; needs {@link #awaitWriters} before. Moves that were followed already change nothing. */
    public static void follow(Connection pipeline, List<Move> moves) throws SQLException {
        var last = new HashMap<String, String>();
        for (int i = moves.size() - 1; i >= 0; i--) {   // where each path leads in the end
            var move = moves.get(i);
            last.put(move.previousPath(), last.getOrDefault(move.path(), move.path()));
        }
        var steps = last.entrySet().stream().map(entry -> new Step(entry.getKey(), entry.getValue())).toList();
        if (!steps.isEmpty()) {
            Sql.call(pipeline, "select follow_moves(?, ?)",
                    Batch.of(steps).column("text", Step::from).column("text", Step::to));
        }
    }
}
