package io.zhixing.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.problem.DatabaseProblems;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SqlTest {

    private static final String INSERT = "insert into folder (id, code, path) values (?, ?, ?)";

    @Inject
    Sql database;

    @Inject
    AgroalDataSource connections;

    @Inject
    DatabaseProblems problems;

    @Test
    void every_kind_of_value_arrives_as_it_was_given() {
        // Given
        var given = List.<Object>of("学习", 7, 7L, new BigDecimal("1.50"), true, Ids.next(),
                LocalDate.of(2016, 7, 1));
        // When
        var read = database.one("""
                select ?::text, ?::integer, ?::bigint, ?::numeric, ?::boolean, ?::uuid, ?::date""", row -> {
            var values = new ArrayList<Object>();
            for (int i = 0; i < given.size(); i++) {
                values.add(row.getObject(i + 1, given.get(i).getClass()));
            }
            return values;
        }, given.toArray());
        // Then
        assertEquals(given, read);
    }

    @Test
    void a_constant_is_its_name_an_instant_its_moment_and_bytes_are_bytes() {
        var bytes = new byte[]{0, 1, -1};
        var at = Instant.parse("2016-07-01T00:30:02Z");
        var inText = "select (?::timestamptz at time zone 'UTC')::text";
        assertEquals("SECONDS", database.one("select ?::text", row -> row.getString(1), TimeUnit.SECONDS));
        assertEquals("2016-07-01 00:30:02", database.one(inText, row -> row.getString(1), at));
        assertEquals("2016-07-01 00:30:02",
                database.one(inText, row -> row.getString(1), at.atOffset(ZoneOffset.ofHours(8))));
        assertArrayEquals(bytes, database.one("select ?::bytea", row -> row.getBytes(1), bytes));
    }

    @Test
    void nothing_takes_the_type_that_the_statement_gives_it() {
        var read = database.one("select ?::uuid, ?::date, ?::bigint, ?::text, ?::uuid[]",
                row -> Arrays.asList(row.getObject(1), row.getObject(2), row.getObject(3), row.getObject(4),
                        row.getObject(5)),
                null, null, null, null, null);
        assertEquals(Arrays.asList(null, null, null, null, null), read);
    }

    @Test
    void an_array_has_its_type_even_without_elements() {
        assertEquals(0, count("select count(*) from folder where id = any (?)", SqlArray.uuids(List.of())));
        assertEquals(0, count("select count(*) from unnest(?)", SqlArray.texts(List.of())));
        assertEquals(3, count("select sum(n) from unnest(?) as n", SqlArray.of("smallint", List.of(1, 2))));
        assertEquals(1, count("select count(*) from unnest(?) as n where n = 'DAYS'",
                SqlArray.texts(List.of(TimeUnit.DAYS, TimeUnit.HOURS))));
    }

    @Test
    void a_batch_stands_for_each_of_its_columns_between_other_values() {
        // Given
        var batch = Batch.of(List.of("a", "bc")).column("text", text -> text).column("integer", String::length);
        // When
        var read = database.list(
                """
                select ? || n.text || n.length || ? from unnest(?, ?) as n (text, length) where n.length > ? order by n.length""",
                row -> row.getString(1), "<", ">", batch, 0);
        // Then
        assertEquals(List.of("<a1>", "<bc2>"), read);
    }

    @Test
    void rows_come_as_a_list_by_key_and_in_groups() {
        var rows = "select * from (values ('x', 1), ('y', 2), ('x', 3)) as v (key, value) where value <= ? order by value";
        assertEquals(List.of(1, 2, 3), database.list(rows, row -> row.getInt("value"), 3));
        var oneLast = rows + " = 1, value";
        assertEquals("{y=2, x=1}",
                database.map(oneLast, row -> row.getString("key"), row -> row.getInt("value"), 3).toString());
        assertEquals("{y=[2], x=[3, 1]}",
                database.grouped(oneLast, row -> row.getString("key"), row -> row.getInt("value"), 3).toString());
        assertEquals(Optional.of(1), database.first(rows, row -> row.getInt("value"), 3));
        assertEquals(Optional.empty(), database.first(rows, row -> row.getInt("value"), 0));
        assertEquals(Optional.empty(), database.first("select max(value) from (" + rows + ") v",
                row -> row.getObject(1, Integer.class), 0));
    }

    @Test
    void one_row_means_one() {
        var rows = "select n from generate_series(1, ?) as n";
        assertEquals(1, count(rows, 1));
        assertThrows(IllegalStateException.class, () -> count(rows, 0));
        assertThrows(IllegalStateException.class, () -> count(rows, 2));
    }

    @Test
    void what_it_writes_belongs_to_the_running_transaction() {
        // Given
        var id = Ids.next();
        QuarkusTransaction.begin();
        // When
        assertEquals(1, database.update(INSERT, id, "sql-" + id, "/sql-" + id + "/"));
        assertEquals(1, count("select count(*) from folder where id = ?", id));
        QuarkusTransaction.rollback();
        // Then
        assertEquals(0, count("select count(*) from folder where id = ?", id));
    }

    @Test
    void on_a_connection_that_is_handed_on_it_leaves_the_transaction_to_its_owner() throws SQLException {
        // Given
        var id = Ids.next();
        try (var connection = connections.getConnection()) {
            connection.setAutoCommit(false);
            // When
            Sql.update(connection, INSERT, id, "sql-" + id, "/sql-" + id + "/");
            var seen = Sql.first(connection, "select code from folder where id = ?", row -> row.getString(1), id);
            connection.rollback();
            // Then
            assertEquals(Optional.of("sql-" + id), seen);
        }
        assertEquals(0, count("select count(*) from folder where id = ?", id));
    }

    @Test
    void what_the_database_refuses_is_the_problem_it_always_was() {
        // Given
        QuarkusTransaction.begin();
        try {
            // When
            var refused = assertThrows(IllegalStateException.class,
                    () -> database.update("insert into note_ref (id, title, version, applied) values (?, '', 1, 1)",
                            Ids.next()));
            // Then: the application's role may not write into a projection
            assertEquals(PlatformProblems.FORBIDDEN, problems.of(refused).orElseThrow().problem());
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private long count(String sql, Object... parameters) {
        return database.one(sql, row -> row.getLong(1), parameters);
    }
}
