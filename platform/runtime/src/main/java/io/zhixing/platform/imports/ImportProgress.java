package io.zhixing.platform.imports;

import java.util.List;

import jakarta.inject.Singleton;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** What has become of a job's rows, and how many of them there are: written together, so that the counts add up always. */
@Singleton
class ImportProgress {

    private final ImportJobs jobs;
    private final ImportResults results;

    ImportProgress(ImportJobs jobs, ImportResults results) {
        this.jobs = jobs;
        this.results = results;
    }

    /** In the running transaction; keeps the job for its next stretch. Whether its uploader has asked to cancel it. */
    boolean add(ImportJobs.Taken job, List<ImportResult> became) {
        boolean cancelled = jobs.count(job, became, ImportExecution.LEASE);
        results.add(job.id(), became);
        return cancelled;
    }

    /** The same in a transaction of its own, for rows whose own transaction leaves nothing. */
    boolean addApart(ImportJobs.Taken job, List<ImportResult> became) {
        return QuarkusTransaction.requiringNew().call(() -> add(job, became));
    }

    /** The last results of a job, in a transaction of their own. */
    void endApart(ImportJobs.Taken job, List<ImportResult> became, ImportJob.State state) {
        QuarkusTransaction.requiringNew().run(() -> {
            add(job, became);
            jobs.end(job, state);
        });
    }
}
