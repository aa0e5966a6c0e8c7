package io.zhixing.organization.register;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.zhixing.platform.sql.Sql;
import org.jboss.logging.Logger;

/**
 * Folds counts upwards every second; what waits meanwhile is summed by whoever asks. {@link RegisterCounters} says how they
 * are compared with a recount.
 */
@Singleton
class RegisterFolding {

    private static final Logger LOG = Logger.getLogger(RegisterFolding.class);
    private static final int MOST = 5_000;
    /** What is kept and folded: the register, and progress with key tasks. */
    private static final List<String> COUNTS = List.of("register", "key_tasks");
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

    RegisterFolding(@DataSource("pipeline") AgroalDataSource pipeline) {
        this.pipeline = pipeline;
    }

    void start(@Observes Startup started) {
        clock.schedule(this::foldAll, 1, TimeUnit.SECONDS);
    }

    void stop(@Observes Shutdown stopped) throws InterruptedException {
        clock.shutdown();
        clock.awaitTermination(5, TimeUnit.SECONDS);
    }

    private void foldAll() {
        long start = System.nanoTime();
        try {
            for (var counts : COUNTS) {
                while (ask("select fold_" + counts + "(" + MOST + ")") == MOST) {
                    // more is waiting
                }
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

    private long ask(String question) throws SQLException {
        try (var connection = pipeline.getConnection()) {
            return Sql.one(connection, question, row -> row.getLong(1));
        }
    }
}
