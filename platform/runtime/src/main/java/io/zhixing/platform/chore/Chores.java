package io.zhixing.platform.chore;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.zhixing.platform.inbox.PipelineTransactions;
import io.zhixing.platform.problem.DatabaseProblems;
import org.jboss.logging.Logger;

/**
 * What a service does by itself, again and again. Each chore has a thread of its own, so that none waits for another, and
 * each instance of the service does it: where only one may, the work takes a lock. The scheduler of Quarkus knows neither a
 * rest that depends on the work nor an end between two portions, and takes the threads of calls.
 */
@Singleton
public class Chores {

    private static final Logger LOG = Logger.getLogger(Chores.class);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final long LONGEST_END_MILLIS = 5_000;

    private final PipelineTransactions transactions;
    private final MeterRegistry metrics;
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    Chores(PipelineTransactions transactions, MeterRegistry metrics) {
        this.transactions = transactions;
        this.metrics = metrics;
    }

    /** For the first time after an hour. */
    public void hourly(String name, Runnable work) {
        hourly(name, HOUR, work);
    }

    public void hourly(String name, Duration first, Runnable work) {
        repeat(name, first, worked -> HOUR, work);
    }

    /**
     * @param name of the thread, in the log and in the metrics; unique in the service
     * @param first how long after now it runs for the first time
     * @param rest how long after the end of a run the next one begins, by how long the run took
     * @param work its failure, whatever it is, goes to the log, and the next run follows as after any other
     */
    public void repeat(String name, Duration first, UnaryOperator<Duration> rest, Runnable work) {
        var thread = new Thread(new Rounds(name, first, rest, work), name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    /**
     * Works in portions, each in a transaction of its own, until one has less than it could take or the service ends.
     *
     * @param portion answers how many rows it has dealt with, {@code most} if there may be more
     * @return number of all these rows
     */
    public int inPortions(int most, PipelineTransactions.Work<Integer> portion) {
        try {
            int some = transactions.once(portion);
            int done = some;
            while (some == most && end.getCount() > 0) {
                some = transactions.once(portion);
                done += some;
            }
            return done;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** What rests ends at once, what works after the portion in hand. */
    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        end.countDown();
        long until = System.currentTimeMillis() + LONGEST_END_MILLIS;
        for (var thread : threads) {
            thread.join(Math.max(1, until - System.currentTimeMillis()));
        }
    }

    private final class Rounds implements Runnable {

        private final String name;
        private final UnaryOperator<Duration> rest;
        private final Runnable work;
        private final Counter failures;
        private volatile long next;

        Rounds(String name, Duration first, UnaryOperator<Duration> rest, Runnable work) {
            this.name = name;
            this.rest = rest;
            this.work = work;
            this.next = System.nanoTime() + first.toNanos();
            this.failures = Counter.builder("chore_failures").description("Runs that failed").tag("chore", name)
                    .register(metrics);
            Gauge.builder("chore_next_run_seconds", () -> (next - System.nanoTime()) / 1e9).tag("chore", name)
                    .description("Seconds until it runs; below 0 since when it runs").register(metrics);
        }

        @Override
        public void run() {
            try {
                while (!end.await(next - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    once();
                }
            } catch (InterruptedException asked) {
                Thread.currentThread().interrupt();
            }
        }

        private void once() {
            long start = System.nanoTime();
            try {
                work.run();
            } catch (RuntimeException | Error failure) {   // what escaped would end the chore, unseen
                failures.increment();
                tell(failure);
            } finally {
                long now = System.nanoTime();
                next = now + rest.apply(Duration.ofNanos(now - start)).toNanos();
            }
        }

        private void tell(Throwable failure) {
            try {
                if (DatabaseProblems.isMomentary(failure)) {
                    LOG.warnf("%s waits for its next run: %s", name, failure.getMessage());
                } else {
                    LOG.errorf(failure, "%s failed and waits for its next run", name);
                }
            } catch (Error noRoom) {
                // what there is no memory to tell is counted all the same
            }
        }
    }
}
