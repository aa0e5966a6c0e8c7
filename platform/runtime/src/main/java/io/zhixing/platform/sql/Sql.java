package io.zhixing.platform.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.zhixing.platform.access.CallScope;
import io.zhixing.platform.access.Question;

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
    private final CallScope scope;
    private final boolean ending;

    @Inject
    Sql(AgroalDataSource database, CallScope scope) {
        this(database, scope, false);
    }

    /** On a pool that knows no scope. */
    public Sql(AgroalDataSource pool) {
        this(pool, null, false);
    }

    private Sql(AgroalDataSource database, CallScope scope, boolean ending) {
        this.database = database;
        this.scope = scope;
        this.ending = ending;
    }

    /**
     * For the last question of a call: where the call only reads, its transaction ends with the answer, and whatever was asked
     * behind it would see nothing.
     */
    public Sql lastly() {
        return new Sql(database, scope, true);
    }

    /** All rows, in the order of the answer. */
    public <T> List<T> list(String sql, RowReader<T> row, Object... parameters) {
        return ask(sql, answer -> all(answer, row), parameters);
    }

    /** The first row of the answer, if there is one. */
    public <T> Optional<T> first(String sql, RowReader<T> row, Object... parameters) {
        return ask(sql, answer -> top(answer, row), parameters);
    }

    /** The one row of a question that always has an answer, such as a sum, a function or {@code exists}. */
    public <T> T one(String sql, RowReader<T> row, Object... parameters) {
        return only(sql, list(sql, row, parameters));
    }

    /** Rows by a key, in the order of the answer; of several with the same key the last. */
    public <K, V> Map<K, V> map(String sql, RowReader<K> key, RowReader<V> value, Object... parameters) {
        var found = new LinkedHashMap<K, V>();
        list(sql, row -> found.put(key.read(row), value.read(row)), parameters);
        return found;
    }

    /** Rows by a key that they share, all in the order of the answer. */
    public <K, V> Map<K, List<V>> grouped(String sql, RowReader<K> key, RowReader<V> value, Object... parameters) {
        var found = new LinkedHashMap<K, List<V>>();
        list(sql, row -> found.computeIfAbsent(key.read(row), first -> new ArrayList<>()).add(value.read(row)),
                parameters);
        return found;
    }

    /** Number of rows that the statement changed. */
    public int update(String sql, Object... parameters) {
        return change(connection -> update(connection, sql, parameters));
    }

    /** Asks for what it does, say a function or a lock; the answer does not matter. */
    public void call(String sql, Object... parameters) {
        change(connection -> {
            call(connection, sql, parameters);
            return null;
        });
    }

    public static <T> List<T> list(Connection connection, String sql, RowReader<T> row, Object... parameters)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql);
                var answer = bound(statement, 1, parameters).executeQuery()) {
            return all(answer, row);
        }
    }

    public static <T> Optional<T> first(Connection connection, String sql, RowReader<T> row, Object... parameters)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql);
                var answer = bound(statement, 1, parameters).executeQuery()) {
            return top(answer, row);
        }
    }

    public static <T> T one(Connection connection, String sql, RowReader<T> row, Object... parameters)
            throws SQLException {
        return only(sql, list(connection, sql, row, parameters));
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
            return bound(statement, 1, parameters).executeUpdate();
        }
    }

    public static void call(Connection connection, String sql, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            bound(statement, 1, parameters).execute();
        }
    }

    private static PreparedStatement bound(PreparedStatement statement, int first, Object... parameters)
            throws SQLException {
        int position = first;
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

    private static <T> List<T> all(ResultSet answer, RowReader<T> row) throws SQLException {
        var found = new ArrayList<T>();
        while (answer.next()) {
            found.add(row.read(answer));
        }
        return found;
    }

    private static <T> Optional<T> top(ResultSet answer, RowReader<T> row) throws SQLException {
        return answer.next() ? Optional.ofNullable(row.read(answer)) : Optional.empty();
    }

    private static <T> T only(String sql, List<T> found) {
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " rows instead of one: " + sql);
        }
        return found.get(0);
    }

    private interface Change<T> {

        T on(Connection connection) throws SQLException;
    }

    /** What the database refuses becomes a problem wherever it is caught: {@code DatabaseProblems}. */
    private <T> T change(Change<T> change) {
        try (var connection = database.getConnection()) {
            return change.on(connection);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private <T> T ask(String sql, RowReader<T> reader, Object... parameters) {
        try (var question = isScoped() ? scope.question(sql, ending) : Question.of(database, sql)) {
            bound(question.statement(), question.first(), parameters);
            return reader.read(question.answer());
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private boolean isScoped() {
        return scope != null && Arc.container().requestContext().isActive();
    }
}
