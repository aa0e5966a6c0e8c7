package io.zhixing.project;

import static io.zhixing.project.Orders.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many callers at once against one account: exactly what it can bear passes, nothing moves twice. */
@QuarkusTest
@ExtendWith({NoDrift.class, NoDeadlock.class})
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
        assertEquals(Map.of("200", 10L, "409 INSUFFICIENT_FUNDS", 40L), Race.outcomes(answers));
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
        assertEquals(Map.of("201", 6L, "409 INSUFFICIENT_FUNDS", 14L), Race.outcomes(answers));
        assertEquals(100, fund.left("fund-sources/" + source));
    }

    @Test
    void an_allocation_that_is_asked_for_many_times_at_once_with_one_key_is_one() {
        // Given
        var source = fund.source(1_000);
        var body = Map.of("fundSourceId", source, "organizationId", fund.county.id(), "countyCode", Fund.COUNTY_CODE,
                "documentNo", "示例〔2016〕2号", "amountFen", 150, "on", "2016-03-10");
        var key = Ids.next().toString();
        // When
        var answers = Race.of(8, () -> fund.cityCashier.call(key).body(body).post(Fund.BASE + "fund-allocations"));
        // Then
        assertEquals(Map.of("201", 8L), Race.outcomes(answers));
        assertEquals(1, answers.stream().map(one -> one.path("id")).distinct().count());
        assertEquals(850, fund.left("fund-sources/" + source));
    }

    @Test
    void one_document_of_an_allocation_that_is_recorded_by_many_at_once_gives_money_once() {
        // Given
        var source = fund.source(1_000);
        var body = Map.of("fundSourceId", source, "organizationId", fund.county.id(), "countyCode", Fund.COUNTY_CODE,
                "documentNo", "示例〔2016〕3号", "amountFen", 150, "on", "2016-03-10");
        // When
        var answers = Race.of(6, () -> fund.cashier().body(body).post(Fund.BASE + "fund-allocations"));
        // Then
        assertEquals(Map.of("201", 1L, "409 DUPLICATE", 5L), Race.outcomes(answers));
        assertEquals(850, fund.left("fund-sources/" + source));
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
        assertEquals(Map.of("POSTED", 1L, "DUPLICATE", 11L), Race.countedBy(answers, Orders::told));
        assertEquals(1, Orders.journals(order));
    }

    @Test
    void whole_lives_of_orders_side_by_side_leave_in_their_budgets_what_they_did_not_pay() {
        // Given
        var budgets = Stream.generate(() -> fund.budget(10_000)).limit(3).toList();
        // When
        var last = Race.of(IntStream.range(0, 24).<Supplier<Response>>mapToObj(
                i -> () -> life(budgets.get(i % 3), i / 3 % 4)).toList());
        // Then
        assertEquals(Map.of("200", 24L), Race.outcomes(last));
        budgets.forEach(budget -> assertEquals(10_000 - 2 * 100, fund.available(budget)));
        var states = fund.reader().get(Fund.BASE + "disbursements").jsonPath().<String>getList("items.state");
        assertEquals(Map.of("CANCELLED", 6L, "PAID", 6L, "PARTLY_RETURNED", 12L), Race.countedBy(states, one -> one));
    }

    /** Of an order of 100 fen: 0 is cancelled, 1 paid, 2 refused by the bank, 3 paid and returned. */
    private Response life(String budget, int kind) {
        var order = orders.submitted(budget, 100);
        if (kind == 0) {
            fund.taken(fund.approver, "disbursements/" + order, "approve", "2016-09-02");
            return fund.move(fund.approver(), "disbursements/" + order, "cancel", "2016-09-03");
        }
        orders.send(order);
        var first = Race.patiently(() -> orders.receipt("FILE-" + order,
                List.of(answer(order, 1, kind == 2 ? "FAILED" : "PAID", 100, order))));
        return kind < 3
                ? first
                : Race.patiently(() -> orders.receipt("BACK-" + order,
                        List.of(answer(order, 1, "RETURNED", 100, "BACK-" + order))));
    }
}
