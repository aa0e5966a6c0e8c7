package io.zhixing.platform.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.zhixing.platform.imports.RowParser.Parsed;

/**
 * A job in one transaction: all rows or none. A dry run of rows that refer to each other goes the same way and is rolled
 * back.
 */
final class WholeRun<R extends Record> {

    private static final int SECONDS = 1_800;

    private final ImportJobs.Taken taken;
    private final ImportJob job;
    private final RowSource<R> rows;
    private final RowApplication<R> application;
    private final ImportJobs jobs;
    private final ImportProgress progress;
    private final ImportStatements statements;
    /** Rows in their hundred thousands are wrong in a few ways; each way is kept once. */
    private final Map<List<ImportResult.RowError>, List<ImportResult.RowError>> ways = new HashMap<>();

    WholeRun(ImportJobs.Taken taken, RowSource<R> rows, RowApplication<R> application, ImportJobs jobs,
            ImportProgress progress, ImportStatements statements) {
        this.taken = taken;
        this.job = taken.job();
        this.rows = rows;
        this.application = application;
        this.jobs = jobs;
        this.progress = progress;
        this.statements = statements;
    }

    void run(BooleanSupplier stopping) {
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(SECONDS));
        try {
            jobs.hold(taken);
            application.begin();
            var all = new ArrayList<ImportResult>();
            for (var chunk = rows.next(); !chunk.isEmpty(); chunk = rows.next()) {
                boolean cancelled = keepApart();
                if (cancelled) {
                    QuarkusTransaction.rollback();
                    cancel(all, chunk);
                    return;
                }
                if (stopping.getAsBoolean()) {
                    QuarkusTransaction.rollback();
                    jobs.release(taken);
                    return;
                }
                applied(chunk).forEach(one -> all.add(one.wasRejected() ? one.wrongAs(ways) : one));
            }
            end(all);
        } finally {
            if (QuarkusTransaction.isActive()) {
                QuarkusTransaction.rollback();
            }
        }
    }

    /**
     * In a transaction of its own, and without the caller's scope: entering it would queue behind a move in the tree, which
     * waits for the lock that the rows of this job hold.
     */
    private boolean keepApart() {
        var context = Arc.container().requestContext();
        var callers = context.getState();
        context.deactivate();
        try {
            return QuarkusTransaction.requiringNew().call(() -> jobs.keep(taken, ImportExecution.LEASE));
        } finally {
            context.activate(callers);
        }
    }

    private void end(List<ImportResult> all) {
        boolean refused = job.whole() && all.stream().anyMatch(ImportResult::wasRejected);
        if (!refused) {
            application.complete();
        }
        if (refused || job.dryRun()) {
            statements.constraintsNow();
            QuarkusTransaction.rollback();
            progress.endApart(taken, refused ? all.stream().map(WholeRun::undone).toList() : all,
                    ImportJob.State.COMPLETED);
        } else {
            progress.add(taken, all);
            jobs.end(taken, ImportJob.State.COMPLETED);
            QuarkusTransaction.commit();
        }
    }

    private void cancel(List<ImportResult> all, List<Parsed<R>> next) {
        for (var chunk = next; !chunk.isEmpty(); chunk = rows.next()) {
            all.addAll(application.notAttempted(chunk));
        }
        progress.endApart(taken, all.stream().map(ImportResult::notAttempted).toList(), ImportJob.State.CANCELLED);
    }

    private List<ImportResult> applied(List<Parsed<R>> chunk) {
        statements.savepoint();
        try {
            var became = application.apply(chunk);
            statements.releaseSavepoint();
            return became;
        } catch (RuntimeException failure) {
            var refusal = statements.refusal(failure);
            statements.rollBackToSavepoint();
            if (chunk.size() == 1) {
                return application.refused(chunk.get(0), refusal);
            }
            application.begin();
            return chunk.stream().flatMap(row -> applied(List.of(row)).stream()).toList();
        }
    }

    /** What was refused stays refused; the others were not applied because of it. */
    private static ImportResult undone(ImportResult one) {
        return one.wasRejected() ? one : one.notAttempted();
    }
}
