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
    private final FailImport failImport;
    private final TransactionSynchronizationRegistry transactions;
    private final ObjectMapper json;
    private final Clock clock;
    private final Duration retention;
    private final int mostAttempts;
    private final Semaphore work = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "imports");
    private volatile boolean stopping;

    ImportWorker(ImportKinds kinds, ImportJobs jobs, Caller caller, ImportExecution execution, FailImport failImport,
            TransactionSynchronizationRegistry transactions, ObjectMapper json, Clock clock,
            @ConfigProperty(name = "zhixing.import.upload-retention") Duration retention,
            @ConfigProperty(name = "zhixing.import.attempts") int mostAttempts) {
        this.kinds = kinds;
        this.jobs = jobs;
        this.caller = caller;
        this.execution = execution;
        this.failImport = failImport;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
        this.retention = retention;
        this.mostAttempts = mostAttempts;
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
            } catch (Error defect) {   // without this thread nothing would be imported until the next start
                LOG.error("Imports wait", defect);
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

    /** What passes is tried again when the lease has run out, where the job stands then; but not for ever, when no row gets on by it. */
    private void work(ImportJobs.Taken taken) {
        var id = taken.job().id();
        if (taken.attempts() > mostAttempts) {
            LOG.errorf("Import %s failed: tried %d times in vain", id, mostAttempts);
            failImport.handle(taken);
            return;
        }
        try {
            attempt(taken);
        } catch (ImportJobs.TakenByAnother since) {
            LOG.warnf("Import %s is worked off by another", id);
        } catch (RuntimeException | JsonProcessingException | Error failure) {
            if (DatabaseProblems.isMomentary(failure)) {
                LOG.warnf("Import %s waits behind attempt %d: %s", id, taken.attempts(), failure.getMessage());
                return;
            }
            LOG.errorf(failure, "Import %s failed", id);
            failImport.handle(taken);
        }
    }

    private void attempt(ImportJobs.Taken taken) throws JsonProcessingException {
        var context = Arc.container().requestContext();
        context.activate();
        try {
            caller.assume(json.readValue(taken.caller(), Caller.Standing.class));
            caller.worksOff(taken.job().id());
            execution.run(taken, () -> stopping);
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
