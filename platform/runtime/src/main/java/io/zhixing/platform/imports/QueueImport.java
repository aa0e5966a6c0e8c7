package io.zhixing.platform.imports;

import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhixing.platform.access.Caller;
import io.zhixing.platform.problem.Fault;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Takes a file as a job. What is wrong with the file as a whole is refused here, before any row. */
@RequestScoped
class QueueImport {

    private final ImportKinds kinds;
    private final ImportJobs jobs;
    private final UploadStore uploads;
    private final ImportWorker worker;
    private final Caller caller;
    private final HttpHeaders headers;
    private final ObjectMapper json;
    private final long maximumRows;
    private final long maximumRowsAtOnce;

    QueueImport(ImportKinds kinds, ImportJobs jobs, UploadStore uploads, ImportWorker worker, Caller caller,
            HttpHeaders headers, ObjectMapper json,
            @ConfigProperty(name = "zhixing.import.maximum-rows") long maximumRows,
            @ConfigProperty(name = "zhixing.import.maximum-rows-at-once") long maximumRowsAtOnce) {
        this.kinds = kinds;
        this.jobs = jobs;
        this.uploads = uploads;
        this.worker = worker;
        this.caller = caller;
        this.headers = headers;
        this.json = json;
        this.maximumRows = maximumRows;
        this.maximumRowsAtOnce = maximumRowsAtOnce;
    }

    public ImportJob handle(String kindName, String modeName, String dryRunText, Upload file) {
        var faults = new Faults();
        var kind = kinds.named(kindName);
        faults.addIf(kind.isEmpty(), wrong("kind", kindName, String.join("|", kinds.names())));
        var mode = "partial".equals(modeName) ? ImportJob.Mode.PARTIAL : ImportJob.Mode.ALL_OR_NOTHING;
        faults.addIf(!List.of("partial", "allOrNothing").contains(String.valueOf(modeName)),
                wrong("mode", modeName, "partial|allOrNothing"));
        faults.addIf(!List.of("true", "false").contains(String.valueOf(dryRunText)),
                wrong("dryRun", dryRunText, "true|false"));
        faults.refuse();
        boolean dryRun = dryRunText.equals("true");
        var format = headers.getMediaType().getSubtype().equals("csv") ? ImportFormat.CSV : ImportFormat.NDJSON;
        judge(kind.get(), mode, dryRun, format, file);
        var id = jobs.queue(kindName, mode, dryRun, format, caller.name(), standing());
        uploads.keep(id, file);
        worker.wakeAfterCommit();
        return jobs.ofRequester(id, caller.name()).orElseThrow();
    }

    private void judge(ImportKind<?> kind, ImportJob.Mode mode, boolean dryRun, ImportFormat format, Upload file) {
        try (var rows = RowReader.of(file.open(), format)) {
            if (format == ImportFormat.CSV && !rows.header().isEmpty()) {
                new ImportColumns(kind).ofHeader(rows.header());
            }
            long count = 0;
            for (; rows.hasNext(); rows.next()) {
                count++;
            }
            if (count == 0) {
                throw PlatformProblems.IMPORT_EMPTY.about();
            }
            if (count > maximumRows) {
                throw PlatformProblems.IMPORT_TOO_MANY_ROWS.about(maximumRows);
            }
            boolean whole = mode == ImportJob.Mode.ALL_OR_NOTHING || dryRun && kind.refersToItself();
            if (whole && count > maximumRowsAtOnce) {
                throw PlatformProblems.ALL_OR_NOTHING_TOO_LARGE.about(maximumRowsAtOnce);
            }
        }
    }

    private String standing() {
        try {
            return json.writeValueAsString(caller.standing());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** All three are required: an import has no hidden default. */
    private static Fault wrong(String name, String value, String expected) {
        return value == null
                ? PlatformProblems.PARAMETER_REQUIRED.at(Place.parameter(name), name)
                : PlatformProblems.PARAMETER_INVALID.at(Place.parameter(name), name, expected);
    }
}
