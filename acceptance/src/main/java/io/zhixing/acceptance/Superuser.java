package io.zhixing.acceptance;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhixing.city.launch.DataFolder;
import io.zhixing.city.launch.Ports;
import io.zhixing.city.launch.Service;

/**
 * Who sees all rows of a city's databases. His connections are kept: each sign-in costs as much as a hundred questions,
 * since the password is made dear to guess.
 */
public final class Superuser implements AutoCloseable {

    private static final int SECONDS_TO_ANSWER = 5;

    private final DataFolder data;
    private final Ports ports;
    private final Map<Service, Connection> kept = new EnumMap<>(Service.class);

    public Superuser(DataFolder data, Ports ports) {
        this.data = data;
        this.ports = ports;
    }

    /** A connection of the caller's own. */
    public Connection connect(Service service) throws SQLException {
        try {
            var secrets = new ObjectMapper().readTree(data.path("secrets.json").toFile());
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + service.database(), "postgres",
                    secrets.path("password.superuser").asText());
        } catch (IOException failure) {
            throw new SQLException(failure);
        }
    }

    /** The one value of a query. */
    public String text(Service service, String query) {
        return pairs(service, "select 'one', (" + query + ")::text").get("one");
    }

    /** The one number of a query. */
    public long number(Service service, String query) {
        return Long.parseLong(text(service, query));
    }

    /** The first two columns of a query. */
    public synchronized Map<String, String> pairs(Service service, String query) {
        try (var statement = kept(service).createStatement(); var rows = statement.executeQuery(query)) {
            var pairs = new HashMap<String, String>();
            while (rows.next()) {
                pairs.put(rows.getString(1), rows.getString(2));
            }
            return pairs;
        } catch (SQLException failure) {
            throw new IllegalStateException(service + ": " + query, failure);
        }
    }

    public synchronized void execute(Service service, String sql) {
        try (var statement = kept(service).createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(service + ": " + sql, failure);
        }
    }

    /** The server may have been ended meanwhile. */
    private Connection kept(Service service) throws SQLException {
        var connection = kept.get(service);
        if (connection == null || !connection.isValid(SECONDS_TO_ANSWER)) {
            connection = connect(service);
            kept.put(service, connection);
        }
        return connection;
    }

    @Override
    public synchronized void close() {
        kept.values().forEach(connection -> {
            try {
                connection.close();
            } catch (SQLException gone) {
                // with the server
            }
        });
        kept.clear();
    }
}
