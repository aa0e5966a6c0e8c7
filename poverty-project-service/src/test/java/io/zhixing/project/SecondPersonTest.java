package io.zhixing.project;

import static io.zhixing.project.Fund.refused;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.problem.DatabaseProblems;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An order that one person draws up and another submits is approved by a third. */
@QuarkusTest
@ExtendWith(NoDrift.class)
class SecondPersonTest {

    private final Fund fund = new Fund();
    private final Orders orders = new Orders(fund);

    @Inject
    DatabaseProblems problems;

    @Test
    void whoever_submitted_an_order_neither_approves_nor_rejects_it() {
        // Given
        var submitter = Ids.next();
        var budget = fund.budget(1_000);
        var order = "disbursements/" + orders.draft(budget, 500);
        fund.move(fund.withTwoHats(submitter), order, "submit", "2016-09-01").then().statusCode(200);
        // When
        var approval = fund.move(fund.withTwoHats(submitter), order, "approve", "2016-09-02");
        var rejection = fund.moveWith(fund.withTwoHats(submitter), order,
                Map.of("transition", "reject", "on", "2016-09-02", "comment", "金额有误"));
        // Then
        refused(approval, 409, "FOUR_EYES");
        refused(rejection, 409, "FOUR_EYES");
        fund.withTwoHats(submitter).get(Fund.BASE + order + "/transitions").then()
                .body("transitions.find { it.name == 'approve' }.reasons.code", hasItem("FOUR_EYES"));
        assertEquals("SUBMITTED", fund.state(order));
        assertEquals(1_000, fund.available(budget));
        fund.move(fund.clerkWithTwoHats(), order, "approve", "2016-09-02").then().statusCode(409);
        fund.move(fund.approver(), order, "approve", "2016-09-02").then().statusCode(200);
    }

    @Test
    void the_database_itself_keeps_the_submitter_from_approving() {
        // Given
        var order = orders.draft(fund.budget(1_000), 500);
        fund.move(fund.withTwoHats(Ids.next()), "disbursements/" + order, "submit", "2016-09-01").then()
                .statusCode(200);
        // When
        var refusal = assertThrows(SQLException.class, () -> {
            try (var connection = Database.asApplication().within(fund.county.path()).connect();
                    var statement = connection.prepareStatement(
                            "update disbursement set status = 'APPROVED', approved_by = submitted_by where id = ?::uuid")) {
                statement.setString(1, order);
                statement.execute();
            }
        });
        // Then
        assertEquals("FOUR_EYES", problems.of(refusal).orElseThrow().problem().name());
    }
}
