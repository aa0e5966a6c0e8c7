package io.zhixing.project;

import static io.restassured.RestAssured.given;
import static io.zhixing.project.Fund.refused;
import static io.zhixing.project.Orders.answer;
import static io.zhixing.project.Orders.lines;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.zhixing.platform.problem.DatabaseProblems;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Reversals that are asked for and not confirmed; nothing moves. */
@QuarkusTest
@ExtendWith(NoDrift.class)
class ReversalConfirmationTest {

    private final Fund fund = new Fund();
    private final Orders orders = new Orders(fund);
    private final Reversals reversals = new Reversals(fund);

    @Inject
    DatabaseProblems problems;

    @Test
    void a_payment_of_which_a_line_came_back_is_not_reversed_neither_before_nor_while_it_waits() {
        // Given
        var budget = fund.budget(1_000);
        var order = orders.sent(budget, 300, 200);
        orders.receipt("FILE-" + order, List.of(answer(order, 1, "PAID", 300, order + "-1"),
                answer(order, 2, "PAID", 200, order + "-2"))).then().statusCode(200);
        var journal = reversals.of(order, "PAY");
        var waiting = reversals.requested(journal, "2016-09-06");
        orders.receipt("BACK-" + order, List.of(answer(order, 1, "RETURNED", 300, order + "-r"))).then()
                .statusCode(200);
        // When
        var confirmed = reversals.confirm(waiting, "2016-09-08");
        // Then
        refused(confirmed, 409, "NOT_REVERSIBLE");
        reasons(reversals.second.call(), waiting, "NOT_REVERSIBLE");
        reversals.move(fund.cashier(), waiting, Map.of("transition", "dismiss", "on", "2016-09-08", "comment", "已退回"))
                .then().statusCode(200);
        refused(reversals.request(fund.cashier(), journal, "2016-09-08"), 409, "NOT_REVERSIBLE");
        assertEquals(List.of("RETURNED", "PAID"), reversals.lines(order));
        assertEquals(2, Orders.journals(order));
        assertEquals(800, fund.available(budget));
    }

    @Test
    void nobody_confirms_his_own_request_and_the_database_itself_keeps_him_from_it() {
        // Given
        var journal = reversals.journal();
        var request = reversals.requested(journal, "2016-03-12");
        // When
        var own = reversals.move(fund.cashier(), request, Reversals.confirmation());
        var refusal = assertThrows(SQLException.class, () -> {
            try (var connection = Database.asApplication().within(fund.city.path()).connect();
                    var statement = connection.prepareStatement("""
                            update reversal_request set status = 'EXECUTED', confirmed_by = requested_by, reversal_id = journal_id
                            where id = ?::uuid""")) {
                statement.setString(1, request.replace("reversals/", ""));
                statement.execute();
            }
        });
        // Then
        refused(own, 409, "FOUR_EYES");
        reasons(fund.cashier(), request, "FOUR_EYES");
        assertEquals("FOUR_EYES", problems.of(refusal).orElseThrow().problem().name());
        assertEquals("REQUESTED", reversals.state(request));
        assertEquals(2, reversals.posted());
    }

    @Test
    void a_county_neither_takes_back_what_the_city_gave_it_nor_a_village_what_the_county_paid() {
        // Given
        var allocated = reversals.journal();
        var order = paid(fund.budget(1_000), 600);
        var county = new Handler("FUND_CASHIER", fund.county, Ids.next());
        var village = new Handler("FUND_CASHIER", fund.village, Ids.next());
        // When
        var asked = reversals.request(county.call(), allocated, "2016-03-12");
        var waiting = reversals.requested(allocated, "2016-03-12");
        var confirmed = reversals.move(county.call(), waiting, Reversals.confirmation());
        var payment = reversals.requested(reversals.of(order, "PAY"), "2016-09-08");
        var confirmedBelow = reversals.move(village.call(), payment,
                Map.of("transition", "confirm", "on", "2016-09-08"));
        // Then
        List.of(asked, confirmed, confirmedBelow).forEach(one -> refused(one, 403, "FORBIDDEN"));
        assertEquals("PAID", fund.state("disbursements/" + order));
        reversals.move(county.call(), payment, Map.of("transition", "confirm", "on", "2016-09-08")).then()
                .statusCode(200);
    }

    @Test
    void what_is_spent_reserved_or_closed_is_not_taken_back() {
        // Given
        var allocation = fund.allocation(fund.source(1_000), 1_000);
        var budget = fund.budgetFrom(allocation, fund.listedProject(), 800);
        orders.sent(budget, 500);
        var project = fund.listedProject();
        var order = orders.paidAndAccepted(project, 600);
        var ofBudget = reversals.requested(reversals.on(budget, "BUDGET"), "2016-09-08");
        var ofPayment = reversals.requested(reversals.of(order, "PAY"), "2016-10-31");
        orders.closed(project);
        // When
        var reserved = reversals.confirm(ofBudget, "2016-09-08");
        var closed = reversals.confirm(ofPayment, "2016-11-02");
        // Then
        refused(reserved, 409, "INSUFFICIENT_FUNDS");
        refused(closed, 409, "ACCOUNT_CLOSED");
        reasons(reversals.second.call(), ofBudget, "INSUFFICIENT_FUNDS");
        reasons(reversals.second.call(), ofPayment, "ACCOUNT_CLOSED");
        assertEquals(300, fund.available(budget));
        assertEquals("PAID", fund.state("disbursements/" + order));
        assertEquals(List.of("PAID"), reversals.lines(order));
        assertEquals(1, Orders.journals(order));
    }

    @Test
    void a_return_whose_debt_was_settled_otherwise_since_is_not_reversed() {
        // Given
        var owed = fund.obligation("LAND_COMPENSATION_ARREARS", 600);
        var budget = fund.budget(2_000);
        var first = paidFor(owed, budget);
        orders.receipt("BACK-" + first, List.of(answer(first, 1, "RETURNED", 600, "BACK-" + first))).then()
                .statusCode(200);
        paidFor(owed, budget);
        var request = reversals.requested(reversals.of(first, "REFUND"), "2016-09-08");
        // When
        var confirmed = reversals.confirm(request, "2016-09-08");
        // Then
        refused(confirmed, 409, "OVER_SETTLED");
        assertEquals(List.of("RETURNED"), reversals.lines(first));
        fund.reader().get(Fund.BASE + "obligations/" + owed).then().body("settledFen", is(600)).body("version", is(4));
        assertEquals(1_400, fund.available(budget));
    }

    @Test
    void a_confirmation_names_the_version_that_was_read_and_itself() {
        // Given
        var request = reversals.requested(reversals.journal(), "2016-03-12");
        var address = Fund.BASE + request + "/transitions";
        var stale = "\"v9\"";
        // When
        var old = fund.moveFrom(stale, reversals.second.call(), request, Reversals.confirmation());
        var blind = reversals.second.call().body(Reversals.confirmation()).post(address);
        var keyless = keyless().header("If-Match", reversals.tag(request)).body(Reversals.confirmation()).post(address);
        // Then
        refused(old, 412, "PRECONDITION_FAILED");
        refused(blind, 428, "PRECONDITION_REQUIRED");
        refused(keyless, 400, "IDEMPOTENCY_KEY_REQUIRED");
        assertEquals("REQUESTED", reversals.state(request));
        assertEquals(2, reversals.posted());
    }

    @Test
    void what_was_decided_is_not_decided_again_and_a_refusal_has_its_reason() {
        // Given
        var request = reversals.requested(reversals.journal(), "2016-03-12");
        // When
        var silent = reversals.move(reversals.second.call(), request,
                Map.of("transition", "dismiss", "on", "2016-03-12"));
        // Then
        refused(silent, 422, "REASON_REQUIRED");
        reversals.confirm(request, "2016-03-12").then().statusCode(200);
        refused(reversals.confirm(request, "2016-03-13"), 409, "TRANSITION_NOT_AVAILABLE");
        refused(reversals.move(fund.cashier(), request,
                Map.of("transition", "dismiss", "on", "2016-03-13", "comment", "迟了")), 409,
                "TRANSITION_NOT_AVAILABLE");
        assertEquals(3, reversals.posted());
    }

    private RequestSpecification keyless() {
        return given().auth().oauth2(Tokens.grant("FUND_APPROVER", fund.city.code()).member(Ids.next()).token())
                .contentType(ContentType.JSON);
    }

    private String paid(String budget, long fen) {
        var order = orders.sent(budget, fen);
        orders.receipt("FILE-" + order, List.of(answer(order, 1, "PAID", fen, order))).then().statusCode(200);
        return order;
    }

    private String paidFor(String owed, String budget) {
        var stated = lines(600);
        stated.get(0).put("obligationId", owed);
        var order = orders.send(orders.request(budget, 600, stated).then().statusCode(201).extract().path("id"));
        orders.receipt("FILE-" + order, List.of(answer(order, 1, "PAID", 600, order))).then().statusCode(200);
        return order;
    }

    private void reasons(RequestSpecification by, String request, String code) {
        by.get(Fund.BASE + request + "/transitions").then().statusCode(200)
                .body("transitions.find { it.name == 'confirm' }.reasons.code", hasItem(code))
                .body("transitions.find { it.name == 'confirm' }.allowed", is(false));
    }
}
