package io.zhixing.platform.bulk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Many rows in one statement: each column is one array parameter, which the SQL unrolls by {@code unnest}. One round
 * trip whatever the number of rows.
 *
 * <pre>{@code
 * Batch.of(states).column("uuid", State::id).column("text", State::code).update(connection, """
 *         insert into organization_ref (id, code) select * from unnest(?::uuid[], ?::text[])""");
 * }</pre>
 */
public final class Batch<T> {

    private record Column(String type, Object[] values) {}

    private final List<T> rows;
    private final List<Column> columns = new ArrayList<>();

    private Batch(List<T> rows) {
        this.rows = rows;
    }

    public static <T> Batch<T> of(Collection<T> rows) {
        return new Batch<>(List.copyOf(rows));
    }

    /** @param type PostgreSQL's name of the element type, such as {@code uuid} or {@code date} */
    public Batch<T> column(String type, Function<T, ?> value) {
        columns.add(new Column(type, rows.stream().map(value).toArray()));
        return this;
    }

    /** Number of rows the statement changed; without rows nothing is sent. */
    public int update(Connection connection, String sql) throws SQLException {
        if (rows.isEmpty()) {
            return 0;
        }
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, 1);
            return statement.executeUpdate();
        }
    }

    /** Binds the columns from this position on, for a statement with parameters of its own. */
    public void bind(PreparedStatement statement, int first) throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            statement.setArray(first + i,
                    statement.getConnection().createArrayOf(columns.get(i).type(), columns.get(i).values()));
        }
    }
}
