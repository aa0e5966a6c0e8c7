package io.zhixing.project;

import static io.zhixing.platform.testing.Eventually.eventually;
import static io.zhixing.project.Orders.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Steps of recoveries that come at once, with one another and with whatever else wants the same money: one has it. */
@QuarkusTest
@ExtendWith({NoDrift.class, NoDeadlock.class})
class RecoveryRaceTest {

    private static final String TAKEN = "200";
    private static final String LATE = "412 PRECONDITION_FAILED";
    private static final String SHORT = "409 INSUFFICIENT_FUNDS";
    private static final int PAIRS = 6;

    private final Fund fund = new Fund();
    private final Orders orders = new Orders(fund);
    private final TakingBack back = new TakingBack(fund);

    @Test
    void of_many_who_execute_one_recovery_one_moves_its_money() {
        // Given
        var budget = fund.budget(1_000);
        var recovery = back.confirmed(budget, 300, "TREASURY");
        var read = fund.tag(recovery);
        // When
        var answers = Race.of(12, () -> fund.moveFrom(read,
                new Handler("FUND_CASHIER", fund.county, Ids.next()).call(), recovery, TakingBack.execution()));
        // Then
        assertEquals(Map.of(TAKEN, 1L, LATE, 11L), Race.outcomes(answers));
        assertEquals(3, TakingBack.postings(recovery).size());
        assertEquals(700, fund.available(budget));
    }

    @Test
    void an_execution_that_comes_by_many_ways_at_once_with_one_key_is_one() {
        // Given
        var budget = fund.budget(1_000);
        var recovery = back.confirmed(budget, 300, "SOURCE");
        var read = fund.tag(recovery);
        var key = Ids.next().toString();
        // When
        var answers = Race.of(8,
                () -> fund.moveFrom(read, back.cashier.call(key), recovery, TakingBack.execution()));
        // Then
        assertEquals(Map.of(TAKEN, 8L), Race.outcomes(answers));
        assertEquals(1, answers.stream().map(one -> one.header("ETag")).distinct().count());
        assertEquals(2, TakingBack.postings(recovery).size());
        assertEquals(700, fund.available(budget));
    }

    @Test
    void of_many_who_confirm_one_recovery_one_does_and_of_one_document_sent_by_many_one_is_kept() {
        // Given
        var budget = fund.budget(1_000);
        var recovery = back.proposed(budget, 300, "SOURCE");
        var read = fund.tag(recovery);
        var body = TakingBack.body(budget, 200, "ALLOCATION");
        // When
        var confirmed = Race.of(6, () -> fund.moveFrom(read,
                new Handler("FUND_APPROVER", fund.county, Ids.next()).call(), recovery,
                Map.of("transition", "confirm", "on", "2016-09-12")));
        var proposed = Race.of(6, () -> back.propose(body));
        // Then
        assertEquals(Map.of(TAKEN, 1L, LATE, 5L), Race.outcomes(confirmed));
        assertEquals(Map.of("201", 1L, "409 DUPLICATE", 5L), Race.outcomes(proposed));
        assertEquals("CONFIRMED", fund.state(recovery));
        assertEquals(1_000, fund.available(budget));
    }

    @Test
    void money_that_an_order_and_a_recovery_want_at_once_goes_to_one_of_them() {
        // Given
        var budgets = Stream.generate(() -> fund.budget(1_000)).limit(PAIRS).toList();
        var calls = new ArrayList<Supplier<Response>>();
        for (var budget : budgets) {
            calls.add(executing(back.confirmed(budget, 600, "SOURCE")));
            calls.add(step(fund.approver, "disbursements/" + orders.submitted(budget, 600), "approve", "2016-09-15"));
        }
        // When
        var answers = Race.of(calls);
        // Then
        for (int i = 0; i < PAIRS; i++) {
            assertEquals(Map.of(TAKEN, 1L, SHORT, 1L), Race.outcomes(answers.subList(2 * i, 2 * i + 2)));
            assertEquals(400, fund.available(budgets.get(i)));
        }
    }

    @Test
    void of_two_recoveries_of_the_same_money_one_has_it() {
        // Given
        var budgets = Stream.generate(() -> fund.budget(1_000)).limit(PAIRS).toList();
        var recoveries = budgets.stream().flatMap(budget -> Stream.of(back.confirmed(budget, 600, "SOURCE"),
                back.confirmed(budget, 600, "ALLOCATION"))).toList();
        // When
        var answers = Race.of(recoveries.stream().map(this::executing).toList());
        // Then
        for (int i = 0; i < PAIRS; i++) {
            assertEquals(Map.of(TAKEN, 1L, SHORT, 1L), Race.outcomes(answers.subList(2 * i, 2 * i + 2)));
            assertEquals(400, fund.available(budgets.get(i)));
            boolean isFirst = Race.isDone(answers.get(2 * i));
            assertEquals(isFirst ? 2 : 0, TakingBack.postings(recoveries.get(2 * i)).size());
            assertEquals(isFirst ? 0 : 1, TakingBack.postings(recoveries.get(2 * i + 1)).size());
        }
    }

    @Test
    void money_of_a_budget_that_is_reversed_and_taken_back_at_once_goes_one_of_the_two_ways() {
        // Given
        var reversals = new Reversals(fund);
        var budgets = Stream.generate(() -> fund.budget(1_000)).limit(PAIRS).toList();
        var calls = new ArrayList<Supplier<Response>>();
        for (var budget : budgets) {
            var request = reversals.requested(reversals.on(budget, "BUDGET"), "2016-09-14");
            var read = reversals.tag(request);
            calls.add(executing(back.confirmed(budget, 400, "SOURCE")));
            calls.add(() -> fund.moveFrom(read, reversals.second.call(), request,
                    Map.of("transition", "confirm", "on", "2016-09-15")));
        }
        // When
        var answers = Race.of(calls);
        // Then
        for (int i = 0; i < PAIRS; i++) {
            assertEquals(Map.of(TAKEN, 1L, SHORT, 1L), Race.outcomes(answers.subList(2 * i, 2 * i + 2)));
            assertEquals(Race.isDone(answers.get(2 * i)) ? 600 : 0, fund.available(budgets.get(i)));
        }
    }

    /** The allocation and the source have as much of their own, so that each level may come first. */
    @Test
    void a_recovery_whose_levels_are_reversed_at_once_is_reversed_whole_by_the_last() {
        // Given
        var reversals = new Reversals(fund);
        var calls = new ArrayList<Supplier<Response>>();
        var recoveries = new ArrayList<String>();
        for (int i = 0; i < PAIRS / 2; i++) {
            var source = fund.source(1_000);
            var allocation = fund.allocation(source, 600);
            var budget = fund.budgetFrom(allocation, fund.listedProject(), 300);
            recoveries.add(back.executed(budget, 100, "TREASURY"));
            for (long journal : List.of(reversals.on(budget, "CLAWBACK"), reversals.on(source, "CLAWBACK"),
                    reversals.on(source, "RETURN_TO_TREASURY"))) {
                var request = reversals.requested(journal, "2016-09-16");
                var read = reversals.tag(request);
                calls.add(() -> fund.moveFrom(read, reversals.second.call(), request,
                        Map.of("transition", "confirm", "on", "2016-09-16")));
            }
        }
        // When
        var answers = Race.of(calls);
        // Then
        assertEquals(Map.of(TAKEN, (long) calls.size()), Race.outcomes(answers));
        for (var recovery : recoveries) {
            assertEquals("REVERSED", fund.state(recovery));
            assertEquals(List.of("EXECUTED", "PARTLY_REVERSED", "PARTLY_REVERSED", "REVERSED"),
                    OutboxProbe.ofTheService().events(recovery.replace("recoveries/", ""), 6).subList(2, 6).stream()
                            .map(one -> one.payload().path("state").asText()).toList());
        }
    }

    @Test
    void a_recovery_that_is_dismissed_and_executed_at_once_moves_money_only_where_it_is_executed() {
        // Given
        var budget = fund.budget(1_000);
        var recoveries = Stream.generate(() -> back.confirmed(budget, 100, "SOURCE")).limit(PAIRS).toList();
        var calls = new ArrayList<Supplier<Response>>();
        for (var recovery : recoveries) {
            var read = fund.tag(recovery);
            calls.add(executing(recovery));
            calls.add(() -> fund.moveFrom(read, back.approver.call(), recovery, TakingBack.dismissal()));
        }
        // When
        var answers = Race.of(calls);
        // Then
        long executed = 0;
        for (int i = 0; i < PAIRS; i++) {
            assertEquals(Map.of(TAKEN, 1L, LATE, 1L), Race.outcomes(answers.subList(2 * i, 2 * i + 2)));
            boolean isExecuted = Race.isDone(answers.get(2 * i));
            assertEquals(isExecuted ? "EXECUTED" : "DISMISSED", fund.state(recoveries.get(i)));
            assertEquals(isExecuted ? 2 : 0, TakingBack.postings(recoveries.get(i)).size());
            executed += isExecuted ? 1 : 0;
        }
        assertEquals(1_000 - 100 * executed, fund.available(budget));
    }

    @Test
    void a_project_that_is_closed_while_its_rest_is_taken_back_holds_nothing_or_stays_open() {
        // Given
        var project = fund.listedProject();
        var budget = fund.budgetOf(project, 1_000);
        var order = orders.sent(budget, 600);
        orders.receipt("FILE-" + order, List.of(answer(order, 1, "PAID", 600, order))).then().statusCode(200);
        orders.accepted(project);
        var recovery = back.confirmed(budget, 400, "SOURCE");
        // When
        var answers = Race.of(List.of(executing(recovery),
                step(fund.cityCashier, "projects/" + project, "close", "2016-11-01")));
        // Then
        assertEquals(TAKEN, Race.outcome(answers.get(0)));
        var closed = Race.outcome(answers.get(1));
        assertTrue(List.of(TAKEN, "409 MONEY_LEFT", "409 ACCOUNT_CLOSED").contains(closed), closed);
        assertEquals(closed.equals(TAKEN) ? "CLOSED" : "ACCEPTED", fund.state("projects/" + project));
        assertEquals(0, fund.available(budget));
    }

    /** Recoveries of one source by several levels, beside allocations, budgets and orders of it: they wait, and never for one another. */
    @Test
    void recoveries_of_every_level_and_new_money_of_one_source_all_pass() {
        // Given
        var source = fund.source(10_000);
        var allocation = fund.allocation(source, 5_000);
        var budgets = Stream.generate(() -> fund.budgetFrom(allocation, fund.listedProject(), 1_000)).limit(3).toList();
        var calls = new ArrayList<Supplier<Response>>();
        for (var budget : budgets) {
            var unfunded = fund.listedProject();
            calls.add(executing(back.confirmed(budget, 100, "SOURCE")));
            calls.add(executing(back.confirmed(budget, 100, "ALLOCATION")));
            calls.add(executing(back.confirmed(budget, 100, "TREASURY")));
            calls.add(executing(back.confirmed(allocation, 100, "SOURCE")));
            calls.add(step(fund.approver, "disbursements/" + orders.submitted(budget, 100), "approve", "2016-09-15"));
            calls.add(() -> fund.allocate(source, Fund.COUNTY_CODE, 100L));
            calls.add(() -> fund.fund(unfunded, allocation, 100));
        }
        // When
        var answers = Race.of(calls);
        // Then
        assertEquals(Map.of(TAKEN, 18L, "201", 3L), Race.outcomes(answers));
        budgets.forEach(budget -> assertEquals(600, fund.available(budget)));
        assertEquals(2_000 + 300 - 300 - 300, fund.left("fund-allocations/" + allocation));
        assertEquals(5_000 + 300 + 300 - 300, fund.left("fund-sources/" + source));
    }

    @Test
    void a_recovery_waits_for_the_account_of_the_lowest_id_and_holds_none_above_it() throws Exception {
        // Given
        var source = fund.source(1_000);
        var allocation = fund.allocation(source, 1_000);
        var budget = fund.budgetFrom(allocation, fund.listedProject(), 1_000);
        var ids = Stream.of(source, allocation, budget).sorted().toList();
        var recovery = back.confirmed(budget, 100, "SOURCE");
        List<Future<Response>> step;
        boolean isFree;
        try (var other = HeldRow.of("ledger_account", ids.get(0))) {
            // When
            step = Race.started(List.of(executing(recovery)));
            eventually(() -> assertEquals(1, other.waiting()));
            isFree = other.takesToo("ledger_account", ids.get(1)) && other.takesToo("ledger_account", ids.get(2));
        }
        // Then
        Race.answers(step).get(0).then().statusCode(200);
        assertTrue(isFree, "whoever waits for the first account holds another");
    }

    private Supplier<Response> executing(String recovery) {
        return step(back.cashier, recovery, "execute", TakingBack.EXECUTED_ON);
    }

    /** By somebody who has read the present version. */
    private Supplier<Response> step(Handler by, String resource, String name, String on) {
        var read = fund.tag(resource);
        return () -> fund.moveFrom(read, by.call(), resource, Map.of("transition", name, "on", on));
    }
}
