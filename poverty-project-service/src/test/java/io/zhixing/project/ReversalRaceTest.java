package io.zhixing.project;

import static io.zhixing.project.Orders.answer;
import static io.zhixing.project.Orders.lines;
import static io.zhixing.project.Orders.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
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

/** Reversals beside one another and beside what the bank tells at the same time: money comes back once or not at all. */
@QuarkusTest
@ExtendWith({NoDrift.class, NoDeadlock.class})
class ReversalRaceTest {

    private static final int FILES_AT_ONCE = 4;
    private static final Map<String, Object> CONFIRM = Map.of("transition", "confirm", "on", "2016-09-08");

    private final Fund fund = new Fund();
    private final Orders orders = new Orders(fund);
    private final Reversals reversals = new Reversals(fund);

    @Test
    void of_many_who_confirm_one_reversal_one_reverses() {
        // Given
        var budget = fund.budget(1_000);
        var order = paid(budget, 600);
        var request = reversals.requested(reversals.of(order, "PAY"), "2016-09-08");
        var read = reversals.tag(request);
        // When
        var answers = Race.of(12, () -> fund.moveFrom(read, another().call(), request, CONFIRM));
        // Then
        assertEquals(Map.of("200", 1L, "412 PRECONDITION_FAILED", 11L), Race.outcomes(answers));
        assertEquals(2, Orders.journals(order));
        assertEquals(1_000, fund.available(budget));
    }

    @Test
    void of_many_who_ask_for_the_reversal_of_one_journal_one_waits_for_its_confirmation() {
        // Given
        var journal = reversals.of(paid(fund.budget(1_000), 600), "PAY");
        // When
        var answers = Race.of(8, () -> reversals.request(fund.cashier(), journal, "2016-09-08"));
        // Then
        assertEquals(Map.of("201", 1L, "409 REVERSAL_REQUESTED", 7L), Race.outcomes(answers));
    }

    @Test
    void a_reversal_that_is_confirmed_and_dismissed_at_once_is_one_of_both() {
        // Given
        var budget = fund.budget(1_000);
        var sent = IntStream.range(0, 6).mapToObj(i -> paid(budget, 100)).toList();
        var calls = new ArrayList<Supplier<Response>>();
        for (var order : sent) {
            var request = reversals.requested(reversals.of(order, "PAY"), "2016-09-08");
            var read = reversals.tag(request);
            calls.add(() -> fund.moveFrom(read, another().call(), request, CONFIRM));
            calls.add(() -> fund.moveFrom(read, fund.cashier(), request,
                    Map.of("transition", "dismiss", "on", "2016-09-08", "comment", "撤回")));
        }
        // When
        var answers = Race.of(calls);
        // Then
        long back = 0;
        for (int i = 0; i < sent.size(); i++) {
            boolean reversed = Race.isDone(answers.get(2 * i));
            assertEquals(Map.of("200", 1L, "412 PRECONDITION_FAILED", 1L),
                    Race.outcomes(answers.subList(2 * i, 2 * i + 2)));
            assertEquals(reversed ? "PARTLY_RETURNED" : "PAID", fund.state("disbursements/" + sent.get(i)));
            back += reversed ? 100 : 0;
        }
        assertEquals(400 + back, fund.available(budget));
    }

    /** Of two lines one comes back: the order's reservation alone would bear both. */
    @Test
    void money_that_the_bank_gives_back_while_its_payment_is_reversed_comes_back_once() {
        // Given
        var budget = fund.budget(1_000);
        var sent = IntStream.range(0, FILES_AT_ONCE).mapToObj(i -> paid(budget, 100, 100)).toList();
        var calls = new ArrayList<Supplier<Response>>();
        for (var order : sent) {
            var request = reversals.requested(reversals.of(order, "PAY"), "2016-09-08");
            var read = reversals.tag(request);
            calls.add(() -> fund.moveFrom(read, another().call(), request, CONFIRM));
            calls.add(() -> orders.receipt("BACK-" + order,
                    List.of(answer(order, 1, "RETURNED", 100, "BACK-" + order))));
        }
        // When
        var answers = Race.of(calls);
        // Then
        long back = 0;
        for (int i = 0; i < sent.size(); i++) {
            boolean reversed = Race.isDone(answers.get(2 * i));
            assertEquals(reversed
                    ? List.of("200", "TRANSITION_NOT_AVAILABLE")
                    : List.of("409 NOT_REVERSIBLE", "RETURNED"),
                    List.of(Race.outcome(answers.get(2 * i)), told(answers.get(2 * i + 1))));
            assertEquals(reversed ? List.of("REVERSED", "REVERSED") : List.of("RETURNED", "PAID"),
                    reversals.lines(sent.get(i)));
            assertEquals(2, Orders.journals(sent.get(i)));
            back += reversed ? 200 : 100;
        }
        assertEquals(200 + back, fund.available(budget));
    }

    /** NoDeadlock tells whether those who pay and those who reverse wait for one another. */
    @Test
    void orders_that_settle_the_same_obligations_in_opposite_order_are_paid_and_reversed_at_once() {
        // Given
        var owed = Stream.generate(() -> fund.obligation("LAND_COMPENSATION_ARREARS", 800)).limit(2).toList();
        var sent = IntStream.range(0, 2 * FILES_AT_ONCE)
                .mapToObj(i -> settling(owed.get(i % 2), owed.get(1 - i % 2))).toList();
        var first = sent.subList(0, FILES_AT_ONCE);
        first.forEach(order -> pay(order).then().statusCode(200));
        var requests = first.stream()
                .map(order -> reversals.requested(reversals.of(order, "PAY"), "2016-09-08")).toList();
        var calls = new ArrayList<Supplier<Response>>();
        for (int i = 0; i < FILES_AT_ONCE; i++) {
            var request = requests.get(i);
            var read = reversals.tag(request);
            var order = sent.get(FILES_AT_ONCE + i);
            calls.add(() -> fund.moveFrom(read, another().call(), request, CONFIRM));
            calls.add(() -> pay(order));
        }
        // When
        var answers = Race.of(calls);
        // Then
        for (int i = 0; i < FILES_AT_ONCE; i++) {
            assertEquals("200", Race.outcome(answers.get(2 * i)));
            assertEquals(List.of("POSTED", "POSTED"), answers.get(2 * i + 1).path("lines.outcome"));
        }
        owed.forEach(one -> assertEquals(400,
                fund.reader().get(Fund.BASE + "obligations/" + one).<Integer>path("settledFen")));
    }

    @Test
    void a_budget_that_is_reversed_while_orders_on_it_are_approved_has_enough_for_one_of_both() {
        // Given
        var budget = fund.budget(1_000);
        var order = "disbursements/" + orders.submitted(budget, 600);
        var request = reversals.requested(reversals.on(budget, "BUDGET"), "2016-09-02");
        var read = reversals.tag(request);
        var tag = fund.tag(order);
        // When
        var answers = Race.of(List.of(
                () -> fund.moveFrom(read, another().call(), request,
                        Map.of("transition", "confirm", "on", "2016-09-02")),
                () -> fund.moveFrom(tag, fund.approver(), order, Map.of("transition", "approve", "on", "2016-09-02"))));
        // Then
        assertEquals(Map.of("200", 1L, "409 INSUFFICIENT_FUNDS", 1L), Race.outcomes(answers));
        boolean reversed = Race.isDone(answers.get(0));
        assertEquals(reversed ? 0 : 400, fund.available(budget));
        assertEquals(reversed ? "SUBMITTED" : "APPROVED", fund.state(order));
        assertTrue(reversed == "EXECUTED".equals(reversals.state(request)));
    }

    @Test
    void a_source_whose_appropriation_is_reversed_while_it_is_given_away_does_one_of_both() {
        // Given
        var sources = Stream.generate(() -> fund.source(1_000)).limit(6).toList();
        var calls = new ArrayList<Supplier<Response>>();
        for (var source : sources) {
            var request = reversals.requested(reversals.on(source, "APPROPRIATE"), "2016-03-05");
            var read = reversals.tag(request);
            calls.add(() -> fund.moveFrom(read, reversals.second.call(), request,
                    Map.of("transition", "confirm", "on", "2016-03-05")));
            calls.add(() -> fund.allocate(source, Fund.COUNTY_CODE, 100L));
        }
        // When
        var answers = Race.of(calls);
        // Then
        for (int i = 0; i < sources.size(); i++) {
            boolean reversed = Race.isDone(answers.get(2 * i));
            assertEquals(reversed
                    ? List.of("200", "409 SOURCE_NOT_PAYABLE")
                    : List.of("409 INSUFFICIENT_FUNDS", "201"),
                    List.of(Race.outcome(answers.get(2 * i)), Race.outcome(answers.get(2 * i + 1))));
            assertEquals(reversed ? "REVERSED" : "ACTIVE", fund.state("fund-sources/" + sources.get(i)));
            assertEquals(reversed ? 0 : 900, fund.left("fund-sources/" + sources.get(i)));
        }
    }

    private Handler another() {
        return new Handler("FUND_APPROVER", fund.county, Ids.next());
    }

    private String paid(String budget, long... fen) {
        var order = orders.sent(budget, fen);
        orders.receipt("FILE-" + order, IntStream.rangeClosed(1, fen.length)
                .mapToObj(line -> answer(order, line, "PAID", fen[line - 1], order + line)).toList()).then()
                .statusCode(200);
        return order;
    }

    private Response pay(String order) {
        return orders.receipt("FILE-" + order, List.of(answer(order, 1, "PAID", 100, order + 1),
                answer(order, 2, "PAID", 100, order + 2)));
    }

    /** An order at the bank, of a budget of its own, whose two lines of 100 fen settle these. */
    private String settling(String first, String second) {
        var lines = lines(100, 100);
        lines.get(0).put("obligationId", first);
        lines.get(1).put("obligationId", second);
        return orders.send(orders.request(fund.budget(200), 200, lines).then().statusCode(201).extract().path("id"));
    }
}
