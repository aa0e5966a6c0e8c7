package io.zhixing.project;

import static io.zhixing.project.Orders.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.database.Statements;
import org.junit.jupiter.api.Test;

/** What the frequent calls cost, whatever the number of lines. */
@QuarkusTest
class StatementCountTest {

    private final Fund fund = new Fund();
    private final Orders orders = new Orders(fund);

    @Test
    void a_bank_file_costs_the_same_for_one_line_and_for_forty() {
        // Given
        var budget = fund.budget(10_000);
        var small = orders.sent(budget, 100);
        var large = orders.sent(budget, LongStream.range(0, 40).map(i -> 100).toArray());
        var one = List.of(answer(small, 1, "PAID", 100, small));
        var forty = IntStream.rangeClosed(1, 40).mapToObj(i -> answer(large, i, "PAID", 100, large + "-" + i)).toList();
        // When
        var cheap = counted(() -> orders.receipt("FILE-" + small, one).then().statusCode(200));
        var many = counted(() -> orders.receipt("FILE-" + large, forty).then().statusCode(200));
        // Then
        assertEquals(cheap.count(), many.count(), many.toString());
        assertTrue(many.count() <= 11, many.toString());
    }

    @Test
    void a_bank_file_that_settles_twenty_obligations_costs_the_same_as_one_that_settles_one() {
        // Given
        var single = settlingOrder(1);
        var list = settlingOrder(20);
        // When
        var cheap = counted(() -> orders.receipt("FILE-" + single, paid(single, 1)).then().statusCode(200));
        var many = counted(() -> orders.receipt("FILE-" + list, paid(list, 20)).then().statusCode(200));
        // Then
        assertEquals(cheap.count(), many.count(), many.toString());
    }

    @Test
    void proposing_and_approving_cost_a_handful_of_statements() {
        // Given
        var budget = fund.budget(10_000);
        var order = orders.submitted(budget, 100);
        var tag = fund.tag("disbursements/" + order);
        var proposal = fund.proposal();
        // When
        var proposed = counted(() -> fund.propose(proposal).then().statusCode(201));
        var approved = counted(() -> fund.approver().header("If-Match", tag)
                .body(Map.of("transition", "approve", "on", "2016-09-02"))
                .post(Fund.BASE + "disbursements/" + order + "/transitions").then().statusCode(200));
        // Then
        assertTrue(proposed.count() <= 8, proposed.toString());
        assertTrue(approved.count() <= 9, approved.toString());
    }

    @Test
    void the_reversal_of_twenty_payee_lines_that_settle_as_many_obligations_costs_the_same_as_of_one() {
        // Given
        var reversals = new Reversals(fund);
        var single = settlingOrder(1);
        var list = settlingOrder(20);
        orders.receipt("FILE-" + single, paid(single, 1)).then().statusCode(200);
        orders.receipt("FILE-" + list, paid(list, 20)).then().statusCode(200);
        var small = reversals.requested(reversals.of(single, "PAY"), "2016-09-08");
        var large = reversals.requested(reversals.of(list, "PAY"), "2016-09-08");
        var tagOfSmall = reversals.tag(small);
        var tagOfLarge = reversals.tag(large);
        var confirmation = Map.<String, Object>of("transition", "confirm", "on", "2016-09-08");
        // When
        var cheap = counted(() -> fund.moveFrom(tagOfSmall, reversals.second.call(), small, confirmation).then()
                .statusCode(200));
        var many = counted(() -> fund.moveFrom(tagOfLarge, reversals.second.call(), large, confirmation).then()
                .statusCode(200));
        // Then
        assertEquals(cheap.count(), many.count(), many.toString());
        assertTrue(many.count() <= 16, many.toString());
    }

    /** An order at the bank, each of whose lines settles an obligation of its own. */
    private String settlingOrder(int lines) {
        var stated = IntStream.range(0, lines).<Map<String, Object>>mapToObj(i -> Map.of("payeeName", "示例收款单位",
                "amountFen", 100, "obligationId", fund.obligation("LAND_COMPENSATION_ARREARS", 100))).toList();
        return orders.send(orders.request(fund.budget(10_000), 100L * lines, stated).then().statusCode(201).extract()
                .path("id"));
    }

    private static List<Map<String, Object>> paid(String order, int lines) {
        return IntStream.rangeClosed(1, lines).mapToObj(i -> answer(order, i, "PAID", 100, order + "-" + i)).toList();
    }

    private static Statements counted(Runnable call) {
        return Statements.of(Database.asApplication(), call::run);
    }
}
