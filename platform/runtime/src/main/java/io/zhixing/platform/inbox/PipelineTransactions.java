package io.zhixing.platform.inbox;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.zhixing.platform.problem.DatabaseProblems;
import org.jboss.logging.Logger;

/** Transactions on the pipeline's connections: plain JDBC, apart from those of calls. */
@Singleton
public class PipelineTransactions {

    private static final Logger LOG = Logger.getLogger(PipelineTransactions.class);
    private static final long LONGEST_PAUSE_MILLIS = 60_000;

    private final AgroalDataSource database;

    PipelineTransactions(@DataSource("pipeline") AgroalDataSource database) {
        this.database = database;
    }

    @FunctionalInterface
    public interface Work<T> {

        T on(Connection connection) throws SQLException;
    }

    /** How often a transaction is tried. */
    @FunctionalInterface
    interface Trying {

        <T> T run(String consumer, Work<T> work) throws SQLException;
    }

    /** One trial: for a caller who waits. */
    <T> T once(String consumer, Work<T> work) throws SQLException {
        return once(work);
    }

    public <T> T once(Work<T> work) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var done = work.on(connection);
                connection.commit();
                return done;
            } catch (SQLException | RuntimeException | Error failure) {
                rollBack(connection, failure);
                throw failure;
            }
        }
    }

    /** After an error of the JVM too: the pool commits what a connection that comes back has left open. */
    private static void rollBack(Connection connection, Throwable failure) {
        try {
            connection.rollback();
        } catch (SQLException gone) {
            failure.addSuppressed(gone);
        }
    }

    /** What passes by itself (database away, a lock) is waited for in place, so that order is kept. */
    <T> T untilItPasses(String consumer, Work<T> work) throws SQLException {
        for (long pause = 100;; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
            try {
                return once(consumer, work);
            } catch (SQLException | RuntimeException failure) {
                if (!DatabaseProblems.isMomentary(failure)) {
                    throw failure;
                }
                LOG.warnf("%s waits %d ms: %s", consumer, pause, failure.getMessage());
                rest(pause);
            }
        }
    }

    /** Ends with {@link Stopped} when the service stops meanwhile. */
    void rest(long millis) {
        try {
            synchronized (this) {
                wait(millis);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Stopped(stopping);
        }
    }

    /** The service stops while a batch waits: its events were not applied and come again after the next start. */
    static final class Stopped extends RuntimeException {

        Stopped(Exception cause) {
            super(cause);
        }
    }
}
