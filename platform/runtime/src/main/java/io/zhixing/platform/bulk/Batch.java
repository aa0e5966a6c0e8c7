package io.zhixing.platform.bulk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

import io.zhixing.platform.sql.Parameter;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;

/**
 * Many rows in one statement: each column is one array parameter, which the SQL unrolls by {@code unnest}. One round
 * trip whatever the number of rows.
 *
 * <pre>{@code
 * Batch.of(states).column("uuid", State::id).column("text", State::code).update(database, """
 *         insert into organization_ref (id, code) select * from unnest(?::uuid[], ?::text[])""");
 * }</pre>
 */
public final class Batch<T> implements Parameter {

    private final List<T> rows;
    private final List<SqlArray> columns = new ArrayList<>();

    private Batch(List<T> rows) {
        this.rows = rows;
    }

    public static <T> Batch<T> of(Collection<T> rows) {
        return new Batch<>(List.copyOf(rows));
    }

    /** @param type PostgreSQL's name of the element type, such as {@code uuid} or {@code date} */
    public Batch<T> column(String type, Function<T, ?> value) {
        columns.add(new SqlArray(type, rows.stream().map(value).toArray()));
        return this;
    }

    /** Number of rows the statement changed; without rows nothing is sent. */
    public int update(Sql database, String sql) {
        return rows.isEmpty() ? 0 : database.update(sql, this);
    }

    /** The same on a connection that is handed on. */
    public int update(Connection connection, String sql) throws SQLException {
        return rows.isEmpty() ? 0 : Sql.update(connection, sql, this);
    }

    /** Binds the columns from this position on, for a statement with parameters of its own. */
    @Override
    public int bind(PreparedStatement statement, int position) throws SQLException {
        int next = position;
        for (var column : columns) {
            next = column.bind(statement, next);
        }
        return next;
    }
}
