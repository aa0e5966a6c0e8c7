package io.zhixing.platform.testing.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;

class StatementsTest {

    private static final Database DATABASE = SampleDatabase.fresh("create table thing (id int)",
            "create function fill() returns void language sql as $$ insert into thing values (1); insert into thing values (2) $$");

    @Test
    void equal_statements_with_other_values_are_one_statement_run_twice() {
        // When
        var counted = Statements.of(DATABASE,
                () -> run("insert into thing values (1)", "insert into thing values (2)"));
        // Then
        assertEquals(2, counted.count(), counted.toString());
        assertEquals(1, counted.list().size(), counted.toString());
    }

    @Test
    void transaction_control_and_settings_are_not_counted() {
        // When
        var counted = Statements.of(DATABASE,
                () -> run("begin", "set local lock_timeout = 1", "select count(*) from thing", "commit",
                        "show lock_timeout"));
        // Then
        assertEquals(1, counted.count(), counted.toString());
    }

    @Test
    void statements_inside_a_function_are_one_call() {
        // When
        var counted = Statements.of(DATABASE, () -> run("select fill()"));
        // Then
        assertEquals(1, counted.count(), counted.toString());
    }

    @Test
    void what_ran_before_does_not_count() {
        // Given
        run("delete from thing");
        // When
        var counted = Statements.of(DATABASE, () -> {});
        // Then
        assertEquals(0, counted.count(), counted.toString());
    }

    @Test
    void the_text_names_each_statement_and_how_often_it_ran() {
        // When
        var counted = Statements.of(DATABASE, () -> run("update thing set id = 7", "update thing set id = 8"));
        // Then
        assertTrue(counted.toString().contains("2 x update thing set id = $1"), counted.toString());
    }

    @Test
    void an_assertion_inside_passes_through() {
        assertThrows(AssertionError.class, () -> Statements.of(DATABASE, () -> {
            throw new AssertionError("seen");
        }));
    }

    private static void run(String... statements) {
        try (var connection = DATABASE.connect(); var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
