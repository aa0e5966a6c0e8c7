package io.zhixing.platform.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import io.agroal.api.AgroalDataSource;

/**
 * A question on the connection of the running transaction. In a call that reads the first takes the statement along that
 * enters the caller's scope, and the last one the end of the transaction: each round trip wakes a process on either side,
 * which costs more than most of what is asked (ADR 0025).
 */
public final class Question implements AutoCloseable {

    private final Connection connection;
    private final PreparedStatement statement;
    private final CallScope entering;
    private final int first;

    /** @param entering whose scope the statement enters before it asks, or null where it is entered */
    private Question(Connection connection, PreparedStatement statement, CallScope entering, int first) {
        this.connection = connection;
        this.statement = statement;
        this.entering = entering;
        this.first = first;
    }

    /** On a connection of this pool as it is. */
    public static Question of(AgroalDataSource pool, String sql) throws SQLException {
        return on(pool.getConnection(), sql, null);
    }

    static Question on(Connection connection, String sql, CallScope entering) throws SQLException {
        try {
            var statement = connection.prepareStatement(entering == null ? sql : Entrance.SQL + "; " + sql);
            return new Question(connection, statement, entering, entering == null ? 1 : entering.bind(statement));
        } catch (SQLException | RuntimeException | Error failure) {
            connection.close();
            throw failure;
        }
    }

    public PreparedStatement statement() {
        return statement;
    }

    /** The position of the question's first parameter. */
    public int first() {
        return first;
    }

    public ResultSet answer() throws SQLException {
        statement.execute();
        if (entering != null) {
            try (var rows = statement.getResultSet()) {
                entering.entered(rows);
            }
            statement.getMoreResults();
        }
        return statement.getResultSet();
    }

    @Override
    public void close() throws SQLException {
        try (connection; statement) {
            // both, the statement first
        }
    }
}
