package io.zhixing.platform.imports;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.zhixing.platform.access.Caller;
import io.zhixing.platform.problem.DatabaseProblems;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The thread that works off imports, one at a time, oldest first. A job is leased: when its service dies, the next start
 * goes on with it.
 */
@Singleton
class ImportWorker {

    private static final Logger LOG = Logger.getLogger(ImportWorker.class);
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final ImportKinds kinds;
    private final ImportJobs jobs;
    private final Caller caller;
    private final ImportExecution execution;
    private final TransactionSynchronizationRegistry transactions;
    private final ObjectMapper json;
    private final Clock clock;
    private final Duration retention;
    private final Semaphore work = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "imports");
    private volatile boolean stopping;

    ImportWorker(ImportKinds kinds, ImportJobs jobs, Caller caller, ImportExecution execution,
            TransactionSynchronizationRegistry transactions, ObjectMapper json, Clock clock,
            @ConfigProperty(name = "zhixing.import.upload-retention") Duration retention) {
        this.kinds = kinds;
        this.jobs = jobs;
        this.caller = caller;
        this.execution = execution;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
        this.retention = retention;
    }

    void start(@Observes StartupEvent started) {
        if (!kinds.names().isEmpty()) {
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** The chunk in hand is finished; the rest waits for the next start. */
    void stop(@Observes @Priority(200) ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        work.release();
        thread.join(Duration.ofSeconds(8).toMillis());
    }

    /** A job is visible to the worker only after the transaction that queued it. */
    void wakeAfterCommit() {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    work.release();
                }
            }
        });
    }

    private void run() {
        while (!stopping) {
            try {
                jobs.removeUploads(Instant.now(clock).minus(retention));
                while (!stopping && workedOne()) {
                    // the next one, if there is any
                }
                work.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                work.drainPermits();
            } catch (InterruptedException asked) {
                return;
            } catch (RuntimeException away) {
                LOG.warnf("Imports wait: %s", away.getMessage());
                pause();
            }
        }
    }

    /** Whether there was a job to work on. */
    private boolean workedOne() {
        var taken = jobs.take(ImportExecution.LEASE);
        taken.ifPresent(this::work);
        return taken.isPresent();
    }

    private void work(ImportJobs.Taken taken) {
        var context = Arc.container().requestContext();
        context.activate();
        try {
            caller.assume(json.readValue(taken.caller(), Caller.Standing.class));
            caller.worksOff(taken.job().id());
            execution.run(taken, () -> stopping);
        } catch (RuntimeException failure) {
            if (DatabaseProblems.isMomentary(failure)) {
                throw failure;   // the lease runs out, and the job goes on where it stood
            }
            LOG.errorf(failure, "Import %s failed", taken.job().id());
            jobs.end(taken.job().id(), ImportJob.State.FAILED);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            context.terminate();
        }
    }

    private void pause() {
        try {
            work.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException asked) {
            stopping = true;
        }
    }
}
