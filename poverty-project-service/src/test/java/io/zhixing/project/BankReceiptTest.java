package io.zhixing.project;

import static io.zhixing.project.Orders.answer;
import static io.zhixing.project.Orders.journals;
import static io.zhixing.project.Orders.tomorrow;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.problem.DatabaseProblems;
import io.zhixing.platform.testing.database.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the bank says moves money once, line by line. */
@QuarkusTest
@ExtendWith(NoDrift.class)
class BankReceiptTest {

    private final Fund fund = new Fund();
    private final Orders orders = new Orders(fund);

    @Inject
    DatabaseProblems problems;

    @Test
    void the_same_receipt_moves_money_once() {
        // Given
        var budget = fund.budget(1_000);
        var order = orders.sent(budget, 600);
        var file = List.of(answer(order, 1, "PAID", 600, order));
        orders.receipt("FILE-" + order, file).then().statusCode(200).body("lines[0].outcome", is("POSTED"));
        // When
        var again = orders.receipt("FILE-" + order, file);
        var underAnotherName = orders.receipt("COPY-" + order, file);
        // Then
        again.then().statusCode(200).body("lines[0].outcome", is("DUPLICATE"));
        underAnotherName.then().statusCode(200).body("lines[0].outcome", is("DUPLICATE"));
        assertEquals(1, journals(order));
        assertEquals(400, fund.available(budget));
    }

    @Test
    void a_receipt_is_answered_line_by_line_and_a_bad_order_holds_nobody_else() {
        // Given
        var budget = fund.budget(1_000);
        var sent = orders.sent(budget, 300);
        var unsent = orders.submitted(budget, 200);
        // When
        var receipt = orders.receipt("FILE-" + sent, List.of(answer(unsent, 1, "PAID", 200, unsent),
                answer(sent, 1, "PAID", 300, sent), answer(sent, 2, "PAID", 1, sent + "-x"),
                answer(UUID.randomUUID().toString(), 1, "PAID", 1, "nobody")));
        // Then
        receipt.then().statusCode(200)
                .body("lines.outcome", is(List.of("REFUSED", "POSTED", "UNKNOWN_LINE", "UNKNOWN_LINE")))
                .body("lines[0].code", is("ORDER_NOT_SENT"));
        assertEquals(0, journals(unsent));
    }

    @Test
    void a_bank_reference_pays_one_line_only() {
        // Given
        var budget = fund.budget(1_000);
        var first = orders.sent(budget, 300);
        var second = orders.sent(budget, 300);
        orders.receipt("FILE-" + first, List.of(answer(first, 1, "PAID", 300, first))).then().statusCode(200);
        // When
        var receipt = orders.receipt("FILE-" + second, List.of(answer(second, 1, "PAID", 300, first)));
        // Then
        receipt.then().statusCode(200).body("lines[0].outcome", is("REFUSED")).body("lines[0].code",
                is("BANK_REFERENCE_USED"));
        assertEquals("SENT", fund.state("disbursements/" + second));
    }

    /** A request takes 2000 lines, and an order may have many more. */
    @Test
    void the_lines_of_an_order_may_come_in_several_requests_of_one_bank_file() {
        // Given
        var budget = fund.budget(1_000);
        var order = orders.sent(budget, 300, 300);
        orders.receipt("FILE-" + order, List.of(answer(order, 1, "PAID", 300, order + "-1"))).then().statusCode(200);
        // When
        var second = orders.receipt("FILE-" + order, List.of(answer(order, 2, "PAID", 300, order + "-2")));
        // Then
        second.then().statusCode(200).body("lines[0].outcome", is("POSTED"));
        assertEquals(2, journals(order));
        assertEquals("PAID", fund.state("disbursements/" + order));
        assertEquals(400, fund.available(budget));
    }

    @Test
    void one_key_does_not_stand_for_other_lines_of_the_same_amount() throws SQLException {
        // Given
        var budget = fund.budget(1_000);
        var order = orders.sent(budget, 300, 300);
        orders.receipt("FILE-" + order, List.of(answer(order, 1, "PAID", 300, order + "-1"))).then().statusCode(200);
        var lines = Database.asApplication().within(fund.county.path()).query(
                "select id from payment where disbursement_id = ? order by line_no",
                row -> row.getObject(1, UUID.class),
                UUID.fromString(order));
        var key = "receipt:FILE-" + order + ":" + order + ":2016-09-05:" + lines.get(0);
        assertTrue(post(key, budget, order, lines.get(0)) > 0);
        // When
        var refusal = assertThrows(SQLException.class, () -> post(key, budget, order, lines.get(1)));
        // Then
        assertEquals("POSTING_KEY_REUSED", problems.of(refusal).orElseThrow().problem().name());
    }

    private static long post(String key, String budget, String order, UUID line) throws SQLException {
        try (var connection = Database.asApplication().connect();
                var statement = connection.prepareStatement("""
                        select ledger_post(?, 'PAY', ?::uuid, '00000000-0000-0000-0000-00000000000a', 300, '2016-09-05', 'test', null,
                                           ?::uuid, array[?]::uuid[])""")) {
            statement.setString(1, key);
            statement.setString(2, budget);
            statement.setString(3, order);
            statement.setObject(4, line);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    @Test
    void a_line_does_not_fail_before_its_order_was_sent() {
        // Given
        var budget = fund.budget(1_000);
        var order = orders.sent(budget, 600);
        var early = answer(order, 1, "FAILED", 600, order);
        early.put("on", "2016-09-02");
        // When
        var receipt = orders.receipt("FILE-" + order, List.of(early));
        // Then
        receipt.then().statusCode(200).body("lines[0].outcome", is("REFUSED")).body("lines[0].code",
                is("STEP_OUT_OF_ORDER"));
        assertEquals("SENT", fund.state("disbursements/" + order));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PAID", "FAILED"})
    void the_bank_answers_no_line_tomorrow_and_the_other_lines_go_on(String result) {
        // Given
        var budget = fund.budget(1_000);
        var order = orders.sent(budget, 300, 200, 100);
        var tomorrow = tomorrow(answer(order, 2, result, 200, order + "-2"));
        // When
        var receipt = orders.receipt("FILE-" + order, List.of(answer(order, 1, "PAID", 300, order + "-1"), tomorrow));
        // Then
        receipt.then().statusCode(200).body("lines.outcome", is(List.of("POSTED", "REFUSED"))).body("lines[1].code",
                is("STEP_OUT_OF_ORDER"));
        fund.reader().get(Fund.BASE + "disbursements/" + order).then().body("state", is("SENT")).body("stateOn",
                is("2016-09-03"));
        fund.cashier().get(Fund.BASE + "disbursements/" + order + "/lines").then().body("items.state",
                is(List.of("PAID", "PENDING", "PENDING")));
    }

    @Test
    void a_bank_file_that_comes_late_is_taken_by_the_day_on_which_the_bank_paid() {
        // Given
        var order = orders.sent(fund.budget(1_000), 300, 200);
        var late = answer(order, 1, "PAID", 300, order + "-1");
        late.put("on", "2016-09-07");
        orders.receipt("FIRST-" + order, List.of(late)).then().statusCode(200);
        // When
        var receipt = orders.receipt("SECOND-" + order, List.of(answer(order, 2, "PAID", 200, order + "-2")));
        // Then
        receipt.then().statusCode(200).body("lines[0].outcome", is("POSTED"));
        fund.reader().get(Fund.BASE + "disbursements/" + order).then().body("state", is("PAID")).body("stateOn",
                is("2016-09-07"));
    }

    @Test
    void a_line_that_failed_is_not_paid_after_all() {
        // Given
        var order = orders.sent(fund.budget(1_000), 300, 200);
        orders.receipt("FIRST-" + order, List.of(answer(order, 1, "FAILED", 300, order + "-1"))).then().statusCode(200);
        // When
        var receipt = orders.receipt("SECOND-" + order, List.of(answer(order, 1, "PAID", 300, order + "-2")));
        // Then
        receipt.then().statusCode(200).body("lines[0].outcome", is("REFUSED")).body("lines[0].code",
                is("TRANSITION_NOT_AVAILABLE"));
        assertEquals(0, journals(order));
    }
}
