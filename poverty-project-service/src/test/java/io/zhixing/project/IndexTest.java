package io.zhixing.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.database.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the frequent questions read does not grow with the city. */
@QuarkusTest
class IndexTest {

    /** Of the platform: asked by the resource whose steps they are. */
    private static final String STEPS = "step_history.organization_path";

    private static final String WITHOUT_INDEX = """
            select c.relname || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
              and a.attname ~ '(^|_)path$' and not a.attisdropped and c.relname <> 'change'
              and not exists (select from pg_index i where i.indrelid = c.oid and i.indkey[0] = a.attnum)
            order by 1""";

    @Test
    void rows_are_listed_and_move_by_an_index_that_begins_with_their_path() {
        // When
        var without = Database.asOwner().query(WITHOUT_INDEX, row -> row.getString(1));
        // Then
        assertEquals(List.of(), without.stream().filter(one -> !one.equals(STEPS)).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind = 'ENTRY' and level = 'COUNTY' order by starts_on, id",
            "kind = 'PLAN' and level = 'COUNTY' and outcome = 'PASSED' and closed_on <= '2016-06-20'"})
    void the_notices_that_a_step_of_a_project_asks_for_are_found_by_the_project(String asked) throws SQLException {
        // Given
        var path = new Fund().village.path();
        // When
        var plan = plan(path, "select * from public_notice where project_id = '%s' and ".formatted(UUID.randomUUID())
                + asked);
        // Then
        assertTrue(plan.contains("public_notice_by_project"), plan);
    }

    @ParameterizedTest
    @ValueSource(strings = {"performance_target", "objection", "reversal_request", "unallocated_return"})
    void a_page_is_read_in_the_order_of_an_index(String table) throws SQLException {
        // Given
        var path = new Fund().village.path();
        // When
        var plan = plan(path, "select * from %s where organization_path >= '%s' and organization_path < '%s' "
                .formatted(table, path, path.replaceFirst("/$", "0")) + "order by organization_path, id limit 51");
        // Then
        assertTrue(plan.contains(table + "_by_path") && !plan.contains("Sort"), plan);
    }

    @Test
    void entries_of_the_library_that_grew_old_are_found_among_those_that_wait() throws SQLException {
        // Given
        var path = new Fund().village.path();
        // When
        var plan = plan(path, "select * from project where status = 'IN_LIBRARY' and library_year <= 2015 "
                + "and organization_path >= '%s' and organization_path < '%s' order by organization_path, id limit 51"
                        .formatted(path, path.replaceFirst("/$", "0")));
        // Then
        assertTrue(plan.contains("project_in_library_by_path") && !plan.contains("Sort"), plan);
    }

    private static String plan(String path, String sql) throws SQLException {
        try (var connection = Database.asApplication().within(path).connect();
                var statement = connection.createStatement()) {
            statement.execute("set enable_seqscan = off");   // tables of a test are too small to be worth an index
            statement.execute("set enable_bitmapscan = off");
            var plan = new StringBuilder();
            try (var rows = statement.executeQuery("explain " + sql)) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            return plan.toString();
        }
    }
}
