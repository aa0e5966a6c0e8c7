package io.zhixing.platform.imports;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import jakarta.enterprise.context.RequestScoped;
import jakarta.validation.Validator;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.zhixing.platform.problem.DatabaseProblems;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;

/**
 * Works off one job, chunk by chunk. The results of a chunk are written in the transaction of its rows, so a job that
 * was killed goes on behind its last committed chunk: nothing twice, nothing missing.
 */
@RequestScoped
class ImportExecution {

    static final Duration LEASE = Duration.ofSeconds(15);

    private static final int CHUNK = 500;
    private static final int CHUNK_SECONDS = 120;
    private static final int WHOLE_SECONDS = 1_800;

    private final ImportKinds kinds;
    private final ImportJobs jobs;
    private final ImportResults results;
    private final UploadStore uploads;
    private final AgroalDataSource database;
    private final DatabaseProblems problems;
    private final ObjectMapper json;
    private final Validator validator;

    ImportExecution(ImportKinds kinds, ImportJobs jobs, ImportResults results, UploadStore uploads,
            AgroalDataSource database, DatabaseProblems problems, ObjectMapper json, Validator validator) {
        this.kinds = kinds;
        this.jobs = jobs;
        this.results = results;
        this.uploads = uploads;
        this.database = database;
        this.problems = problems;
        this.json = json;
        this.validator = validator;
    }

    /** @param stopping whether the service ends: the job is then left for the next start */
    void run(ImportJobs.Taken taken, BooleanSupplier stopping) {
        run(kinds.named(taken.job().kind()).orElseThrow(), taken, stopping);
    }

    private <R extends Record> void run(ImportKind<R> kind, ImportJobs.Taken taken, BooleanSupplier stopping) {
        try (var reader = RowReader.of(uploads.open(taken.job().id()), taken.format())) {
            var columns = new ImportColumns(kind);
            var header = taken.format() == ImportFormat.CSV ? columns.ofHeader(reader.header()) : columns.all();
            var parser = new RowParser<>(kind.row(), columns, header, json, validator);
            var job = new Job<>(taken.job(), kind, parser, reader);
            if (taken.job().whole() || taken.job().dryRun() && kind.refersToItself()) {
                job.inOneTransaction(stopping);
            } else {
                job.inChunks(stopping);
            }
        }
    }

    /** One job with what it carries from chunk to chunk. */
    private final class Job<R extends Record> {

        private final ImportJob job;
        private final ImportKind<R> kind;
        private final RowParser<R> parser;
        private final RowReader reader;
        private final Map<String, Long> firstRows = new HashMap<>();
        private ImportRun<R> run;

        Job(ImportJob job, ImportKind<R> kind, RowParser<R> parser, RowReader reader) {
            this.job = job;
            this.kind = kind;
            this.parser = parser;
            this.reader = reader;
        }

        void inChunks(BooleanSupplier stopping) {
            QuarkusTransaction.requiringNew().run(this::begin);
            skip(job.rowsRead());
            while (reader.hasNext()) {
                if (stopping.getAsBoolean()) {
                    jobs.release(job.id());
                    return;
                }
                if (jobs.keep(job.id(), LEASE)) {
                    cancel();
                    return;
                }
                chunk(next());
            }
            jobs.end(job.id(), ImportJob.State.COMPLETED);
        }

        /** All chunks or none; a dry run of rows that refer to each other goes the same way and is rolled back. */
        void inOneTransaction(BooleanSupplier stopping) {
            QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(WHOLE_SECONDS));
            try {
                begin();
                var all = new ArrayList<ImportResult>();
                while (reader.hasNext()) {
                    boolean cancelled = QuarkusTransaction.requiringNew().call(() -> jobs.keep(job.id(), LEASE));
                    if (cancelled || stopping.getAsBoolean()) {
                        QuarkusTransaction.rollback();
                        if (cancelled) {
                            all.addAll(notAttempted(next(Integer.MAX_VALUE)));
                            write(all.stream().map(ImportExecution::notAttempted).toList(), ImportJob.State.CANCELLED);
                        } else {
                            jobs.release(job.id());
                        }
                        return;
                    }
                    all.addAll(appliedWithSavepoint(next()));
                }
                boolean refused = job.whole()
                        && all.stream().anyMatch(one -> one.outcome() == RowOutcome.Outcome.REJECTED);
                var became = refused
                        ? all.stream().map(one -> one.outcome() == RowOutcome.Outcome.REJECTED
                                ? one
                                : ImportExecution.notAttempted(one)).toList()
                        : all;
                if (refused || job.dryRun()) {
                    constraintsNow();
                    QuarkusTransaction.rollback();
                    write(became, ImportJob.State.COMPLETED);
                } else {
                    results.add(job.id(), became);
                    jobs.count(job.id(), became);
                    jobs.end(job.id(), ImportJob.State.COMPLETED);
                    QuarkusTransaction.commit();
                }
            } finally {
                if (QuarkusTransaction.isActive()) {
                    QuarkusTransaction.rollback();
                }
            }
        }

        private void begin() {
            run = kind.begin();
        }

        private void skip(long rows) {
            for (long i = 0; i < rows; i++) {
                var parsed = parser.parse(reader.next());
                if (parsed.row() != null) {
                    repeats(parsed.row());
                }
            }
        }

        private List<RowParser.Parsed<R>> next() {
            return next(CHUNK);
        }

        private List<RowParser.Parsed<R>> next(int most) {
            var chunk = new ArrayList<RowParser.Parsed<R>>();
            while (chunk.size() < most && reader.hasNext()) {
                chunk.add(refusedWhenRepeated(parser.parse(reader.next())));
            }
            return chunk;
        }

        /** The second row of one key is refused whatever became of the first: which of the two is meant, a person must say. */
        private RowParser.Parsed<R> refusedWhenRepeated(RowParser.Parsed<R> parsed) {
            if (parsed.row() == null) {
                return parsed;
            }
            var first = repeats(parsed.row());
            return first == null
                    ? parsed
                    : new RowParser.Parsed<>(parsed.raw(), parsed.row(),
                            PlatformProblems.DUPLICATE_IN_FILE.about(first));
        }

        private Long repeats(ImportRow<R> row) {
            Long first = null;
            for (var key : run.uniqueKeys(row.value())) {
                var earlier = firstRows.putIfAbsent(key, row.row());
                first = first == null ? earlier : first;
            }
            return first;
        }

        /** Together; when the database refuses one of them, row by row, so that only that one is refused. */
        private void chunk(List<RowParser.Parsed<R>> chunk) {
            try {
                inTransaction(chunk);
            } catch (RuntimeException failure) {
                refusal(failure);
                QuarkusTransaction.requiringNew().run(this::begin);
                if (chunk.size() > 1) {
                    chunk.forEach(row -> chunk(List.of(row)));
                } else {
                    var row = chunk.get(0);
                    write(List.of(ImportResult.of(row.raw(), key(row), RowOutcome.rejected(refusal(failure)))), null);
                }
            }
        }

        private void inTransaction(List<RowParser.Parsed<R>> chunk) {
            QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(CHUNK_SECONDS));
            try {
                var became = applied(chunk);
                if (job.dryRun()) {
                    constraintsNow();
                    QuarkusTransaction.rollback();
                    write(became, null);
                } else {
                    results.add(job.id(), became);
                    jobs.count(job.id(), became);
                    QuarkusTransaction.commit();
                }
            } finally {
                if (QuarkusTransaction.isActive()) {
                    QuarkusTransaction.rollback();
                }
            }
        }

        private List<ImportResult> appliedWithSavepoint(List<RowParser.Parsed<R>> chunk) {
            execute("savepoint chunk");
            try {
                var became = applied(chunk);
                execute("release savepoint chunk");
                return became;
            } catch (RuntimeException failure) {
                var refusal = refusal(failure);
                execute("rollback to savepoint chunk");
                if (chunk.size() == 1) {
                    var row = chunk.get(0);
                    return List.of(ImportResult.of(row.raw(), key(row), RowOutcome.rejected(refusal)));
                }
                begin();
                return chunk.stream().flatMap(row -> appliedWithSavepoint(List.of(row)).stream()).toList();
            }
        }

        private List<ImportResult> applied(List<RowParser.Parsed<R>> chunk) {
            execute("set local statement_timeout = '" + CHUNK_SECONDS + "s'");
            var good = chunk.stream().filter(one -> one.refusal() == null).toList();
            var outcomes = good.isEmpty()
                    ? List.<RowOutcome>of()
                    : run.apply(good.stream().map(RowParser.Parsed::row).toList());
            if (outcomes.size() != good.size()) {
                throw new IllegalStateException(
                        kind.name() + " gave " + outcomes.size() + " outcomes for " + good.size());
            }
            var became = new ArrayList<ImportResult>();
            var next = outcomes.iterator();
            for (var one : chunk) {
                var outcome = one.refusal() == null ? next.next() : RowOutcome.rejected(one.refusal());
                became.add(ImportResult.of(one.raw(), key(one), outcome));
            }
            return became;
        }

        private String key(RowParser.Parsed<R> parsed) {
            return parsed.row() == null ? null : run.key(parsed.row().value());
        }

        private List<ImportResult> notAttempted(List<RowParser.Parsed<R>> rows) {
            return rows.stream().map(row -> ImportResult.of(row.raw(), key(row), RowOutcome.NOT_ATTEMPTED)).toList();
        }

        private void cancel() {
            while (reader.hasNext()) {
                write(notAttempted(next()), null);
            }
            jobs.end(job.id(), ImportJob.State.CANCELLED);
        }

        /** Results and progress in a transaction of their own; {@code end} is null while the job goes on. */
        private void write(List<ImportResult> became, ImportJob.State end) {
            QuarkusTransaction.requiringNew().run(() -> {
                results.add(job.id(), became);
                jobs.count(job.id(), became);
                if (end != null) {
                    jobs.end(job.id(), end);
                }
            });
        }
    }

    /** What the database's refusal of a row means; anything else is no row's fault and ends the attempt. */
    private ProblemException refusal(RuntimeException failure) {
        if (failure instanceof ProblemException refused) {
            return refused;
        }
        if (DatabaseProblems.isMomentary(failure)) {
            throw failure;
        }
        return problems.of(failure).orElseThrow(() -> failure);
    }

    private static ImportResult notAttempted(ImportResult one) {
        return new ImportResult(one.row(), one.line(), one.key(), RowOutcome.Outcome.NOT_ATTEMPTED, null, null, null);
    }

    /** A dry run sees what the commit of a real one would refuse. */
    private void constraintsNow() {
        execute("set constraints all immediate");
    }

    private void execute(String sql) {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
