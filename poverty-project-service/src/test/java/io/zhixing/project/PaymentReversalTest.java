package io.zhixing.project;

import static io.zhixing.project.Orders.answer;
import static io.zhixing.project.Orders.lines;
import static io.zhixing.project.Orders.told;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.event.TopicEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A payment or a return that was booked by error is undone whole by two persons: order, lines and what they settle follow. */
@QuarkusTest
@ExtendWith(NoDrift.class)
class PaymentReversalTest {

    private final Fund fund = new Fund();
    private final Orders orders = new Orders(fund);
    private final Reversals reversals = new Reversals(fund);

    @Test
    void a_reversed_payment_frees_its_money_and_what_it_settled_is_owed_again() {
        // Given
        var owed = fund.obligation("LAND_COMPENSATION_ARREARS", 600);
        var budget = fund.budget(1_000);
        var order = paidFor(owed, budget, 600);
        var journal = reversals.of(order, "PAY");
        var request = reversals.requested(journal, "2016-09-07");
        assertEquals(400, fund.available(budget));
        // When
        var confirmed = reversals.confirm(request, "2016-09-08");
        // Then
        confirmed.then().statusCode(200).body("state", is("EXECUTED")).body("stateOn", is("2016-09-08"))
                .body("version", is(2));
        long reversal = confirmed.jsonPath().getLong("reversalJournalId");
        assertEquals(reversal, reversals.journal(journal).getLong("reversalJournalId"));
        assertEquals(journal, reversals.journal(reversal).getLong("reversesJournalId"));
        assertEquals("2016-09-08", reversals.journal(reversal).getString("occurredOn"));
        assertEquals("PARTLY_RETURNED", fund.state("disbursements/" + order));
        assertEquals(List.of("REVERSED"), reversals.lines(order));
        assertEquals(1_000, fund.available(budget));
        fund.reader().get(Fund.BASE + "obligations/" + owed).then().body("settledFen", is(0)).body("state", is("OPEN"))
                .body("version", is(3));
        var told = OutboxProbe.ofTheService().events(owed, 3).get(2).payload();
        assertEquals("OPEN", told.path("state").asText());
        assertEquals("2016-09-08", told.path("effectiveOn").asText());
        var last = last(order);
        assertEquals("PAID PARTLY_RETURNED 600", last.path("from").asText() + " " + last.path("state").asText() + " "
                + last.at("/lines/returnedFen").asText());
    }

    @Test
    void a_bank_reference_that_was_booked_on_the_wrong_line_pays_the_right_one_once_it_is_free() {
        // Given
        var budget = fund.budget(1_000);
        var wrong = orders.sent(budget, 300);
        var right = orders.sent(budget, 300);
        var reference = "REF-" + wrong;
        orders.receipt("FILE-" + wrong, List.of(answer(wrong, 1, "PAID", 300, reference))).then().statusCode(200);
        assertEquals("BANK_REFERENCE_USED",
                told(orders.receipt("FILE-" + right, List.of(answer(right, 1, "PAID", 300, reference)))));
        reversals.reversed(reversals.of(wrong, "PAY"), "2016-09-08");
        // When
        var receipt = orders.receipt("AGAIN-" + right, List.of(answer(right, 1, "PAID", 300, reference)));
        // Then
        assertEquals("POSTED", told(receipt));
        assertEquals("PAID", fund.state("disbursements/" + right));
        assertEquals("PARTLY_RETURNED", fund.state("disbursements/" + wrong));
        assertEquals(700, fund.available(budget));
        assertEquals("DUPLICATE",
                told(orders.receipt("FILE-" + wrong, List.of(answer(wrong, 1, "PAID", 300, reference)))));
    }

    @Test
    void a_reversed_return_leaves_its_line_paid_and_takes_no_second_one() {
        // Given
        var owed = fund.obligation("LAND_PENSION_RETAINED", 600);
        var budget = fund.budget(1_000);
        var order = paidFor(owed, budget, 600);
        orders.receipt("BACK-" + order, List.of(answer(order, 1, "RETURNED", 600, "BACK-" + order))).then()
                .statusCode(200);
        assertEquals("OPEN", fund.state("obligations/" + owed));
        // When
        reversals.reversed(reversals.of(order, "REFUND"), "2016-09-09");
        // Then
        assertEquals("PAID", fund.state("disbursements/" + order));
        assertEquals(List.of("PAID"), reversals.lines(order));
        assertEquals("SETTLED", fund.state("obligations/" + owed));
        assertEquals(400, fund.available(budget));
        assertEquals(List.of(1L, 2L, 3L, 4L), OutboxProbe.ofTheService().events(owed, 4).stream()
                .map(TopicEvent::version).toList());
        assertEquals("PARTLY_RETURNED PAID", last(order).path("from").asText() + " " + last(order).path("state")
                .asText());
        assertEquals("ALREADY_REFUNDED", told(
                orders.receipt("MORE-" + order, List.of(answer(order, 1, "RETURNED", 600, "MORE-" + order)))));
        assertEquals(List.of("PAID"), reversals.lines(order));
    }

    @Test
    void an_order_with_lines_at_the_bank_stays_sent_and_receives_their_answers() {
        // Given
        var budget = fund.budget(1_000);
        var order = orders.sent(budget, 300, 200);
        orders.receipt("FILE-" + order, List.of(answer(order, 1, "PAID", 300, order + "-1"))).then().statusCode(200);
        // When
        reversals.reversed(reversals.of(order, "PAY"), "2016-09-08");
        // Then
        assertEquals("SENT", fund.state("disbursements/" + order));
        assertEquals(List.of("REVERSED", "PENDING"), reversals.lines(order));
        assertEquals(800, fund.available(budget));
        assertEquals("POSTED",
                told(orders.receipt("MORE-" + order, List.of(answer(order, 2, "PAID", 200, order + "-2")))));
        fund.reader().get(Fund.BASE + "disbursements/" + order).then().body("state", is("PARTLY_RETURNED"));
        assertEquals(800, fund.available(budget));
    }

    @Test
    void of_an_order_whose_lines_all_came_back_one_is_paid_again_and_the_other_stays_returned() {
        // Given
        var budget = fund.budget(1_000);
        var order = orders.sent(budget, 300, 200);
        orders.receipt("FILE-" + order, List.of(answer(order, 1, "PAID", 300, order + "-1"),
                answer(order, 2, "PAID", 200, order + "-2"))).then().statusCode(200);
        for (int line : List.of(1, 2)) {
            orders.receipt("BACK-" + line + order, List.of(
                    answer(order, line, "RETURNED", line == 1 ? 300 : 200, order + "-r" + line))).then()
                    .statusCode(200);
        }
        // When
        reversals.reversed(reversals.of(order, "REFUND"), "2016-09-08");
        // Then
        assertEquals(List.of("RETURNED", "PAID"), reversals.lines(order));
        assertEquals("PARTLY_RETURNED", fund.state("disbursements/" + order));
        assertEquals(800, fund.available(budget));
    }

    /** A paid order of one line that settles this. */
    private String paidFor(String owed, String budget, long fen) {
        var stated = lines(fen);
        stated.get(0).put("obligationId", owed);
        var order = orders.send(orders.request(budget, fen, stated).then().statusCode(201).extract().path("id"));
        orders.receipt("FILE-" + order, List.of(answer(order, 1, "PAID", fen, order))).then().statusCode(200);
        return order;
    }

    /** The last that was told of an order, whose present version is this or a later one. */
    private JsonNode last(String order) {
        int version = fund.reader().get(Fund.BASE + "disbursements/" + order).path("version");
        return OutboxProbe.ofTheService().events(order, version).get(version - 1).payload();
    }
}
