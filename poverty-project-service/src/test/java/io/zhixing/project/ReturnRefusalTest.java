package io.zhixing.project;

import static io.zhixing.project.Fund.refused;
import static io.zhixing.project.Orders.answer;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.zhixing.platform.problem.DatabaseProblems;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.time.Ids;
import io.zhixing.platform.time.Shanghai;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A closed budget is opened for nobody who is alone, and for no money twice. */
@QuarkusTest
@ExtendWith(NoDrift.class)
class ReturnRefusalTest {

    private static final long FEN = 5_000;

    private final Fund fund = new Fund();
    private final Orders orders = new Orders(fund);
    private final Reversals reversals = new Reversals(fund);
    private final Returns returns = new Returns(fund);
    private String order;
    private String returned;

    @Inject
    DatabaseProblems problems;

    @BeforeEach
    void given() {
        order = orders.paidAndClosed(FEN);
        returned = returns.kept(order, FEN);
    }

    @Test
    void nothing_is_reopened_without_a_request() {
        // When
        var answer = returns.reopen(returned);
        // Then
        refused(answer, 409, "TRANSITION_NOT_AVAILABLE");
        nothingMoved("RECEIVED");
    }

    @Test
    void nobody_approves_his_own_request_and_the_database_itself_keeps_him_from_it() {
        // Given
        returns.requested(returned);
        // When
        var own = returns.move(returns.financeWithTwoHats(), returned, Returns.REOPEN);
        var refusal = assertThrows(SQLException.class, () -> {
            try (var connection = Database.asApplication().within(fund.city.path()).connect();
                    var statement = connection.prepareStatement(
                            """
                            update unallocated_return set status = 'REOPENED', approved_by = requested_by where id = ?::uuid""")) {
                statement.setString(1, returned.replace("unallocated-returns/", ""));
                statement.execute();
            }
        });
        // Then
        refused(own, 409, "FOUR_EYES");
        reasons(returns.financeWithTwoHats(), "reopen", "FOUR_EYES");
        assertEquals("FOUR_EYES", problems.of(refusal).orElseThrow().problem().name());
        nothingMoved("REOPEN_REQUESTED");
    }

    @Test
    void the_ledger_opens_nothing_that_was_not_approved() {
        // Given
        returns.requested(returned);
        // When
        var refusal = assertThrows(SQLException.class, () -> {
            try (var connection = Database.asApplication().within(fund.city.path()).connect();
                    var statement = connection.prepareStatement("select * from ledger_reopened(?::uuid)")) {
                statement.setString(1, returned.replace("unallocated-returns/", ""));
                statement.execute();
            }
        });
        // Then
        assertEquals("FOUR_EYES", problems.of(refusal).orElseThrow().problem().name());
        nothingMoved("REOPEN_REQUESTED");
    }

    @Test
    void a_return_is_posted_once() {
        // Given
        returns.requested(returned);
        var read = returns.tag(returned);
        returns.reopen(returned).then().statusCode(200);
        // When
        var again = returns.reopen(returned);
        var late = fund.moveFrom(read, fund.approver(), returned, Returns.REOPEN);
        // Then
        refused(again, 409, "TRANSITION_NOT_AVAILABLE");
        refused(late, 412, "PRECONDITION_FAILED");
        assertEquals(2, Orders.journals(order));
        assertEquals("0 closed", Returns.account(orders.budgetOf(order)));
    }

    @Test
    void a_request_names_its_document_and_a_refusal_its_reason() {
        // When
        var undocumented = returns.move(returns.finance(), returned,
                Map.of("transition", "request-reopening", "on", "2016-11-14"));
        var blank = returns.move(returns.finance(), returned,
                Map.of("transition", "request-reopening", "on", "2016-11-14", "documentNo", " "));
        // Then
        refused(undocumented, 422, "DOCUMENT_REQUIRED");
        refused(blank, 400, "VALIDATION_FAILED");
        assertEquals("RECEIVED", returns.state(returned));
        returns.requested(returned);
        refused(returns.move(fund.approver(), returned, Map.of("transition", "dismiss", "on", "2016-11-15")), 422,
                "REASON_REQUIRED");
        refused(returns.move(fund.approver(), returned,
                Map.of("transition", "reopen", "on", "2016-11-16", "documentNo", "示例〔2016〕22号")), 400,
                "FIELD_OF_ANOTHER_STEP");
        nothingMoved("REOPEN_REQUESTED");
    }

    @Test
    void no_step_is_taken_before_the_money_came_nor_before_the_request_nor_tomorrow() {
        // Given
        var tomorrow = Shanghai.today(Clock.systemUTC()).plusDays(1).toString();
        // When
        var early = returns.move(returns.finance(), returned, Returns.request("2016-11-09"));
        var late = returns.move(returns.finance(), returned, Returns.request(tomorrow));
        // Then
        refused(early, 422, "TRANSITION_DAY_INVALID");
        refused(late, 422, "TRANSITION_DAY_INVALID");
        returns.requested(returned);
        for (var on : List.of("2016-11-13", tomorrow)) {
            refused(returns.move(fund.approver(), returned, Map.of("transition", "reopen", "on", on)), 422,
                    "TRANSITION_DAY_INVALID");
        }
        nothingMoved("REOPEN_REQUESTED");
    }

    @Test
    void the_county_decides_and_each_in_his_role() {
        // Given
        var village = fund.as("FUND_CASHIER", fund.village, Ids.next());
        // When
        var below = returns.move(village, returned, Returns.request("2016-11-14"));
        var approver = returns.move(fund.approver(), returned, Returns.request("2016-11-14"));
        // Then
        refused(below, 403, "FORBIDDEN");
        refused(approver, 403, "FORBIDDEN");
        returns.requested(returned);
        refused(returns.move(fund.cashier(), returned, Returns.REOPEN), 403, "FORBIDDEN");
        refused(returns.move(fund.as("FUND_APPROVER", fund.village, Ids.next()), returned, Returns.REOPEN), 403,
                "FORBIDDEN");
        nothingMoved("REOPEN_REQUESTED");
    }

    @Test
    void a_return_that_is_not_there_or_not_theirs_is_not_found() {
        // Given
        var elsewhere = new Fund();
        // When
        var read = elsewhere.cashier().get(Fund.BASE + returned);
        var moved = fund.moveFrom(returns.tag(returned), elsewhere.cashier(), returned,
                Returns.request("2016-11-14"));
        var nothing = fund.moveFrom("\"v1\"", returns.finance(), "unallocated-returns/" + Ids.next(),
                Returns.request("2016-11-14"));
        // Then
        List.of(read, moved, nothing).forEach(one -> refused(one, 404, "NOT_FOUND"));
        nothingMoved("RECEIVED");
    }

    @Test
    void a_step_names_the_version_that_was_read() {
        // When
        var stale = fund.moveFrom("\"v9\"", returns.finance(), returned, Returns.request("2016-11-14"));
        var blind = returns.finance().body(Returns.request("2016-11-14"))
                .post(Fund.BASE + returned + "/transitions");
        // Then
        refused(stale, 412, "PRECONDITION_FAILED");
        refused(blind, 428, "PRECONDITION_REQUIRED");
        nothingMoved("RECEIVED");
    }

    /** Such money is a new source, by a document. */
    @Test
    void a_line_whose_return_was_reversed_once_takes_no_second_one() {
        // Given
        var project = fund.listedProject();
        var second = orders.sent(fund.budgetOf(project, FEN), FEN);
        orders.receipt("FILE-" + second, List.of(answer(second, 1, "PAID", FEN, second))).then().statusCode(200);
        orders.receipt("BACK-" + second, List.of(answer(second, 1, "RETURNED", FEN, "BACK-" + second))).then()
                .statusCode(200);
        reversals.reversed(reversals.of(second, "REFUND"), "2016-09-05");
        orders.accepted(project);
        fund.taken(fund.cityCashier, "projects/" + project, "close", "2016-11-01");
        var late = returns.kept(second, FEN);
        returns.requested(late);
        // When
        var answer = returns.reopen(late);
        // Then
        refused(answer, 409, "ALREADY_REFUNDED");
        assertEquals("REOPEN_REQUESTED", returns.state(late));
        assertEquals("0 closed", Returns.account(orders.budgetOf(second)));
        assertEquals(List.of("PAID"), reversals.lines(second));
    }

    private void nothingMoved(String state) {
        assertEquals(state, returns.state(returned));
        assertEquals("PAID", fund.state("disbursements/" + order));
        assertEquals(List.of("PAID"), reversals.lines(order));
        assertEquals(1, Orders.journals(order));
        assertEquals("0 closed", Returns.account(orders.budgetOf(order)));
    }

    private void reasons(RequestSpecification by, String step, String code) {
        by.get(Fund.BASE + returned + "/transitions").then().statusCode(200)
                .body("transitions.find { it.name == '" + step + "' }.reasons.code", hasItem(code))
                .body("transitions.find { it.name == '" + step + "' }.allowed", is(false));
    }
}
