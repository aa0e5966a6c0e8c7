package io.zhixing.platform.testing.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

import io.zhixing.platform.sql.Sql;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;

/**
 * A database of an earlier version of the service, with rows as that version wrote them, brought to the newest one. On a server
 * of its own, since the database of the service is at the newest version from the beginning.
 */
public final class OldDatabase implements AutoCloseable {

    private static final String NAME = "old";

    private final EmbeddedPostgres server;

    private OldDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    /** @param version which wrote the rows; @param rows a script on the class path, run as the service, within the whole city */
    public static OldDatabase migrated(String version, String rows) throws SQLException, IOException {
        var database = new OldDatabase(EmbeddedPostgres.builder().setServerConfig("fsync", "off").start());
        database.asSuperuser("postgres", "create role owner login", "create role application login",
                "create role pipeline login", "create database " + NAME + " owner owner");
        database.asSuperuser(NAME, "alter schema public owner to owner",
                "grant usage on schema public to application, pipeline");
        database.migrate(MigrationVersion.fromVersion(version));
        try (var script = OldDatabase.class.getResourceAsStream(rows)) {
            var text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            database.as("application", statement -> statement.execute(text));
        }
        database.migrate(MigrationVersion.LATEST);
        return database;
    }

    /** What the service sees, under row-level security, here within the whole city. */
    public List<String> rows(String sql) throws SQLException {
        return as("application", statement -> texts(statement, sql));
    }

    /** What the relay sees. */
    public List<String> rowsOfThePipeline(String sql) throws SQLException {
        return as("pipeline", statement -> texts(statement, sql));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void migrate(MigrationVersion target) {
        Flyway.configure().dataSource(server.getJdbcUrl("owner", NAME), "owner", "")
                .locations("db/platform", "db/migration").target(target)
                .placeholders(Map.of("application", "application", "pipeline", "pipeline")).load().migrate();
    }

    private void asSuperuser(String name, String... commands) throws SQLException {
        try (var connection = server.getDatabase("postgres", name).getConnection();
                var statement = connection.createStatement()) {
            for (var command : commands) {
                statement.execute(command);
            }
        }
    }

    private <T> T as(String role, Work<T> work) throws SQLException {
        try (var connection = server.getDatabase(role, NAME).getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set app.organization_path = '/0001/'");
            return work.done(statement);
        }
    }

    private static List<String> texts(Statement statement, String sql) throws SQLException {
        return Sql.list(statement.getConnection(), sql, row -> row.getString(1));
    }

    private interface Work<T> {

        T done(Statement statement) throws SQLException;
    }
}
