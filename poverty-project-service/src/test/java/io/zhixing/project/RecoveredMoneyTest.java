package io.zhixing.project;

import static io.zhixing.project.Fund.records;
import static io.zhixing.project.Fund.refused;
import static io.zhixing.project.Fund.value;
import static io.zhixing.project.Orders.answer;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.time.Shanghai;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was taken back is in no figure any more, from its own day on, and stands in no project's way. */
@QuarkusTest
@ExtendWith(NoDrift.class)
class RecoveredMoneyTest {

    private static final List<String> CODES = List.of("SPECIAL_FUND_ALLOCATED", "PROJECT_INVESTED", "PROJECT_COUNT");

    private final Fund fund = new Fund();
    private final Orders orders = new Orders(fund);
    private final TakingBack back = new TakingBack(fund);

    @Test
    void figures_and_their_records_are_net_and_each_period_has_what_happened_in_it() {
        // Given
        var allocation = fund.allocation(fund.source(10_000), 6_000);
        var kept = fund.budgetFrom(allocation, fund.listedProject(), 3_000);
        var given = fund.budgetFrom(allocation, fund.listedProject(), 1_000);
        // When
        back.executed(kept, 500, "ALLOCATION");
        back.executed(given, 1_000, "TREASURY");
        back.executed(allocation, 700, "SOURCE");
        // Then
        var before = fund.figures("2016-03-01", "2016-09-14");
        var that = fund.figures(TakingBack.EXECUTED_ON, TakingBack.EXECUTED_ON);
        var whole = fund.figures();
        assertEquals(List.of("6000", "4000", "2"), values(before));
        assertEquals(List.of("-1700", "-1500", "0"), values(that));
        assertEquals(List.of("4300", "2500", "1"), values(whole));
        Stream.of(before, that, whole).forEach(this::equalTheirRecords);
    }

    @Test
    void what_is_known_on_a_day_counts_what_was_entered_until_then() {
        // Given
        var budget = fund.budget(1_000);
        var today = Shanghai.today(Clock.systemUTC());
        // When
        back.executed(budget, 400, "SOURCE");
        // Then
        assertEquals(List.of("600", "600", "1"), values(figuresAsOf(today)));
        assertEquals(List.of("0", "0", "0"), values(figuresAsOf(today.minusDays(1))));
        equalTheirRecords(figuresAsOf(today));
        equalTheirRecords(figuresAsOf(today.minusDays(1)));
    }

    @Test
    void entries_show_a_clawback_negative_on_the_level_that_it_left() {
        // Given
        var allocation = fund.allocation(fund.source(2_000), 2_000);
        var budget = fund.budgetFrom(allocation, fund.listedProject(), 1_000);
        // When
        back.executed(budget, 300, "TREASURY");
        // Then
        var ofBudget = entries("BUDGET");
        ofBudget.then().body("items.kind", is(List.of("BUDGET", "CLAWBACK"))).body("items.netFen",
                is(List.of(1_000, -300))).body("items.documentId", is(List.of(budget, budget)))
                .body("items[1].occurredOn", is(TakingBack.EXECUTED_ON)).body("sums.netFen", is(700));
        var ofAllocation = entries("ALLOCATION");
        ofAllocation.then().body("items.kind", is(List.of("ALLOCATE", "CLAWBACK"))).body("items.netFen",
                is(List.of(2_000, -300))).body("items.documentId", is(List.of(allocation, allocation)))
                .body("sums.netFen", is(1_700));
    }

    @Test
    void a_clawback_that_was_a_clerk_s_error_is_reversed_and_every_figure_has_its_money_again() {
        // Given
        var budget = fund.budget(1_000);
        var recovery = back.executed(budget, 400, "ALLOCATION");
        var reversals = new Reversals(fund);
        // When
        reversals.reversed(reversals.on(budget, "CLAWBACK"), "2016-09-16");
        // Then
        assertEquals(1_000, fund.available(budget));
        assertEquals("REVERSED", fund.state(recovery));
        assertEquals(List.of("1000", "1000", "1"), values(fund.figures()));
        assertEquals(List.of("1000", "600", "1"), values(fund.figures("2016-03-01", TakingBack.EXECUTED_ON)));
        equalTheirRecords(fund.figures());
    }

    @Test
    void a_project_whose_rest_was_taken_back_closes_and_gives_nothing_more() {
        // Given
        var project = fund.listedProject();
        var budget = fund.budgetOf(project, 1_000);
        var order = orders.sent(budget, 600);
        orders.receipt("FILE-" + order, List.of(answer(order, 1, "PAID", 600, order))).then().statusCode(200);
        orders.accepted(project);
        var late = back.confirmed(budget, 1, "ALLOCATION");
        refused(close(project), 409, "MONEY_LEFT");
        back.executed(budget, 400, "ALLOCATION");
        // When
        var closed = close(project);
        // Then
        closed.then().statusCode(200).body("state", is("CLOSED"));
        fund.reader().get(Fund.BASE + "project-budgets/" + budget).then().body("amountFen", is(1_000)).body("debitsFen",
                is(1_000)).body("availableFen", is(0));
        assertEquals("600", value(fund.figures(), "PROJECT_INVESTED"));
        back.cashier.call().get(Fund.BASE + late + "/transitions").then().body(
                "transitions.find { it.name == 'execute' }.reasons.code",
                is(List.of("ACCOUNT_CLOSED", "INSUFFICIENT_FUNDS")));
        refused(back.execute(late), 409, "ACCOUNT_CLOSED");
        assertEquals("CONFIRMED", fund.state(late));
    }

    @Test
    void a_source_of_which_nothing_is_left_closes_after_its_rest_went_to_the_treasury() {
        // Given
        var source = fund.source(1_000);
        var allocation = fund.allocation(source, 600);
        new TakingBack(fund, fund.city).executed(source, 400, "TREASURY");
        fund.taken(fund.cityCashier, "fund-sources/" + source, "close", "2016-09-20");
        var recovery = back.confirmed(allocation, 100, "SOURCE");
        // When
        var answer = back.execute(recovery);
        // Then
        refused(answer, 409, "ACCOUNT_CLOSED");
        back.cashier.call().get(Fund.BASE + recovery + "/transitions").then().body(
                "transitions.find { it.name == 'execute' }.reasons.code", is(List.of("ACCOUNT_CLOSED")));
        assertEquals(600, fund.left("fund-allocations/" + allocation));
    }

    private Response close(String project) {
        return fund.move(fund.cashier(), "projects/" + project, "close", "2016-11-01");
    }

    private Response entries(String level) {
        return fund.reader().queryParam("level", level).queryParam("organization", fund.county.id())
                .queryParam("count", true).get(Fund.BASE + "ledger/entries").then().statusCode(200).extract()
                .response();
    }

    private Response figuresAsOf(LocalDate day) {
        return fund.reader().queryParam("organization", fund.city.id()).queryParam("from", "2016-02-28")
                .queryParam("to", "2017-04-26").queryParam("asOf", day.toString()).get(Fund.BASE + "figures");
    }

    private static List<String> values(Response figures) {
        return CODES.stream().map(code -> value(figures, code)).toList();
    }

    private void equalTheirRecords(Response figures) {
        for (var code : CODES) {
            var found = fund.reader().urlEncodingEnabled(false).get(records(figures, code) + "&count=true").then()
                    .statusCode(200).extract().jsonPath();
            assertEquals(value(figures, code),
                    found.getString(code.equals("PROJECT_COUNT") ? "total" : "sums.netFen"), code);
        }
    }
}
