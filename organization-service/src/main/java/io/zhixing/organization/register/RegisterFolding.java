package io.zhixing.organization.register;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import org.jboss.logging.Logger;

/**
 * Folds counts upwards every second; what waits meanwhile is summed by whoever asks. Every hour they are compared with a
 * recount, and the metric {@code zhixing_register_differences} says in how many groups they differ: anything but 0 is a
 * defect.
 */
@Singleton
class RegisterFolding {

    private static final Logger LOG = Logger.getLogger(RegisterFolding.class);
    private static final int MOST = 5_000;
    private static final int HOUR = 3_600;
    private static final Duration SHORTEST_REST = Duration.ofSeconds(1);
    private static final Duration LONGEST_REST = Duration.ofSeconds(10);
    /** As many times as long as it worked: beside an import, folding takes a tenth of the time, and sums stay right. */
    private static final int RESTS = 9;

    private final AgroalDataSource pipeline;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "register-folding");
        thread.setDaemon(true);
        return thread;
    });

    private final AtomicLong differences = new AtomicLong();

    RegisterFolding(@DataSource("pipeline") AgroalDataSource pipeline, MeterRegistry metrics) {
        this.pipeline = pipeline;
        Gauge.builder("zhixing.register.differences", differences, AtomicLong::get)
                .description("Groups whose kept counts are not those of a recount").register(metrics);
    }

    void start(@Observes Startup started) {
        clock.schedule(this::foldAll, 1, TimeUnit.SECONDS);
        clock.scheduleWithFixedDelay(this::recount, HOUR, HOUR, TimeUnit.SECONDS);
    }

    void stop(@Observes Shutdown stopped) throws InterruptedException {
        clock.shutdown();
        clock.awaitTermination(5, TimeUnit.SECONDS);
    }

    private void foldAll() {
        long start = System.nanoTime();
        try {
            while (fold() == MOST) {
                // more is waiting
            }
        } catch (SQLException away) {
            LOG.warnf("Counts wait: %s", away.getMessage());
        } finally {
            rest((System.nanoTime() - start) * RESTS);
        }
    }

    private void rest(long nanos) {
        if (!clock.isShutdown()) {
            clock.schedule(this::foldAll,
                    Math.max(SHORTEST_REST.toNanos(), Math.min(nanos, LONGEST_REST.toNanos())), TimeUnit.NANOSECONDS);
        }
    }

    private void recount() {
        try {
            differences.set(ask("select register_differences()"));
            if (differences.get() > 0) {
                LOG.errorf("Counts of the register differ from a recount in %d groups", differences.get());
            }
        } catch (SQLException away) {
            LOG.warnf("Counts are compared later: %s", away.getMessage());
        }
    }

    private long fold() throws SQLException {
        return ask("select fold_register(" + MOST + ")");
    }

    private long ask(String question) throws SQLException {
        try (var connection = pipeline.getConnection();
                var statement = connection.prepareStatement(question);
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
