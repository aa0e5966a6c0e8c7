package io.zhixing.platform.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;

/**
 * Plain SQL with positional parameters. The bean asks on the connection of the running transaction, within the caller's
 * scope; the static methods ask on a connection that is handed on, such as the pipeline's. Values are bound as JDBC
 * binds their type, constants by their names, null without a type; a {@link Parameter} binds itself, so an array is a
 * {@link SqlArray} and a {@code Batch} stands for each of its columns.
 *
 * <pre>{@code
 * List<UUID> held = database.list("select id from lecture where organization_id = ? and held_on < ?",
 *         row -> row.getObject(1, UUID.class), organization, day);
 * }</pre>
 */
@Singleton
public class Sql {

    private final AgroalDataSource database;

    public Sql(AgroalDataSource database) {
        this.database = database;
    }

    /** All rows, in the order of the answer. */
    public <T> List<T> list(String sql, RowReader<T> row, Object... parameters) {
        return ask(connection -> list(connection, sql, row, parameters));
    }

    /** The first row of the answer, if there is one. */
    public <T> Optional<T> first(String sql, RowReader<T> row, Object... parameters) {
        return ask(connection -> first(connection, sql, row, parameters));
    }

    /** The one row of a question that always has an answer, such as a sum, a function or {@code exists}. */
    public <T> T one(String sql, RowReader<T> row, Object... parameters) {
        return ask(connection -> one(connection, sql, row, parameters));
    }

    /** Rows by a key, in the order of the answer; of several with the same key the last. */
    public <K, V> Map<K, V> map(String sql, RowReader<K> key, RowReader<V> value, Object... parameters) {
        return ask(connection -> map(connection, sql, key, value, parameters));
    }

    /** Rows by a key that they share, all in the order of the answer. */
    public <K, V> Map<K, List<V>> grouped(String sql, RowReader<K> key, RowReader<V> value, Object... parameters) {
        return ask(connection -> grouped(connection, sql, key, value, parameters));
    }

    /** Number of rows that the statement changed. */
    public int update(String sql, Object... parameters) {
        return ask(connection -> update(connection, sql, parameters));
    }

    /** Asks for what it does, say a function or a lock; the answer does not matter. */
    public void call(String sql, Object... parameters) {
        ask(connection -> {
            call(connection, sql, parameters);
            return null;
        });
    }

    public static <T> List<T> list(Connection connection, String sql, RowReader<T> row, Object... parameters)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql);
                var answer = bound(statement, parameters).executeQuery()) {
            var found = new ArrayList<T>();
            while (answer.next()) {
                found.add(row.read(answer));
            }
            return found;
        }
    }

    public static <T> Optional<T> first(Connection connection, String sql, RowReader<T> row, Object... parameters)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql);
                var answer = bound(statement, parameters).executeQuery()) {
            return answer.next() ? Optional.ofNullable(row.read(answer)) : Optional.empty();
        }
    }

    public static <T> T one(Connection connection, String sql, RowReader<T> row, Object... parameters)
            throws SQLException {
        var found = list(connection, sql, row, parameters);
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " rows instead of one: " + sql);
        }
        return found.get(0);
    }

    public static <K, V> Map<K, V> map(Connection connection, String sql, RowReader<K> key, RowReader<V> value,
            Object... parameters) throws SQLException {
        var found = new LinkedHashMap<K, V>();
        list(connection, sql, row -> found.put(key.read(row), value.read(row)), parameters);
        return found;
    }

    public static <K, V> Map<K, List<V>> grouped(Connection connection, String sql, RowReader<K> key,
            RowReader<V> value, Object... parameters) throws SQLException {
        var found = new LinkedHashMap<K, List<V>>();
        list(connection, sql,
                row -> found.computeIfAbsent(key.read(row), first -> new ArrayList<>()).add(value.read(row)),
                parameters);
        return found;
    }

    public static int update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            return bound(statement, parameters).executeUpdate();
        }
    }

    public static void call(Connection connection, String sql, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            bound(statement, parameters).execute();
        }
    }

    private static PreparedStatement bound(PreparedStatement statement, Object... parameters) throws SQLException {
        int position = 1;
        for (var value : parameters) {
            if (value instanceof Parameter itself) {
                position = itself.bind(statement, position);
            } else {
                statement.setObject(position++, value instanceof Enum<?> constant
                        ? constant.name()
                        : value instanceof Instant instant ? Timestamp.from(instant) : value);
            }
        }
        return statement;
    }

    private interface Question<T> {

        T on(Connection connection) throws SQLException;
    }

    /** What the database refuses becomes a problem wherever it is caught: {@code DatabaseProblems}. */
    private <T> T ask(Question<T> question) {
        try (var connection = database.getConnection()) {
            return question.on(connection);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
