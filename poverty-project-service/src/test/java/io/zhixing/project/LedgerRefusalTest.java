package io.zhixing.project;

import static io.zhixing.project.Fund.refused;
import static io.zhixing.project.Orders.answer;
import static io.zhixing.project.Orders.lines;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.problem.DatabaseProblems;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A line is paid and returned once and settles no more than is owed, whoever asks the ledger and under whatever key. */
@QuarkusTest
@ExtendWith(NoDrift.class)
class LedgerRefusalTest {

    private static final String PAID_OUT = "00000000-0000-0000-0000-00000000000a";

    private final Fund fund = new Fund();
    private final Orders orders = new Orders(fund);

    @Inject
    DatabaseProblems problems;

    @Test
    void no_more_is_settled_than_is_owed() {
        // Given
        var owed = fund.obligation("LAND_COMPENSATION_ARREARS", 900);
        var stated = lines(600, 400);
        stated.forEach(line -> line.put("obligationId", owed));
        var order = orders.send(orders.request(fund.budget(1_000), 1_000, stated).then().statusCode(201).extract()
                .path("id"));
        // When
        var receipt = orders.receipt("FILE-" + order, List.of(answer(order, 1, "PAID", 600, order + "-1"),
                answer(order, 2, "PAID", 400, order + "-2")));
        // Then
        receipt.then().statusCode(200).body("lines.code", is(List.of("OVER_SETTLED", "OVER_SETTLED")));
        fund.reader().get(Fund.BASE + "obligations/" + owed).then().body("settledFen", is(0)).body("version", is(1));
        assertEquals("SENT", fund.state("disbursements/" + order));
    }

    @Test
    void a_payee_stands_once_in_an_order() {
        // Given
        var budget = fund.budget(1_000);
        var stated = lines(300, 200);
        var payee = Ids.next();
        stated.forEach(line -> line.put("beneficiaryId", payee));
        // When
        var answer = orders.request(budget, 500, stated);
        // Then
        refused(answer, 409, "PAYEE_TWICE");
        fund.reader().queryParam("budget", budget).get(Fund.BASE + "disbursements").then().body("items.size()", is(0));
    }

    @Test
    void a_source_that_still_has_money_is_not_closed() {
        // Given
        var source = fund.source(1_000);
        // When
        var answer = fund.move(fund.cashier(), "fund-sources/" + source, "close", "2016-12-31");
        // Then
        refused(answer, 409, "ACCOUNT_CLOSED");
        assertEquals("ACTIVE", fund.state("fund-sources/" + source));
    }

    @Test
    void a_line_that_was_paid_is_not_paid_again_under_another_reference_nor_beyond_its_order() {
        // Given
        var budget = fund.budget(1_000);
        var order = orders.sent(budget, 300, 200);
        orders.receipt("FILE-" + order, List.of(answer(order, 1, "PAID", 300, order + "-1"))).then().statusCode(200);
        // When
        var receipt = orders.receipt("MORE-" + order, List.of(answer(order, 1, "PAID", 300, order + "-x")));
        var posting = refusalOf("PAY", budget, PAID_OUT, 300, order);
        // Then
        receipt.then().statusCode(200).body("lines[0].outcome", is("REFUSED")).body("lines[0].code",
                is("ALREADY_PAID"));
        assertEquals("RESERVATION_EXCEEDED", posting);
        assertEquals(1, Orders.journals(order));
    }

    @Test
    void money_comes_back_once_and_no_more_than_was_paid() {
        // Given
        var budget = fund.budget(2_000);
        var single = returned(budget, 600);
        var two = returned(budget, 300, 300);
        // When
        var beyond = refusalOf("REFUND", PAID_OUT, budget, 600, single);
        var again = refusalOf("REFUND", PAID_OUT, budget, 300, two);
        // Then
        assertEquals("REFUND_EXCEEDS_PAID", beyond);
        assertEquals("ALREADY_REFUNDED", again);
        assertEquals(1_700, fund.available(budget));
    }

    @Test
    void a_payment_whose_money_came_back_is_not_reversed() {
        // Given
        var order = returned(fund.budget(1_000), 600);
        // When
        var refusal = refusalOf("""
                select ledger_reverse(?, (select journal_id from ledger_entry where disbursement_id = ?::uuid and kind = 'PAY'), '2016-09-08',
                                      'test', 'test')""", order);
        // Then
        assertEquals("NOT_REVERSIBLE", refusal);
    }

    /** An order that was paid whole, and whose first line came back. */
    private String returned(String budget, long... fen) {
        var order = orders.sent(budget, fen);
        for (int i = 0; i < fen.length; i++) {
            var paid = answer(order, i + 1, "PAID", fen[i], order + "-" + (i + 1));
            orders.receipt("FILE-" + order, List.of(paid)).then().statusCode(200);
        }
        orders.receipt("RETURN-" + order, List.of(answer(order, 1, "RETURNED", fen[0], order + "-r"))).then()
                .statusCode(200).body("lines[0].outcome", is("RETURNED"));
        return order;
    }

    /** What the ledger says to a posting of an order's first line under a key of its own. */
    private String refusalOf(String kind, String from, String to, long fen, String order) {
        return refusalOf("""
                select ledger_post(?, '%s', '%s', '%s', %d, '2016-09-05', 'test', null, o.id,
                                   (select array_agg(p.id) from payment p where p.disbursement_id = o.id and p.line_no = 1))
                from disbursement o where o.id = ?::uuid""".formatted(kind, from, to, fen), order);
    }

    private String refusalOf(String sql, String order) {
        var refusal = assertThrows(SQLException.class, () -> {
            try (var connection = Database.asApplication().within(fund.city.path()).connect();
                    var statement = connection.prepareStatement(sql)) {
                statement.setString(1, "test:" + UUID.randomUUID());
                statement.setString(2, order);
                statement.execute();
            }
        });
        return problems.of(refusal).orElseThrow(() -> new AssertionError(refusal)).problem().name();
    }
}
