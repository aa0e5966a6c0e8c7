package io.zhixing.platform.testing.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.enterprise.inject.spi.CDI;

import io.agroal.api.AgroalDataSource;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;

/**
 * Row-level security as it stands in the service's database, asked without the service's code: what a pooled connection
 * shows after its transaction, and that every row shown lies in the scope. Tables whose visibility is not SUBTREE are
 * named with the condition that shows their rows beyond it.
 */
public final class SecondWall {

    /** Of the platform: the change feed tells whoever saw the record before its organization moved. */
    private static final String MOVED_AWAY = "in_scope(previous_path)";

    private static final String GUARDED = """
            select t.relname, exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'organization_path' and not a.attisdropped)
            from pg_class t where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p') and t.relrowsecurity
              and has_table_privilege(t.oid, 'SELECT') order by 1""";

    private final Supplier<String> path;
    private final Map<String, String> beyond = new LinkedHashMap<>(Map.of("change", MOVED_AWAY));

    private SecondWall(Supplier<String> path) {
        this.path = path;
    }

    /** @param path of an organization that has rows in the service's tables when the tests run */
    public static SecondWall of(Supplier<String> path) {
        return new SecondWall(path);
    }

    /** Rows of organizations above the caller's own. */
    public SecondWall downward(String table) {
        beyond.put(table, "current_setting('app.organization_path') like organization_path || '%'");
        return this;
    }

    /** Rows of which the caller's organization is the other side, whose path is in this column. */
    public SecondWall shared(String table, String column) {
        beyond.put(table, "in_scope(" + column + ")");
        return this;
    }

    public Stream<DynamicTest> checks() {
        return Stream.of(
                DynamicTest.dynamicTest("S-6 the next transaction on a pooled connection shows no row", this::probe),
                DynamicTest.dynamicTest("S-4 every row shown lies in the scope", this::inside));
    }

    private void probe() throws SQLException {
        try (var connection = CDI.current().select(AgroalDataSource.class).get().getConnection()) {
            connection.setAutoCommit(false);
            enter(connection, path.get());
            var shown = counts(connection);
            var backend = one(connection, "select pg_backend_pid()");
            connection.commit();
            var next = counts(connection);
            Assertions.assertEquals(backend, one(connection, "select pg_backend_pid()"));
            connection.rollback();
            Assertions.assertTrue(shown.values().stream().anyMatch(rows -> rows > 0),
                    "the scope must show rows, else the next transaction proves nothing");
            next.values().removeIf(rows -> rows == 0);
            Assertions.assertEquals(Map.of(), next, "rows shown without a scope");
        }
    }

    private void inside() throws SQLException {
        var scope = Database.asApplication().within(path.get());
        var outside = guarded().entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey)
                .filter(table -> scope.query(
                        "select count(*) from %s where not in_scope(organization_path) and not coalesce(%s, false)"
                                .formatted(table, beyond.getOrDefault(table, "false")),
                        row -> row.getLong(1)).get(0) > 0)
                .toList();
        Assertions.assertEquals(List.of(), outside, "tables that show rows of other organizations");
    }

    private static Map<String, Boolean> guarded() {
        var tables = new TreeMap<String, Boolean>();
        Database.asApplication().query(GUARDED, row -> tables.put(row.getString(1), row.getBoolean(2)));
        return tables;
    }

    private static Map<String, Long> counts(Connection connection) throws SQLException {
        var counts = new TreeMap<String, Long>();
        for (var table : guarded().keySet()) {
            counts.put(table, one(connection, "select count(*) from " + table));
        }
        return counts;
    }

    private static void enter(Connection connection, String path) throws SQLException {
        try (var scope = connection.prepareStatement("select set_config('app.organization_path', ?, true)")) {
            scope.setString(1, path);
            scope.execute();
        }
    }

    private static long one(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
