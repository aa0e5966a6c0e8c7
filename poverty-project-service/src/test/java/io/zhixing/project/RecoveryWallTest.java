package io.zhixing.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.problem.DatabaseProblems;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.database.Statements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The database itself keeps a recovery, whatever code is written around it. */
@QuarkusTest
@ExtendWith(NoDrift.class)
class RecoveryWallTest {

    private final Fund fund = new Fund();
    private final TakingBack back = new TakingBack(fund);

    @Inject
    DatabaseProblems problems;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "update recovery set status = 'CONFIRMED', confirmed_by = proposed_by where id = ?::uuid|FOUR_EYES",
            "update recovery set status = 'EXECUTED' where id = ?::uuid|FOUR_EYES",
            "update recovery set status = 'DISMISSED' where id = ?::uuid|REASON_REQUIRED",
            "update recovery set to_level = 'ALLOCATION', budget_id = null, account_id = allocation_id where id = ?::uuid|ROUTE_NOT_ALLOWED",
            "update recovery set status_on = '2016-09-01' where id = ?::uuid|STEP_OUT_OF_ORDER",
            "update recovery set status_on = '2999-01-01' where id = ?::uuid|STEP_OUT_OF_ORDER",
            "select ledger_recover(?::uuid, 'test')|TRANSITION_NOT_AVAILABLE"})
    void what_the_service_refuses_the_database_refuses_too(String statement, String code) {
        // Given
        var budget = fund.budget(1_000);
        var recovery = back.proposed(budget, 400, "SOURCE");
        // When
        var refusal = assertThrows(SQLException.class, () -> run(statement, recovery));
        // Then
        assertEquals(code, problems.of(refusal).orElseThrow(() -> new AssertionError(refusal)).problem().name());
        assertEquals(List.of(), TakingBack.postings(recovery));
        assertEquals(1_000, fund.available(budget));
    }

    @Test
    void what_was_executed_posts_nothing_more_however_often_the_ledger_is_asked() throws SQLException {
        // Given
        var budget = fund.budget(1_000);
        var recovery = back.executed(budget, 400, "TREASURY");
        var posted = TakingBack.postings(recovery);
        // When
        run("select ledger_recover(?::uuid, 'test')", recovery);
        // Then
        assertEquals(3, posted.size());
        assertEquals(posted, TakingBack.postings(recovery));
        assertEquals(600, fund.available(budget));
    }

    @Test
    void three_levels_cost_no_more_statements_than_one() {
        // Given
        var budget = fund.budget(1_000);
        var near = back.confirmed(budget, 100, "ALLOCATION");
        var far = back.confirmed(budget, 100, "TREASURY");
        var tags = List.of(fund.tag(near), fund.tag(far));
        // When
        var one = counted(near, tags.get(0));
        var three = counted(far, tags.get(1));
        // Then
        assertEquals(one.count(), three.count(), three.toString());
        assertTrue(three.count() <= 8, three.toString());
    }

    private Statements counted(String recovery, String read) {
        return Statements.of(Database.asApplication(), () -> fund.moveFrom(read, back.cashier.call(), recovery,
                TakingBack.execution()).then().statusCode(200));
    }

    private void run(String sql, String recovery) throws SQLException {
        try (var connection = Database.asApplication().within(fund.county.path()).connect();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, recovery.replace("recoveries/", ""));
            statement.execute();
        }
    }
}
