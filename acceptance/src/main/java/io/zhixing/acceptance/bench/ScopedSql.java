package io.zhixing.acceptance.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Supplier;

/**
 * A question as the service asks it, over bare JDBC: the caller's scope, the question under row-level security and the end
 * of the transaction, by one round trip.
 */
final class ScopedSql implements Side.Client {

    /** What a token of the measuring client comes to: its grant, and the words by which the audit trail would name it. */
    private static final String ENTER = """
            select reference, id, path from enter_scope(array['001'], true, '{"client":"loader"}', null)""";

    private final Connection connection;
    private final PreparedStatement statement;
    private final Supplier<Reading.Question> any;

    ScopedSql(Connection connection, String sql, Supplier<Reading.Question> any) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        this.statement = connection.prepareStatement(ENTER + "; " + sql + "; rollback");
        this.any = any;
    }

    @Override
    public void call() throws SQLException {
        Reading.bind(statement, any.get());
        statement.execute();
        try (var scope = statement.getResultSet()) {
            if (!scope.next()) {
                throw new SQLException("The grant of the measuring client is on no organization");
            }
        }
        statement.getMoreResults();
        if (Reading.read(statement.getResultSet()) == 0) {
            throw new SQLException("Row-level security shows the measuring client nothing");
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
