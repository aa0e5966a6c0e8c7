package io.zhixing.project;

import static io.zhixing.project.Fund.refused;
import static io.zhixing.project.Orders.answer;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.time.Ids;
import io.zhixing.platform.time.Shanghai;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reversals that are not asked for: what is no clerk's error, or nobody's to undo; nothing moves. */
@QuarkusTest
@ExtendWith(NoDrift.class)
class ReversalRequestTest {

    private final Fund fund = new Fund();
    private final Orders orders = new Orders(fund);
    private final Reversals reversals = new Reversals(fund);

    @Test
    void a_reversal_is_not_reversed_and_a_journal_not_twice() {
        // Given
        var allocation = fund.allocation(fund.source(1_000), 400);
        var journal = reversals.on(allocation, "ALLOCATE");
        var reversal = reversals.reversed(journal, "2016-03-12");
        // When
        var ofTheReversal = reversals.request(fund.cashier(), reversal, "2016-03-13");
        var again = reversals.request(fund.cashier(), journal, "2016-03-13");
        // Then
        refused(ofTheReversal, 409, "NOT_REVERSIBLE");
        refused(again, 409, "NOT_REVERSIBLE");
        assertEquals(3, reversals.posted());
        assertEquals(1, reversals.requests());
    }

    @Test
    void a_journal_whose_reversal_waits_has_no_second_one() {
        // Given
        var journal = reversals.journal();
        reversals.requested(journal, "2016-03-12");
        // When
        var second = reversals.request(fund.cashier(), journal, "2016-03-12");
        // Then
        refused(second, 409, "REVERSAL_REQUESTED");
        assertEquals(1, reversals.requests());
    }

    @Test
    void what_moved_the_money_of_a_closed_account_is_not_asked_back() {
        // Given
        var order = orders.paidAndClosed(600);
        // When
        var payment = reversals.request(fund.cashier(), reversals.of(order, "PAY"), "2016-11-02");
        // Then
        refused(payment, 409, "ACCOUNT_CLOSED");
        assertEquals(0, reversals.requests());
    }

    /** It went up from a budget that is closed: the line stays returned, and the return posted. */
    @Test
    void what_a_return_after_close_has_moved_stays_where_it_is() {
        // Given
        var returns = new Returns(fund);
        var order = orders.paidAndClosed(600);
        var returned = returns.kept(order, 600);
        returns.requested(returned);
        returns.reopen(returned).then().statusCode(200);
        // When
        var refund = reversals.request(fund.cashier(), reversals.of(order, "REFUND"), "2016-11-17");
        var clawback = reversals.request(fund.cashier(), reversals.on(orders.budgetOf(order), "CLAWBACK"),
                "2016-11-17");
        // Then
        refused(refund, 409, "ACCOUNT_CLOSED");
        refused(clawback, 409, "RETURN_NOT_REVERSIBLE");
        assertEquals(0, reversals.requests());
        assertEquals("POSTED", returns.state(returned));
    }

    @Test
    void nothing_is_reversed_before_it_was_done_nor_tomorrow() {
        // Given
        var journal = reversals.journal();
        var tomorrow = Shanghai.today(Clock.systemUTC()).plusDays(1).toString();
        // When
        var early = reversals.request(fund.cashier(), journal, "2016-03-09");
        var late = reversals.request(fund.cashier(), journal, tomorrow);
        // Then
        refused(early, 409, "STEP_OUT_OF_ORDER");
        refused(late, 409, "STEP_OUT_OF_ORDER");
        assertEquals(0, reversals.requests());
        var request = reversals.requested(journal, "2016-03-12");
        refused(reversals.confirm(request, "2016-03-11"), 422, "TRANSITION_DAY_INVALID");
        refused(reversals.confirm(request, tomorrow), 422, "TRANSITION_DAY_INVALID");
        assertEquals("REQUESTED", reversals.state(request));
        assertEquals(2, reversals.posted());
    }

    @Test
    void a_journal_that_is_not_there_or_not_theirs_is_not_found() {
        // Given
        var journal = reversals.journal();
        var elsewhere = new Fund();
        // When
        var nothing = reversals.request(fund.cashier(), Long.MAX_VALUE, "2016-03-12");
        var foreign = reversals.request(elsewhere.cashier(), journal, "2016-03-12");
        var read = elsewhere.cashier().get(Fund.BASE + "ledger/journals/" + journal);
        // Then
        List.of(nothing, foreign, read).forEach(one -> refused(one, 404, "NOT_FOUND"));
        assertEquals(0, reversals.requests());
        var request = reversals.requested(journal, "2016-03-12");
        refused(elsewhere.cashier().get(Fund.BASE + request), 404, "NOT_FOUND");
        refused(fund.moveFrom(reversals.tag(request), elsewhere.cashier(), request, Reversals.confirmation()), 404,
                "NOT_FOUND");
    }

    @Test
    void one_request_and_one_confirmation_that_are_sent_again_count_once() {
        // Given
        var journal = reversals.journal();
        var key = Ids.next().toString();
        var asked = ask(key, journal);
        var request = "reversals/" + asked.path("id");
        var tag = reversals.tag(request);
        var once = confirmWith(key, tag, request);
        // When
        var askedAgain = ask(key, journal);
        var again = confirmWith(key, tag, request);
        // Then
        askedAgain.then().statusCode(201).header("Idempotent-Replayed", "true").header("Location",
                asked.header("Location"));
        again.then().statusCode(200).header("Idempotent-Replayed", "true");
        assertEquals(once.asString(), again.asString());
        assertEquals(3, reversals.posted());
        assertEquals(1, reversals.requests());
    }

    @ParameterizedTest
    @CsvSource({"reason,''", "documentNo,' '", "on,", "reason,"})
    void a_request_says_why_by_which_document_and_when(String field, String value) {
        // Given
        var journal = reversals.journal();
        var body = Reversals.body("2016-03-12");
        body.put(field, value);
        // When
        var answer = fund.cashier().body(body).post(Fund.BASE + "ledger/journals/" + journal + "/reversal");
        // Then
        refused(answer, 400, "VALIDATION_FAILED");
        answer.then().body("errors.pointer", hasItem("/" + field));
        assertEquals(0, reversals.requests());
    }

    private Response ask(String key, long journal) {
        return reversals.request(fund.cityCashier.call(key), journal, "2016-03-12");
    }

    private Response confirmWith(String key, String tag, String request) {
        return fund.moveFrom(tag, reversals.second.call(key), request, Reversals.confirmation());
    }
}
