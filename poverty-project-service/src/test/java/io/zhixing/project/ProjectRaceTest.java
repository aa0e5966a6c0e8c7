package io.zhixing.project;

import static io.zhixing.platform.testing.Eventually.eventually;
import static io.zhixing.project.Fund.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Steps of projects beside one another and beside the money that they give or stop. */
@QuarkusTest
@ExtendWith({NoDrift.class, NoDeadlock.class})
class ProjectRaceTest {

    private static final Map<String, Object> SUSPENSION = Map.of("transition", "suspend", "on", "2016-09-02", "comment",
            "核查");
    private static final String LATE = "412 PRECONDITION_FAILED";

    private final Fund fund = new Fund();
    private final Orders orders = new Orders(fund);

    @Test
    void a_suspension_and_approvals_at_once_leave_no_approval_after_the_suspension() {
        // Given
        var project = fund.listedProject();
        var budget = fund.budgetOf(project, 10_000);
        var calls = new ArrayList<Supplier<Response>>();
        for (int i = 0; i < 12; i++) {
            var order = orders.submitted(budget, 100);
            calls.add(() -> approve(order));
        }
        calls.add(6, () -> fund.moveWith(fund.supervisor(), "projects/" + project, SUSPENSION));
        // When
        var answers = Race.of(calls);
        // Then
        assertEquals(200, answers.get(6).statusCode());
        var outcomes = Race.outcomes(Stream.concat(answers.stream().limit(6), answers.stream().skip(7)).toList());
        assertTrue(Set.of("200", "409 PROJECT_NOT_PAYABLE").containsAll(outcomes.keySet()), outcomes.toString());
        assertEquals(10_000 - 100 * outcomes.getOrDefault("200", 0L), fund.available(budget));
        refused(approve(orders.submitted(budget, 100)), 409, "PROJECT_NOT_PAYABLE");
    }

    @Test
    void whatever_needs_a_project_that_takes_money_waits_for_its_suspension_and_is_refused() throws Exception {
        // Given
        var project = fund.listedProject();
        var budget = fund.budgetOf(project, 1_000);
        var order = orders.submitted(budget, 100);
        var allocation = fund.allocation(fund.source(500), 500);
        List<Response> answers;
        try (var suspending = HeldRow.changed("project", "status = 'SUSPENDED', resume_status = status", project)) {
            // When
            var coming = Race.started(List.of(() -> approve(order),
                    () -> Fund.approveBudget(fund.cashier(), project, allocation, 100)));
            eventually(() -> assertEquals(coming.size(), suspending.waiting()));
            suspending.commit();
            answers = Race.answers(coming);
        }
        // Then
        answers.forEach(one -> refused(one, 409, "PROJECT_NOT_PAYABLE"));
        assertEquals("SUBMITTED", fund.state("disbursements/" + order));
        assertEquals(1_000, fund.available(budget));
        assertEquals(500, fund.left("fund-allocations/" + allocation));
    }

    @Test
    void a_suspension_waits_for_an_approval_that_came_first_and_leaves_what_it_reserved() throws Exception {
        // Given
        var project = fund.listedProject();
        var budget = fund.budgetOf(project, 1_000);
        var order = orders.submitted(budget, 100);
        List<Future<Response>> approval;
        List<Future<Response>> suspension;
        try (var other = HeldRow.of("ledger_account", budget)) {
            // When
            approval = Race.started(List.of(() -> approve(order)));
            eventually(() -> assertEquals(1, other.waiting()));
            suspension = Race.started(List.of(
                    () -> fund.moveWith(fund.supervisor(), "projects/" + project, SUSPENSION)));
            eventually(() -> assertEquals(2, other.waiting()));
        }
        // Then
        Race.answers(approval).get(0).then().statusCode(200);
        Race.answers(suspension).get(0).then().statusCode(200);
        assertEquals("SUSPENDED", fund.state("projects/" + project));
        assertEquals(900, fund.available(budget));
    }

    @Test
    void a_project_that_many_fund_at_once_is_funded_once() {
        // Given
        var project = "projects/" + fund.listedProject();
        var allocation = fund.allocation(fund.source(1_000), 1_000);
        var read = fund.tag(project);
        // When
        var answers = Race.of(8,
                () -> fund.moveFrom(read, fund.cashier(), project, Fund.funding(allocation, 100)));
        // Then
        assertEquals(Map.of("200", 1L, LATE, 7L), Race.outcomes(answers));
        assertEquals(900, fund.left("fund-allocations/" + allocation));
        assertEquals(100, fund.reader().get(Fund.BASE + project).jsonPath().getLong("budgetFen"));
    }

    @Test
    void a_project_that_is_funded_and_withdrawn_at_once_takes_money_only_where_it_is_funded() {
        // Given
        var allocation = fund.allocation(fund.source(1_000), 1_000);
        var projects = IntStream.range(0, 4).mapToObj(i -> "projects/" + fund.listedProject()).toList();
        var calls = new ArrayList<Supplier<Response>>();
        for (var project : projects) {
            var read = fund.tag(project);
            calls.add(() -> fund.moveFrom(read, fund.cashier(), project, Fund.funding(allocation, 100)));
            calls.add(() -> fund.moveFrom(read, fund.approver(), project,
                    Map.of("transition", "withdraw", "on", "2016-06-20", "comment", "不再实施")));
        }
        // When
        var answers = Race.of(calls);
        // Then
        long funded = 0;
        for (int i = 0; i < projects.size(); i++) {
            var outcomes = Race.outcomes(answers.subList(2 * i, 2 * i + 2));
            boolean isFunded = Race.isDone(answers.get(2 * i));
            // a withdrawal that reads before the money comes and looks for money after it is told of the money
            var refusals = isFunded ? Set.of(LATE, "409 MONEY_LEFT") : Set.of(LATE);
            assertTrue(refusals.stream().anyMatch(refusal -> outcomes.equals(Map.of("200", 1L, refusal, 1L))),
                    outcomes::toString);
            assertEquals(isFunded ? "FUNDED" : "WITHDRAWN", fund.state(projects.get(i)));
            funded += isFunded ? 1 : 0;
        }
        assertEquals(1_000 - 100 * funded, fund.left("fund-allocations/" + allocation));
    }

    /** NoDeadlock tells whether they wait for one another. */
    @Test
    void projects_funded_from_the_same_allocations_in_opposite_order_take_exactly_what_these_bear_and_never_half() {
        // Given
        var allocations = Stream.generate(() -> fund.allocation(fund.source(400), 400)).limit(2).toList();
        var projects = Stream.generate(fund::listedProject).limit(8).toList();
        // When
        var answers = Race.of(IntStream.range(0, projects.size())
                .<Supplier<Response>>mapToObj(i -> () -> fund.moveWith(fund.cashier(), "projects/" + projects.get(i),
                        Map.of("transition", "fund", "on", "2016-06-20", "budgets",
                                List.of(Map.of("fundAllocationId", allocations.get(i % 2), "amountFen", 100),
                                        Map.of("fundAllocationId", allocations.get(1 - i % 2), "amountFen", 100)))))
                .toList());
        // Then
        assertEquals(Map.of("200", 4L, "409 INSUFFICIENT_FUNDS", 4L), Race.outcomes(answers));
        allocations.forEach(one -> assertEquals(0, fund.left("fund-allocations/" + one)));
        assertEquals(Map.of("FUNDED", 4L, "IN_LIBRARY", 4L), Race.countedBy(projects,
                project -> fund.state("projects/" + project)));
    }

    @Test
    void a_budget_that_many_approve_from_one_allocation_at_once_is_one() {
        // Given
        var project = fund.funded(fund.listedProject(), 100);
        var allocation = fund.allocation(fund.source(1_000), 1_000);
        // When
        var answers = Race.of(6, () -> Fund.approveBudget(fund.cashier(), project, allocation, 50));
        // Then
        assertEquals(Map.of("201", 1L, "409 DUPLICATE", 5L), Race.outcomes(answers));
        assertEquals(950, fund.left("fund-allocations/" + allocation));
        assertEquals(150, fund.reader().get(Fund.BASE + "projects/" + project).jsonPath().getLong("budgetFen"));
    }

    private Response approve(String order) {
        return fund.move(fund.approver(), "disbursements/" + order, "approve", "2016-09-02");
    }
}
