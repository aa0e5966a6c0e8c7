package io.zhixing.platform.access;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;

/**
 * Gives every connection of the application's pool the caller's scope, for its transaction alone. A connection that is
 * taken outside a request has none, and row-level security then shows it nothing.
 */
@Singleton
public class ScopeOnAcquire implements AgroalPoolInterceptor {

    private final Instance<Access> access;

    ScopeOnAcquire(Instance<Access> access) {
        this.access = access;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        if (!Arc.container().requestContext().isActive()) {
            return;
        }
        try {
            access.get().enter(connection);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
