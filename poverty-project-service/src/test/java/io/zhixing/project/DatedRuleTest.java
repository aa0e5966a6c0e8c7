package io.zhixing.project;

import static io.zhixing.platform.testing.Eventually.eventually;
import static io.zhixing.project.Fund.refused;
import static io.zhixing.project.Orders.answer;
import static io.zhixing.project.Orders.lines;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is stated of sources, entries and orders, and judged by the rules of the day: days, years and stages. */
@QuarkusTest
@ExtendWith({NoDrift.class, NoDeadlock.class})
class DatedRuleTest {

    private final Fund fund = new Fund();
    private final Orders orders = new Orders(fund);

    @Test
    void a_source_is_allocated_and_budgeted_on_its_days() {
        // Given
        var source = sourceFor("2016-03-15", "2016-06-19");
        var project = fund.listedProject();
        // When
        var early = fund.allocateOn(source, "2016-03-14", 500L);
        var first = fund.allocateOn(source, "2016-03-15", 500L);
        var last = fund.allocateOn(source, "2016-06-19", 100L);
        var late = fund.allocateOn(source, "2016-06-20", 100L);
        var budgeted = fund.fund(project, first.path("id"), 500);
        // Then
        refused(early, 409, "OUTSIDE_SOURCE_DAYS");
        refused(late, 409, "OUTSIDE_SOURCE_DAYS");
        refused(budgeted, 409, "OUTSIDE_SOURCE_DAYS");
        List.of(first, last).forEach(one -> one.then().statusCode(201));
        assertEquals(400, fund.left("fund-sources/" + source));
        assertEquals("IN_LIBRARY", fund.state("projects/" + project));
    }

    @Test
    void an_order_is_submitted_and_approved_on_the_days_of_its_source_and_paid_after_them() {
        // Given
        var allocation = fund.allocation(sourceFor("2016-01-01", "2016-09-01"), 1_000);
        var budget = fund.budgetFrom(allocation, fund.listedProject(), 1_000);
        var order = "disbursements/" + orders.submitted(budget, 600);
        var sent = orders.submitted(budget, 300);
        fund.taken(fund.approver, "disbursements/" + sent, "approve", "2016-09-01");
        fund.taken(fund.cityCashier, "disbursements/" + sent, "send", "2016-09-03");
        var draft = "disbursements/" + orders.draft(budget, 100);
        // When
        var submitted = fund.move(fund.countyClerk(), draft, "submit", "2016-09-02");
        var approved = fund.move(fund.approver(), order, "approve", "2016-09-02");
        var paid = orders.receipt("FILE-" + sent, List.of(answer(sent, 1, "PAID", 300, sent)));
        // Then
        refused(submitted, 409, "OUTSIDE_SOURCE_DAYS");
        refused(approved, 409, "OUTSIDE_SOURCE_DAYS");
        fund.approver().get(Fund.BASE + order + "/transitions").then()
                .body("transitions.find { it.name == 'approve' }.reasons.code", is(List.of("OUTSIDE_SOURCE_DAYS")));
        assertEquals("POSTED", Orders.told(paid));
        assertEquals(700, fund.available(budget));
    }

    @Test
    void an_entry_is_funded_in_its_year_and_a_project_that_is_carried_out_also_later() {
        // Given
        var allocation = fund.allocation(fund.source(1_000), 1_000);
        var body = fund.proposal();
        body.put("libraryYear", 2015);
        var old = fund.listed(body);
        var current = fund.funded(fund.listedProject(), 100);
        // When
        var funded = fund.fund(old, allocation, 500);
        var budgeted = Fund.approveBudget(fund.cashier(), old, allocation, 500);
        var further = fund.cashier().body(Map.of("projectId", current, "fundAllocationId", allocation, "amountFen",
                300, "on", "2017-03-01")).post(Fund.BASE + "project-budgets");
        // Then
        List.of(funded, budgeted).forEach(one -> refused(one, 409, "LIBRARY_YEAR_OVER"));
        funded.then().body("detail", is("项目入库年度为2015，不能在2016年下达资金；请撤回，并按当年重新入库。"));
        fund.cashier().get(Fund.BASE + "projects/" + old + "/transitions").then()
                .body("transitions.find { it.name == 'fund' }.reasons.code", hasItem("LIBRARY_YEAR_OVER"));
        further.then().statusCode(201);
        assertEquals("IN_LIBRARY", fund.state("projects/" + old));
        assertEquals(700, fund.left("fund-allocations/" + allocation));
    }

    /** What was booked wrongly in the entry's year is booked rightly whenever the error is found. */
    @Test
    void a_corrected_first_budget_is_booked_anew_in_a_later_year() {
        // Given
        var reversals = new Reversals(fund);
        var allocation = fund.allocation(fund.source(1_000), 1_000);
        var project = fund.listedProject();
        var budget = fund.budgetFrom(allocation, project, 900);
        reversals.reversed(reversals.on(budget, "BUDGET"), "2017-02-01");
        // When
        var anew = fund.moveWith(fund.cashier(), "projects/" + project, Map.of("transition", "fund", "on",
                "2017-02-02", "budgets", List.of(Map.of("fundAllocationId", allocation, "amountFen", 90))));
        // Then
        anew.then().statusCode(200).body("state", is("FUNDED")).body("budgetFen", is(90));
    }

    @Test
    void entries_whose_year_is_over_on_a_day_are_listed_until_they_have_had_a_budget() {
        // Given
        var reversals = new Reversals(fund);
        var body = fund.proposal();
        body.put("libraryYear", 2017);
        fund.listed(body);
        fund.funded(fund.listedProject(), 100);
        reversals.reversed(reversals.on(fund.budget(100), "BUDGET"), "2016-06-21");
        fund.villageClerk.makes("projects", fund.proposal());
        var old = fund.listedProject();
        // When
        var atTheEndOfTheYear = overOn(fund, "2016-12-31");
        var inTheNextOne = overOn(fund, "2017-01-01");
        // Then
        assertEquals(List.of(), atTheEndOfTheYear);
        assertEquals(List.of(old), inTheNextOne);
        assertEquals(List.of(), overOn(new Fund(), "2017-01-01"));
    }

    private static List<String> overOn(Fund seen, String day) {
        return seen.reader().queryParam("libraryYearOverOn", day).get(Fund.BASE + "projects").then().statusCode(200)
                .extract().path("items.id");
    }

    @Test
    void retention_money_waits_for_the_acceptance() {
        // Given
        var project = fund.listedProject();
        var budget = fund.budgetOf(project, 1_000);
        // When
        var before = request(budget, "RETENTION", 50, "2016-09-01");
        orders.accepted(project);
        var dayBefore = request(budget, "RETENTION", 50, "2016-10-19");
        var after = request(budget, "RETENTION", 50, "2016-10-20");
        // Then
        refused(before, 409, "NOT_ACCEPTED_YET");
        refused(dayBefore, 409, "NOT_ACCEPTED_YET");
        after.then().statusCode(201);
        fund.taken(fund.approver, "disbursements/" + after.path("id"), "approve", "2016-10-21");
    }

    /** Each would find the others' money not yet reserved. */
    @Test
    void advances_that_come_at_once_stay_within_their_share_of_the_budget() throws Exception {
        // Given
        var budget = fund.budget(1_009);
        var beyond = request(budget, "ADVANCE", 303, "2016-09-01");
        var asked = Stream.generate(() -> request(budget, "ADVANCE", 100, "2016-09-01").<String>path("id")).limit(4)
                .map(id -> "disbursements/" + id).toList();
        List<Future<Response>> approvals;
        try (var other = HeldRow.of("ledger_account", budget)) {
            // When
            approvals = Race.started(asked.stream().<Supplier<Response>>map(
                    order -> () -> fund.move(fund.approver(), order, "approve", "2016-09-02")).toList());
            eventually(() -> assertEquals(4, other.waiting()));
        }
        // Then
        refused(beyond, 409, "ADVANCE_TOO_HIGH");
        assertEquals(Map.of("200", 3L, "409 ADVANCE_TOO_HIGH", 1L), Race.outcomes(Race.answers(approvals)));
        assertEquals(709, fund.available(budget));
        request(budget, "PROGRESS", 709, "2016-09-02").then().statusCode(201);
        refused(request(budget, "ADVANCE", 3, "2016-09-02"), 409, "ADVANCE_TOO_HIGH");
    }

    /** Each would find the others' money not yet reserved. No rule asked for a share before 2019. */
    @Test
    void orders_for_works_leave_the_retention_until_the_acceptance_also_those_that_come_at_once() throws Exception {
        // Given
        var project = fund.listedProject();
        var budget = fund.budgetOf(project, 1_009);
        var in2016 = request(budget, "FINAL", 979, "2016-09-01");
        var beyond = request(budget, "FINAL", 979, "2019-02-01");
        var asked = Stream.generate(() -> request(budget, "PROGRESS", 250, "2019-02-01").<String>path("id")).limit(4)
                .map(id -> "disbursements/" + id).toList();
        List<Future<Response>> approvals;
        try (var other = HeldRow.of("ledger_account", budget)) {
            // When
            approvals = Race.started(asked.stream().<Supplier<Response>>map(
                    order -> () -> fund.move(fund.approver(), order, "approve", "2019-02-02")).toList());
            eventually(() -> assertEquals(4, other.waiting()));
        }
        // Then
        in2016.then().statusCode(201);
        refused(beyond, 409, "RETENTION_NOT_KEPT");
        assertEquals(Map.of("200", 3L, "409 RETENTION_NOT_KEPT", 1L), Race.outcomes(Race.answers(approvals)));
        request(budget, "DIRECT_TO_BENEFICIARY", 100, "2016-09-01").then().statusCode(201);
        orders.accepted(project);
        var rest = request(budget, "FINAL", 259, "2019-02-02");
        fund.taken(fund.approver, "disbursements/" + rest.path("id"), "approve", "2019-02-03");
    }

    /** No rule asked for it before 2019. */
    @Test
    void beneficiaries_are_paid_after_the_notice_of_their_list() {
        // Given
        var project = fund.listedProject();
        var budget = fund.budgetOf(project, 1_000);
        var notice = fund.villageClerk.makes("notices", Map.of("projectId", project, "kind", "BENEFICIARY_LIST",
                "level", "VILLAGE", "startsOn", "2019-02-01", "endsOn", "2019-02-11"));
        // When
        var in2016 = request(budget, "DIRECT_TO_BENEFICIARY", 10, "2016-09-01");
        var before = request(budget, "DIRECT_TO_BENEFICIARY", 10, "2019-02-12");
        fund.taken(fund.approver, "notices/" + notice, "pass", "2019-02-12");
        var after = request(budget, "DIRECT_TO_BENEFICIARY", 10, "2019-02-12");
        // Then
        in2016.then().statusCode(201);
        refused(before, 409, "NOTICE_REQUIRED");
        after.then().statusCode(201);
    }

    private Response request(String budget, String stage, long fen, String on) {
        return fund.countyClerk().body(Map.of("budgetId", budget, "stage", stage, "amountFen", fen, "on", on,
                "submittedOn", on, "lines", lines(fen))).post(Fund.BASE + "disbursements");
    }

    private String sourceFor(String availableFrom, String availableTo) {
        var body = fund.sourceBody("POVERTY_SPECIAL", 1_000, "ROAD");
        body.put("availableFrom", availableFrom);
        body.put("availableTo", availableTo);
        var source = fund.cityCashier.makes("fund-sources", body);
        fund.taken(fund.cityCashier, "fund-sources/" + source, "activate", "2016-03-02");
        return source;
    }
}
