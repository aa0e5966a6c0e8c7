package io.zhixing.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.database.Database;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Money moves through the ledger's functions alone, whatever code is written around them. */
@QuarkusTest
class LedgerRightsTest {

    private static final String NO_RIGHT = "42501";

    @ParameterizedTest
    @ValueSource(strings = {
            "update ledger_account set credits = credits + 1",
            "insert into ledger_account (id, kind) values (gen_random_uuid(), 'PAID')",
            "delete from ledger_journal",
            "insert into ledger_journal (dedup_key, kind, occurred_on, actor) values ('x', 'ALLOCATE', '2016-01-01', 'x')",
            "update ledger_transfer set amount_fen = 1",
            "update ledger_reservation set released_fen = 0",
            "update ledger_route set parent_link = 'NONE'",
            "select * from ledger_account",
            "insert into journal_place values (1, '/x/', gen_random_uuid(), gen_random_uuid(), 1, 0)",
            "update journal_place set amount_fen = 1",
            "delete from reversal_request",
            "update obligation set settled_fen = due_fen",
            "delete from disbursement",
            "delete from project",
            "update fund_allocation set amount_fen = 1",
            "select ledger_move(gen_random_uuid(), gen_random_uuid(), 1, 0)",
            "select ledger_settle(1)"})
    void the_application_writes_no_money_itself(String statement) {
        // When
        var refusal = assertThrows(SQLException.class, () -> run(Database.asApplication(), statement));
        // Then
        assertEquals(NO_RIGHT, refusal.getSQLState(), refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "select * from ledger_entry",
            "select * from disbursement",
            "update project set budget_fen = 0",
            "update payment set status = 'PAID'",
            "select ledger_close('00000000-0000-0000-0000-00000000000a')",
            "select ledger_reserve(gen_random_uuid(), 'x')",
            "select ledger_recover(gen_random_uuid(), 'x')",
            "select * from recovery",
            "select * from recoverable(gen_random_uuid())"})
    void the_pipeline_has_no_right_on_money(String statement) {
        // When
        var refusal = assertThrows(SQLException.class, () -> run(Database.asPipeline(), statement));
        // Then
        assertEquals(NO_RIGHT, refusal.getSQLState(), refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"update ledger_journal set reason = 'x'", "delete from ledger_transfer",
            "truncate ledger_reservation", "delete from ledger_account"})
    void what_was_posted_is_changed_by_nobody_not_even_the_owner(String statement) {
        // When
        var refusal = assertThrows(SQLException.class, () -> run(Database.asOwner(), statement));
        // Then
        assertEquals("23001", refusal.getSQLState(), refusal.getMessage());
    }

    private static void run(Database role, String sql) throws SQLException {
        try (var connection = role.connect(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
