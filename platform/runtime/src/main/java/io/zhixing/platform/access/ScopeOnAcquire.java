package io.zhixing.platform.access;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;
import io.zhixing.platform.problem.DatabaseProblems;
import org.jboss.logging.Logger;

/**
 * Gives every connection of the application's pool the caller's scope, for its transaction alone. A connection that is
 * taken outside a request has none, and row-level security then shows it nothing.
 */
@Singleton
public class ScopeOnAcquire implements AgroalPoolInterceptor {

    private static final Logger LOG = Logger.getLogger(ScopeOnAcquire.class);

    private final Instance<CallScope> scope;

    ScopeOnAcquire(Instance<CallScope> scope) {
        this.scope = scope;
    }

    /**
     * Within a transaction nothing is thrown: the pool would give the connection to the next caller at once, although this
     * one's transaction still holds it and will roll it back under him. Its transaction is broken off instead, so that the
     * server refuses whatever else is asked in it (25P02, "try again"), and {@link CallScope#scope} says what has failed.
     */
    @Override
    public void onConnectionAcquire(Connection connection) {
        if (!Arc.container().requestContext().isActive()) {
            return;
        }
        var call = scope.get();
        if (call.entersWithQuestion()) {
            return;
        }
        try {
            call.enter(connection);
        } catch (SQLException | RuntimeException | Error failure) {
            if (!isInTransaction(connection)) {
                throw new IllegalStateException(failure);
            }
            breakOff(connection);
            if (!DatabaseProblems.isMomentary(failure)) {
                LOG.error("The caller's scope cannot be entered", failure);
            }
        }
    }

    private static boolean isInTransaction(Connection connection) {
        try {
            return !connection.getAutoCommit();
        } catch (SQLException gone) {
            return true;   // closed, it answers nobody
        }
    }

    /** A failure that the server has not seen leaves its transaction alive. */
    private static void breakOff(Connection connection) {
        try (var statement = connection.createStatement()) {
            statement.execute("do $$ begin raise exception 'no scope'; end $$");
        } catch (SQLException refused) {
            // as it was meant to be; or the connection is gone
        }
    }
}
