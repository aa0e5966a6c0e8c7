package io.zhixing.project;

import static io.zhixing.project.Orders.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many callers at once against one account: exactly what it can bear passes, nothing moves twice. */
@QuarkusTest
@ExtendWith(NoDrift.class)
class MoneyRaceTest {

    private final Fund fund = new Fund();
    private final Orders orders = new Orders(fund);

    @Test
    void fifty_approvals_at_once_reserve_exactly_what_the_budget_bears() {
        // Given
        var budget = fund.budget(1_000);
        var submitted = IntStream.range(0, 50).mapToObj(i -> orders.submitted(budget, 100)).toList();
        // When
        var answers = Race.of(submitted.stream().<Supplier<Response>>map(order -> () -> fund.move(fund.approver(),
                "disbursements/" + order, "approve", "2016-09-02")).toList());
        // Then
        assertEquals(10, count(answers, 200, null));
        assertEquals(40, count(answers, 409, "INSUFFICIENT_FUNDS"));
        assertEquals(0, fund.available(budget));
    }

    @Test
    void twenty_allocations_at_once_take_exactly_what_the_source_has() {
        // Given
        var source = fund.source(1_000);
        // When
        var answers = Race.of(IntStream.range(0, 20).<Supplier<Response>>mapToObj(
                i -> () -> fund.allocate(source, Fund.COUNTY_CODE, 150L)).toList());
        // Then
        assertEquals(6, count(answers, 201, null));
        assertEquals(14, count(answers, 409, "INSUFFICIENT_FUNDS"));
    }

    @Test
    void one_receipt_that_comes_by_many_ways_at_once_pays_once() {
        // Given
        var budget = fund.budget(1_000);
        var order = orders.sent(budget, 600);
        // When
        var answers = Race.of(IntStream.range(0, 12).<Supplier<Response>>mapToObj(i -> () -> orders.receipt(
                "FILE-" + i + "-" + order, List.of(answer(order, 1, "PAID", 600, order)))).toList());
        // Then
        assertEquals(1, answers.stream().filter(one -> "POSTED".equals(one.path("lines[0].outcome"))).count());
        assertEquals(11, answers.stream().filter(one -> "DUPLICATE".equals(one.path("lines[0].outcome"))).count());
        assertEquals(1, Orders.journals(order));
    }

    private static long count(List<Response> answers, int status, String code) {
        return answers.stream().filter(one -> one.statusCode() == status)
                .filter(one -> code == null || code.equals(one.path("code"))).count();
    }
}
