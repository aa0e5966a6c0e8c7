package io.zhixing.project;

import static io.zhixing.project.Orders.answer;
import static java.util.stream.Collectors.joining;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.event.OutboxProbe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A clerk's error is undone whole by two persons, and the source, allocation, budget or recovery that it was posted for follows. */
@QuarkusTest
@ExtendWith(NoDrift.class)
class ReversalTest {

    private final Fund fund = new Fund();
    private final Orders orders = new Orders(fund);
    private final Reversals reversals = new Reversals(fund);

    @Test
    void a_reversed_allocation_and_a_reversed_appropriation_give_back_what_they_gave() {
        // Given
        var source = fund.source(1_000);
        var allocation = fund.allocation(source, 400);
        // When
        reversals.reversed(reversals.on(allocation, "ALLOCATE"), "2016-03-12");
        // Then
        assertEquals(1_000, fund.left("fund-sources/" + source));
        assertEquals(0, fund.left("fund-allocations/" + allocation));
        assertEquals("0", Fund.value(fund.figures("2016-01-01", "2017-01-01"), "SPECIAL_FUND_ALLOCATED"));
        reversals.reversed(reversals.on(source, "APPROPRIATE"), "2016-03-13");
        assertEquals(0, fund.left("fund-sources/" + source));
    }

    @Test
    void after_a_reversed_allocation_the_right_amount_is_given_by_the_same_document() {
        // Given
        var source = fund.source(1_000);
        var given = Map.<String, Object>of("fundSourceId", source, "organizationId", fund.county.id(), "countyCode",
                Fund.COUNTY_CODE, "documentNo", "示例〔2016〕2号", "on", "2016-03-10");
        var wrong = with(given, "amountFen", 900);
        var right = with(given, "amountFen", 90);
        var allocation = fund.cityCashier.makes("fund-allocations", wrong);
        Fund.refused(fund.cashier().body(right).post(Fund.BASE + "fund-allocations"), 409, "DUPLICATE");
        // When
        reversals.reversed(reversals.on(allocation, "ALLOCATE"), "2016-03-12");
        fund.cityCashier.makes("fund-allocations", right);
        // Then
        fund.reader().get(Fund.BASE + "fund-allocations/" + allocation).then().body("amountFen", is(0))
                .body("version", is(2));
        fund.reader().queryParam("fundSource", source).queryParam("count", true).get(Fund.BASE + "fund-allocations")
                .then().body("sums.amountFen", is(90));
        assertEquals(List.of("2016-03-10 900", "2016-03-12 0"), published(allocation, 2, "effectiveOn", "amountFen"));
        assertEquals(910, fund.left("fund-sources/" + source));
    }

    @Test
    void a_reversed_appropriation_leaves_a_source_that_brought_nothing_and_frees_its_code() {
        // Given
        var wrong = fund.sourceBody("POVERTY_SPECIAL", 9_000, "ROAD");
        var right = with(wrong, "appropriationFen", 900);
        var source = fund.cityCashier.makes("fund-sources", wrong);
        fund.taken(fund.cityCashier, "fund-sources/" + source, "activate", "2016-03-02");
        fund.taken(fund.cityCashier, "fund-sources/" + source, "freeze", "2016-03-03");
        Fund.refused(fund.cashier().body(right).post(Fund.BASE + "fund-sources"), 409, "DUPLICATE");
        // When
        reversals.reversed(reversals.on(source, "APPROPRIATE"), "2016-03-12");
        var entered = fund.cityCashier.makes("fund-sources", right);
        // Then
        fund.taken(fund.cityCashier, "fund-sources/" + entered, "activate", "2016-03-13");
        assertEquals(900, fund.left("fund-sources/" + entered));
        assertEquals(List.of("2016-03-01 9000 DRAFT", "2016-03-02 9000 ACTIVE", "2016-03-03 9000 FROZEN",
                "2016-03-12 0 REVERSED"), published(source, 4, "effectiveOn", "appropriationFen", "state"));
        Fund.refused(fund.allocate(source, Fund.COUNTY_CODE, 1L), 409, "SOURCE_NOT_PAYABLE");
        fund.reader().queryParam("code", wrong.get("code")).queryParam("count", true).get(Fund.BASE + "fund-sources")
                .then().body("sums.appropriationFen", is(900)).body("total", is(2));
    }

    @Test
    void money_that_was_recovered_is_given_back_level_by_level_from_above() {
        // Given
        var source = fund.source(1_000);
        var allocation = fund.allocation(source, 1_000);
        var budget = fund.budgetFrom(allocation, fund.listedProject(), 1_000);
        var recovery = new TakingBack(fund).executed(budget, 300, "TREASURY");
        var ofTheBudget = reversals.on(budget, "CLAWBACK");
        var ofTheSource = reversals.on(source, "CLAWBACK");
        var early = reversals.requested(ofTheBudget, "2016-09-16");
        // When
        Fund.refused(reversals.confirm(early, "2016-09-16"), 409, "INSUFFICIENT_FUNDS");
        reversals.reversed(reversals.on(source, "RETURN_TO_TREASURY"), "2016-09-16");
        reversals.reversed(ofTheSource, "2016-09-17");
        var beforeTheLast = fund.state(recovery);
        reversals.confirm(early, "2016-09-18").then().statusCode(200);
        // Then
        assertEquals(List.of("PARTLY_REVERSED", "REVERSED"), List.of(beforeTheLast, fund.state(recovery)));
        assertEquals(List.of("EXECUTED 2016-09-15", "PARTLY_REVERSED 2016-09-16", "PARTLY_REVERSED 2016-09-17",
                "REVERSED 2016-09-18"),
                published(recovery.replace("recoveries/", ""), 6, "state", "effectiveOn").subList(2, 6));
        assertEquals(1_000, fund.available(budget));
        assertEquals(List.of(0L, 0L),
                List.of(fund.left("fund-allocations/" + allocation), fund.left("fund-sources/" + source)));
    }

    @Test
    void what_was_taken_back_by_mistake_is_taken_back_rightly_by_the_same_document() {
        // Given
        var back = new TakingBack(fund);
        var budget = fund.budget(1_000);
        var wrong = TakingBack.body(budget, 900, "ALLOCATION");
        var right = with(wrong, "amountFen", 90);
        var recovery = back.executed(wrong);
        Fund.refused(back.propose(right), 409, "DUPLICATE");
        var journal = reversals.on(budget, "CLAWBACK");
        assertEquals(recovery, "recoveries/" + reversals.journal(journal).getString("recoveryId"));
        // When
        reversals.reversed(journal, "2016-09-16");
        back.executed(right);
        // Then
        assertEquals("REVERSED", fund.state(recovery));
        assertEquals(910, fund.available(budget));
    }

    @Test
    void after_a_reversed_budget_the_right_amount_is_approved_from_the_same_allocation() {
        // Given
        var allocation = fund.allocation(fund.source(1_000), 1_000);
        var project = fund.listedProject();
        var budget = fund.budgetFrom(allocation, project, 900);
        // When
        reversals.reversed(reversals.on(budget, "BUDGET"), "2016-06-21");
        // Then
        fund.reader().get(Fund.BASE + "projects/" + project).then().body("budgetFen", is(0)).body("budgets.amountFen",
                is(List.of()));
        fund.reader().get(Fund.BASE + "project-budgets/" + budget).then().body("amountFen", is(0)).body("version",
                is(2));
        assertEquals(1_000, fund.left("fund-allocations/" + allocation));
        assertEquals(0, fund.available(budget));
        Fund.approveBudget(fund.cashier(), project, allocation, 90).then().statusCode(201).body("id", is(budget))
                .body("amountFen", is(90)).body("availableFen", is(90)).body("version", is(3));
        fund.reader().get(Fund.BASE + "projects/" + project).then().body("budgetFen", is(90));
        assertEquals(910, fund.left("fund-allocations/" + allocation));
        assertEquals("IN_LIBRARY", fund.state("projects/" + project));
        int version = fund.reader().get(Fund.BASE + "projects/" + project).path("version");
        assertEquals(List.of("2016-06-21 FUNDED IN_LIBRARY 0", "2016-06-21 IN_LIBRARY IN_LIBRARY 90"),
                published(project, version, "effectiveOn", "from", "state", "budgetFen").subList(version - 2, version));
    }

    @Test
    void a_suspended_project_that_lost_its_last_budget_resumes_in_the_library() {
        // Given
        var listed = fund.listedProject();
        var budget = fund.budgetOf(listed, 900);
        var project = "projects/" + listed;
        fund.moveWith(fund.supervisor(), project, Map.of("transition", "suspend", "on", "2016-06-21", "comment", "核查"))
                .then().statusCode(200);
        reversals.reversed(reversals.on(budget, "BUDGET"), "2016-06-22");
        // When
        var asFunded = fund.move(fund.supervisor(), project, "resume-funded", "2016-06-23");
        var inTheLibrary = fund.move(fund.supervisor(), project, "resume-in-library", "2016-06-23");
        // Then
        Fund.refused(asFunded, 409, "RESUMES_ELSEWHERE");
        inTheLibrary.then().statusCode(200).body("state", is("IN_LIBRARY")).body("budgetFen", is(0));
    }

    @Test
    void a_request_is_answered_with_its_address_and_a_refusal_of_it_frees_the_journal() {
        // Given
        var journal = reversals.on(fund.allocation(fund.source(1_000), 400), "ALLOCATE");
        // When
        var made = reversals.request(fund.cashier(), journal, "2016-03-12");
        // Then
        made.then().statusCode(201).body("journalId", is((int) journal)).body("state", is("REQUESTED"))
                .body("reversalJournalId", nullValue()).body("version", is(1));
        var address = made.header("Location");
        assertEquals(Fund.BASE + "reversals/" + made.path("id"), address);
        var read = fund.cashier().get(address);
        assertEquals(made.jsonPath().getMap(""), read.then().statusCode(200).extract().jsonPath().getMap(""));
        assertEquals(made.header("ETag"), read.header("ETag"));
        var request = "reversals/" + made.path("id");
        reversals.move(fund.cashier(), request, Map.of("transition", "dismiss", "on", "2016-03-13", "comment", "撤回"))
                .then().statusCode(200).body("state", is("DISMISSED"));
        assertNull(reversals.journal(journal).get("reversalJournalId"));
        reversals.reversed(journal, "2016-03-14");
        fund.cashier().queryParam("journal", journal).queryParam("count", true).get(Fund.BASE + "reversals").then()
                .body("items.state", is(List.of("DISMISSED", "EXECUTED"))).body("total", is(2));
        fund.cashier().queryParam("journal", journal).queryParam("state", "EXECUTED").get(Fund.BASE + "reversals")
                .then().body("items.size()", is(1));
    }

    @Test
    void journals_are_found_by_kind_account_order_day_and_whether_they_were_reversed() {
        // Given
        var source = fund.source(1_000);
        var allocation = fund.allocation(source, 1_000);
        var budget = fund.budgetFrom(allocation, fund.listedProject(), 800);
        var order = orders.sent(budget, 300, 200);
        orders.receipt("FILE-" + order, List.of(answer(order, 1, "PAID", 300, order + "-1"),
                answer(order, 2, "PAID", 200, order + "-2"))).then().statusCode(200);
        reversals.reversed(reversals.of(order, "PAY"), "2016-09-08");
        // When
        var all = reversals.list();
        // Then
        assertEquals(List.of("APPROPRIATE", "ALLOCATE", "BUDGET", "PAY", "REVERSAL"), all.getList("items.kind"));
        assertEquals(List.of(0, 0, 0, 2, 2), all.getList("items.lineCount"));
        assertEquals(List.of(1_000, 1_000, 800, 500, 500), all.getList("items.amountFen"));
        assertEquals(List.of("ALLOCATE", "BUDGET"), reversals.list("account", allocation).getList("items.kind"));
        assertEquals(List.of("PAY", "REVERSAL"), reversals.list("disbursement", order).getList("items.kind"));
        assertEquals(List.of("ALLOCATE", "PAY"),
                reversals.list("kind", List.of("ALLOCATE", "PAY")).getList("items.kind"));
        assertEquals(List.of("BUDGET", "PAY"),
                reversals.list("occurredFrom", "2016-06-20", "occurredTo", "2016-09-05").getList("items.kind"));
        assertEquals(List.of("PAY"), reversals.list("reversed", true).getList("items.kind"));
        assertEquals(List.of(4, 3_300), List.of(reversals.list("reversed", false).getInt("total"),
                reversals.list("reversed", false).getInt("sums.amountFen")));
        assertEquals(List.of("BUDGET", "PAY", "REVERSAL"),
                reversals.list("organization", fund.village.code()).getList("items.kind"));
        assertEquals("PAY", reversals.list("sort", "-id", "limit", 2).getString("items[1].kind"));
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        var changed = new LinkedHashMap<>(body);
        changed.put(field, value);
        return changed;
    }

    /** These fields of the events of all versions up to this one. */
    private static List<String> published(String aggregate, int version, String... fields) {
        return OutboxProbe.ofTheService().events(aggregate, version).stream().map(
                one -> Stream.of(fields).map(field -> one.payload().path(field).asText()).collect(joining(" ")))
                .toList();
    }
}
