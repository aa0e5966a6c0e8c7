package io.zhixing.platform.imports;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import jakarta.enterprise.context.RequestScoped;
import jakarta.validation.ValidatorFactory;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Works off one job: opens its file, and gives its rows to the run that its mode asks for. */
@RequestScoped
class ImportExecution {

    static final Duration LEASE = Duration.ofSeconds(15);

    private final ImportKinds kinds;
    private final ImportJobs jobs;
    private final ImportProgress progress;
    private final ImportStatements statements;
    private final UploadStore uploads;
    private final ObjectMapper json;
    private final ValidatorFactory validation;

    ImportExecution(ImportKinds kinds, ImportJobs jobs, ImportProgress progress, ImportStatements statements,
            UploadStore uploads, ObjectMapper json, ValidatorFactory validation) {
        this.kinds = kinds;
        this.jobs = jobs;
        this.progress = progress;
        this.statements = statements;
        this.uploads = uploads;
        this.json = json;
        this.validation = validation;
    }

    /** @param stopping whether the service ends: the job is then left for the next start */
    void run(ImportJobs.Taken taken, BooleanSupplier stopping) {
        run(kinds.named(taken.job().kind()).orElseThrow(), taken, stopping);
    }

    private <R extends Record> void run(ImportKind<R> kind, ImportJobs.Taken taken, BooleanSupplier stopping) {
        var job = taken.job();
        var application = new RowApplication<>(kind, statements);
        try (var rows = new RowSource<>(reader(taken), reader -> parser(kind, reader, taken.format()),
                application::uniqueKeys)) {
            if (job.whole() || job.dryRun() && kind.refersToItself()) {
                new WholeRun<>(taken, rows, application, jobs, progress, statements).run(stopping);
            } else {
                new ChunkRun<>(taken, rows, application, jobs, progress, statements).run(stopping);
            }
        }
    }

    private RowReader reader(ImportJobs.Taken taken) {
        return RowReader.of(uploads.open(taken.job().id()), taken.format());
    }

    private <R extends Record> RowParser<R> parser(ImportKind<R> kind, RowReader reader, ImportFormat format) {
        var columns = new ImportColumns(kind);
        var header = format == ImportFormat.CSV ? columns.ofHeader(reader.header()) : columns.all();
        return new RowParser<>(kind.row(), columns, header, json, validation);
    }
}
