package io.zhixing.platform.imports;

import java.util.List;
import java.util.function.BooleanSupplier;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.zhixing.platform.imports.RowParser.Parsed;

/**
 * A job chunk by chunk, each in a transaction of its own. The results of a chunk are written in the transaction of its
 * rows, so a job that was killed goes on behind its last committed chunk: nothing twice, nothing missing.
 */
final class ChunkRun<R extends Record> {

    private final ImportJobs.Taken taken;
    private final RowSource<R> rows;
    private final RowApplication<R> application;
    private final ImportJobs jobs;
    private final ImportProgress progress;
    private final ImportStatements statements;

    ChunkRun(ImportJobs.Taken taken, RowSource<R> rows, RowApplication<R> application, ImportJobs jobs,
            ImportProgress progress, ImportStatements statements) {
        this.taken = taken;
        this.rows = rows;
        this.application = application;
        this.jobs = jobs;
        this.progress = progress;
        this.statements = statements;
    }

    void run(BooleanSupplier stopping) {
        begin();
        rows.skip(taken.job().rowsRead());
        boolean cancelled = jobs.keep(taken, ImportExecution.LEASE);
        for (var chunk = rows.next(); !chunk.isEmpty(); chunk = rows.next()) {
            if (stopping.getAsBoolean()) {
                jobs.release(taken);
                return;
            }
            if (cancelled) {
                cancel(chunk);
                return;
            }
            cancelled = apply(chunk);
        }
        jobs.end(taken, ImportJob.State.COMPLETED);
    }

    private void begin() {
        QuarkusTransaction.requiringNew().run(() -> {
            jobs.hold(taken);
            application.begin();
        });
    }

    /**
     * Together; when the database refuses one of them, row by row, so that only that one is refused. Whether the
     * uploader has asked to cancel the job.
     */
    private boolean apply(List<Parsed<R>> chunk) {
        try {
            return inTransaction(chunk);
        } catch (RuntimeException failure) {
            var refusal = statements.refusal(failure);
            begin();
            if (chunk.size() == 1) {
                return progress.addApart(taken, application.refused(chunk.get(0), refusal));
            }
            boolean cancelled = false;
            for (var row : chunk) {
                cancelled = apply(List.of(row));
            }
            return cancelled;
        }
    }

    private boolean inTransaction(List<Parsed<R>> chunk) {
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(ImportStatements.CHUNK_SECONDS));
        try {
            jobs.hold(taken);
            var became = application.apply(chunk);
            application.complete();
            if (taken.job().dryRun()) {
                statements.constraintsNow();
                QuarkusTransaction.rollback();
                return progress.addApart(taken, became);
            }
            boolean cancelled = progress.add(taken, became);
            QuarkusTransaction.commit();
            return cancelled;
        } finally {
            if (QuarkusTransaction.isActive()) {
                QuarkusTransaction.rollback();
            }
        }
    }

    private void cancel(List<Parsed<R>> next) {
        for (var chunk = next; !chunk.isEmpty(); chunk = rows.next()) {
            progress.addApart(taken, application.notAttempted(chunk));
        }
        jobs.end(taken, ImportJob.State.CANCELLED);
    }
}
