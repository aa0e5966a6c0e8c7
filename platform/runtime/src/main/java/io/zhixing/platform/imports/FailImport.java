package io.zhixing.platform.imports;

import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Singleton;

import io.zhixing.platform.problem.DatabaseProblems;
import org.jboss.logging.Logger;

/**
 * Ends an import that cannot go on. The rows that have no result yet were not attempted: each row of a file has a result,
 * always (api.md, F3). They are read as they stand in the file, without what their kind makes of them, since that may be
 * what failed.
 */
@Singleton
class FailImport {

    private static final Logger LOG = Logger.getLogger(FailImport.class);

    private final ImportJobs jobs;
    private final ImportProgress progress;
    private final UploadStore uploads;

    FailImport(ImportJobs jobs, ImportProgress progress, UploadStore uploads) {
        this.jobs = jobs;
        this.progress = progress;
        this.uploads = uploads;
    }

    void handle(ImportJobs.Taken job) {
        try (var rows = RowReader.of(uploads.open(job.id()), job.format())) {
            for (long told = jobs.rowsRead(job.id()); told > 0 && rows.hasNext(); told--) {
                rows.next();
            }
            for (var rest = next(rows); !rest.isEmpty(); rest = next(rows)) {
                progress.addApart(job, rest);
            }
        } catch (RuntimeException unreadable) {
            if (DatabaseProblems.isMomentary(unreadable) || unreadable instanceof ImportJobs.TakenByAnother) {
                throw unreadable;
            }
            LOG.errorf(unreadable, "The file of import %s cannot be read: its last rows have no results", job.id());
        }
        jobs.end(job, ImportJob.State.FAILED);
    }

    private static List<ImportResult> next(RowReader rows) {
        var results = new ArrayList<ImportResult>();
        while (results.size() < RowSource.CHUNK && rows.hasNext()) {
            results.add(ImportResult.of(rows.next(), null, RowOutcome.NOT_ATTEMPTED));
        }
        return results;
    }
}
