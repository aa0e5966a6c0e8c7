package io.zhixing.platform.testing.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

import io.zhixing.platform.sql.RowReader;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.testing.Settings;

/**
 * The database of the service under test, entered as one of its roles. Connections are of their own, outside the
 * service's pools and transactions: a test sees what is committed, and as much as the role may see.
 */
public final class Database {

    private final String url;
    private final String user;
    private final String password;
    private final String scope;
    private final RestingConnections resting;

    private Database(String url, String user, String password, String scope) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.scope = scope;
        // A connection that had a scope once is not as one that never had any.
        this.resting = RestingConnections.of(List.of(url, user, password, scope.isEmpty() ? "whole" : "scoped"));
    }

    /** Made of the three settings that a datasource has. */
    static Database at(String url, String user, String password) {
        return new Database(url, user, password, "");
    }

    public static Database asApplication() {
        return at(Settings.required("quarkus.datasource.jdbc.url"), Settings.required("quarkus.datasource.username"),
                Settings.get("quarkus.datasource.password", ""));
    }

    public static Database asPipeline() {
        return at(Settings.required("quarkus.datasource.pipeline.jdbc.url"),
                Settings.required("quarkus.datasource.pipeline.username"),
                Settings.get("quarkus.datasource.pipeline.password", ""));
    }

    /** The role that migrates; row-level security holds for it too where it is forced. */
    public static Database asOwner() {
        return at(Settings.required("quarkus.datasource.jdbc.url"), Settings.required("quarkus.flyway.username"),
                Settings.get("quarkus.flyway.password", ""));
    }

    /** The same role within the scope of a caller with grants on the organizations of these paths. */
    public Database within(String... paths) {
        return new Database(url, user, password, String.join(",", paths));
    }

    public Connection connect() throws SQLException {
        var connection = signIn();
        enterScope(connection);
        return connection;
    }

    private Connection signIn() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    private void enterScope(Connection connection) throws SQLException {
        if (!scope.isEmpty()) {
            try (var setting = connection.prepareStatement("select set_config('app.organization_path', ?, false)")) {
                setting.setString(1, scope);
                setting.execute();
            }
        }
    }

    /** All rows of a query, asked on a connection that an earlier question of the same role has left. */
    public <T> List<T> query(String sql, RowReader<T> row, Object... parameters) {
        try {
            return resting.with(this::signIn, connection -> {
                enterScope(connection);
                return Sql.list(connection, sql, row, parameters);
            });
        } catch (SQLException failure) {
            throw new AssertionError(failure.getMessage() + "\n" + sql, failure);
        }
    }
}
