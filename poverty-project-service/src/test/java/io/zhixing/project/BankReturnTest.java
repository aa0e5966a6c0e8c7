package io.zhixing.project;

import static io.zhixing.project.Orders.answer;
import static io.zhixing.project.Orders.journals;
import static io.zhixing.project.Orders.tomorrow;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.database.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Money that was paid comes back once, not before it was paid, and not on a day to come. */
@QuarkusTest
@ExtendWith(NoDrift.class)
class BankReturnTest {

    private final Fund fund = new Fund();
    private final Orders orders = new Orders(fund);

    @Test
    void money_does_not_come_back_before_it_was_paid() {
        // Given
        var budget = fund.budget(1_000);
        var order = orders.sent(budget, 600);
        orders.receipt("FILE-" + order, List.of(answer(order, 1, "PAID", 600, order))).then().statusCode(200);
        var early = answer(order, 1, "RETURNED", 600, order + "-r");
        early.put("on", "2016-09-04");
        // When
        var receipt = orders.receipt("RETURN-" + order, List.of(early));
        // Then
        receipt.then().statusCode(200).body("lines[0].outcome", is("REFUSED")).body("lines[0].code",
                is("STEP_OUT_OF_ORDER"));
        assertEquals("PAID", fund.state("disbursements/" + order));
        assertEquals(400, fund.available(budget));
    }

    @Test
    void no_money_comes_back_tomorrow_and_the_other_lines_go_on() {
        // Given
        var budget = fund.budget(1_000);
        var order = orders.sent(budget, 300, 200);
        orders.receipt("FILE-" + order, List.of(answer(order, 1, "PAID", 300, order + "-1"),
                answer(order, 2, "PAID", 200, order + "-2"))).then().statusCode(200);
        var tomorrow = tomorrow(answer(order, 2, "RETURNED", 200, order + "-2r"));
        // When
        var receipt = orders.receipt("RETURN-" + order,
                List.of(answer(order, 1, "RETURNED", 300, order + "-1r"), tomorrow));
        // Then
        receipt.then().statusCode(200).body("lines.outcome", is(List.of("RETURNED", "REFUSED"))).body("lines[1].code",
                is("STEP_OUT_OF_ORDER"));
        fund.reader().get(Fund.BASE + "disbursements/" + order).then().body("state", is("PARTLY_RETURNED"))
                .body("stateOn", is("2016-09-05"));
        fund.cashier().get(Fund.BASE + "disbursements/" + order + "/lines").then().body("items.state",
                is(List.of("RETURNED", "PAID")));
        assertEquals(2, journals(order));
        assertEquals(800, fund.available(budget));
    }

    @Test
    void a_return_for_a_closed_budget_is_kept_once_however_often_it_is_told() {
        // Given
        var order = orders.paidAndClosed(5_000);
        var returned = List.of(answer(order, 1, "RETURNED", 5_000, order + "-r"));
        orders.receipt("LATE-" + order, returned).then().statusCode(200).body("lines[0].outcome", is("UNALLOCATED"));
        // When
        var again = orders.receipt("LATE-" + order, returned);
        // Then
        again.then().statusCode(200).body("lines[0].outcome", is("DUPLICATE"));
    }

    @Test
    void money_comes_back_to_a_closed_budget_neither_before_it_was_paid_nor_tomorrow() {
        // Given
        var order = orders.paidAndClosed(5_000);
        var early = answer(order, 1, "RETURNED", 5_000, order + "-r");
        early.put("on", "2016-09-04");
        var tomorrow = tomorrow(answer(order, 1, "RETURNED", 5_000, order + "-r"));
        // When
        var receipt = orders.receipt("LATE-" + order, List.of(early, tomorrow));
        // Then
        receipt.then().statusCode(200).body("lines.outcome", is(List.of("REFUSED", "REFUSED"))).body("lines.code",
                is(List.of("STEP_OUT_OF_ORDER", "STEP_OUT_OF_ORDER")));
        assertEquals(List.of(), Database.asApplication().within(fund.county.path()).query(
                "select u.returned_on from unallocated_return u", row -> row.getString(1)));
    }
}
