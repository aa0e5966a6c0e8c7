package io.zhixing.platform.http;

import java.sql.SQLException;
import java.util.Arrays;

import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * Ready means: can serve. The database answers, and it has every migration that this build knows, whoever ran them. It is
 * asked by a connection of its own: when calls hold all the others, the service is busy and not away. Kafka is not
 * asked, since events wait in the outbox.
 */
@Readiness
@Singleton
public class SchemaReadiness implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(SchemaReadiness.class);
    private static final String NAME = "database with the schema of this build";

    private final AgroalDataSource database;
    private final Flyway flyway;
    private Object[] migrations;

    SchemaReadiness(@DataSource("probe") AgroalDataSource database, Flyway flyway) {
        this.database = database;
        this.flyway = flyway;
    }

    @Override
    public HealthCheckResponse call() {
        try {
            return HealthCheckResponse.named(NAME).status(isComplete()).build();
        } catch (SQLException | RuntimeException away) {
            LOG.warnf("Not ready: %s", away.getMessage());
            return HealthCheckResponse.down(NAME);
        }
    }

    private synchronized boolean isComplete() throws SQLException {
        if (migrations == null) {
            migrations = Arrays.stream(flyway.info().all())
                    .filter(one -> one.getState().isResolved() && one.getVersion() != null)
                    .map(one -> one.getVersion().getVersion()).toArray();
        }
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        select count(*) from flyway_schema_history where success and version = any (?)""")) {
            statement.setArray(1, connection.createArrayOf("text", migrations));
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1) >= migrations.length;
            }
        }
    }
}
