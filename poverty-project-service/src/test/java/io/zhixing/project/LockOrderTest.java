package io.zhixing.project;

import static io.zhixing.platform.testing.Eventually.eventually;
import static io.zhixing.project.Fund.refused;
import static io.zhixing.project.Orders.answer;
import static io.zhixing.project.Orders.lines;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Calls that need the same rows take them in one order, so that they wait for one another and never both for ever. */
@QuarkusTest
@ExtendWith({NoDrift.class, NoDeadlock.class})
class LockOrderTest {

    private final Fund fund = new Fund();
    private final Orders orders = new Orders(fund);

    @Test
    void the_budgets_of_one_step_take_their_allocations_in_one_order_however_they_are_stated() throws Exception {
        // Given
        var allocations = Stream.generate(() -> fund.allocation(fund.source(1_000), 1_000)).limit(2).sorted().toList();
        var project = fund.listedProject();
        List<Future<Response>> step;
        boolean isSecondFree;
        try (var other = HeldRow.of("ledger_account", allocations.get(0))) {
            // When
            step = Race.started(List.of(() -> fundedFrom(project, allocations.get(1), allocations.get(0))));
            eventually(() -> assertEquals(1, other.waiting()));
            isSecondFree = other.takesToo("ledger_account", allocations.get(1));
        }
        // Then
        Race.answers(step).get(0).then().statusCode(200).body("budgetFen", is(200));
        assertTrue(isSecondFree, "whoever waits for the first allocation holds the second");
    }

    @Test
    void a_fault_of_a_budget_stands_where_the_caller_stated_it() {
        // Given
        var allocation = fund.allocation(fund.source(1_000), 1_000);
        var project = fund.listedProject();
        // When
        var answer = fundedFrom(project, allocation, new UUID(0, 1).toString());
        // Then
        refused(answer, 422, "REFERENCE_UNKNOWN");
        answer.then().body("errors.pointer", is(List.of("/budgets/1/fundAllocationId")));
        assertEquals("IN_LIBRARY", fund.state("projects/" + project));
    }

    @Test
    void a_bank_file_of_two_days_takes_the_obligations_in_one_order_whatever_their_days() throws Exception {
        // Given
        var owed = Stream.generate(() -> fund.obligation("LAND_COMPENSATION_ARREARS", 300)).limit(2).sorted().toList();
        var order = settling(owed.get(1), owed.get(0));
        var later = answer(order, 2, "PAID", 300, order + "-2");
        later.put("on", "2016-09-06");
        List<Future<Response>> receipt;
        boolean isSecondFree;
        try (var other = HeldRow.of("obligation", owed.get(0))) {
            // When
            receipt = Race.started(List.of(() -> orders.receipt("FILE-" + order,
                    List.of(answer(order, 1, "PAID", 300, order + "-1"), later))));
            eventually(() -> assertEquals(1, other.waiting()));
            isSecondFree = other.takesToo("obligation", owed.get(1));
        }
        // Then
        Race.answers(receipt).get(0).then().statusCode(200).body("lines.outcome", is(List.of("POSTED", "POSTED")));
        assertTrue(isSecondFree, "whoever waits for the first obligation holds the second");
        owed.forEach(one -> assertEquals("SETTLED", fund.state("obligations/" + one)));
    }

    /** Nobody reads a version for them, so none of them can be told that his is old. */
    @Test
    void further_budgets_of_one_project_that_come_at_once_are_all_approved() throws Exception {
        // Given
        var project = fund.funded(fund.listedProject(), 100);
        var allocations = Stream.generate(() -> fund.allocation(fund.source(1_000), 1_000)).limit(4).toList();
        List<Future<Response>> coming;
        try (var other = HeldRow.of("project", project)) {
            // When
            coming = Race.started(allocations.stream().<Supplier<Response>>map(allocation -> () -> Fund.approveBudget(
                    fund.cashier(), project, allocation, 50)).toList());
            eventually(() -> assertEquals(allocations.size(), other.waiting()));
        }
        // Then
        Race.answers(coming).forEach(one -> one.then().statusCode(201));
        fund.reader().get(Fund.BASE + "projects/" + project).then().body("budgetFen", is(300)).body("budgets.size()",
                is(5));
    }

    private Response fundedFrom(String project, String... allocations) {
        return fund.moveWith(fund.cashier(), "projects/" + project, Map.of("transition", "fund", "on", "2016-06-20",
                "budgets", Stream.of(allocations).map(one -> Map.of("fundAllocationId", one, "amountFen", 100))
                        .toList()));
    }

    /** An order at the bank of two lines of 300 fen, which settle these. */
    private String settling(String... owed) {
        var lines = lines(300, 300);
        IntStream.range(0, owed.length).forEach(i -> lines.get(i).put("obligationId", owed[i]));
        return orders.send(orders.request(fund.budget(1_000), 600, lines).then().statusCode(201).extract().path("id"));
    }
}
