package io.zhixing.organization.register;

import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import org.jboss.logging.Logger;

/** Folds counts upwards every second; what waits meanwhile is summed by whoever asks. */
@Singleton
class RegisterFolding {

    private static final Logger LOG = Logger.getLogger(RegisterFolding.class);
    private static final int MOST = 5_000;

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
        clock.scheduleWithFixedDelay(this::foldAll, 1, 1, TimeUnit.SECONDS);
    }

    void stop(@Observes Shutdown stopped) throws InterruptedException {
        clock.shutdown();
        clock.awaitTermination(5, TimeUnit.SECONDS);
    }

    private void foldAll() {
        try {
            while (fold() == MOST) {
                // more is waiting
            }
        } catch (SQLException away) {
            LOG.warnf("Counts wait: %s", away.getMessage());
        }
    }

    private int fold() throws SQLException {
        try (var connection = pipeline.getConnection();
                var statement = connection.prepareStatement("select fold_register(?)")) {
            statement.setInt(1, MOST);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
