package io.zhixing.project;

import static io.zhixing.project.Fund.refused;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.event.TopicEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Money goes back the way it came, level by level, when two persons want it. */
@QuarkusTest
@ExtendWith(NoDrift.class)
class RecoveryTest {

    private final Fund fund = new Fund();
    private final Orders orders = new Orders(fund);
    private final TakingBack back = new TakingBack(fund);

    /** Of a source of 10,000 fen: 6,000 allocated, of which 4,000 budgeted; 1,000 go back. */
    @ParameterizedTest
    @CsvSource({"BUDGET,ALLOCATION,3000,3000,4000,ALLOCATION CLAWBACK",
            "BUDGET,SOURCE,3000,2000,5000,ALLOCATION CLAWBACK/SOURCE CLAWBACK",
            "BUDGET,TREASURY,3000,2000,4000,ALLOCATION CLAWBACK/SOURCE CLAWBACK/TREASURY RETURN_TO_TREASURY",
            "ALLOCATION,SOURCE,4000,1000,5000,SOURCE CLAWBACK",
            "ALLOCATION,TREASURY,4000,1000,4000,SOURCE CLAWBACK/TREASURY RETURN_TO_TREASURY",
            "SOURCE,TREASURY,4000,2000,3000,TREASURY RETURN_TO_TREASURY"})
    void money_goes_back_from_each_level_to_each_above(String from, String to, long budgetFen, long allocationFen,
            long sourceFen, String postings) {
        // Given
        var source = fund.source(10_000);
        var allocation = fund.allocation(source, 6_000);
        var budget = fund.budgetFrom(allocation, fund.listedProject(), 4_000);
        var account = Map.of("BUDGET", budget, "ALLOCATION", allocation, "SOURCE", source).get(from);
        var by = new TakingBack(fund, from.equals("SOURCE") ? fund.city : fund.county);
        var recovery = by.confirmed(account, 1_000, to);
        assertEquals(List.of(), TakingBack.postings(recovery));
        // When
        var executed = by.execute(recovery);
        // Then
        executed.then().statusCode(200).body("state", is("EXECUTED")).body("stateOn", is(TakingBack.EXECUTED_ON))
                .body("version", is(3));
        assertEquals(List.of(budgetFen, allocationFen, sourceFen), List.of(fund.available(budget),
                fund.left("fund-allocations/" + allocation), fund.left("fund-sources/" + source)));
        assertEquals(List.of(postings.split("/")), TakingBack.postings(recovery));
    }

    @Test
    void a_proposal_is_read_at_its_address_with_everything_that_it_concerns() {
        // Given
        var source = fund.source(1_000);
        var allocation = fund.allocation(source, 1_000);
        var budget = fund.budgetFrom(allocation, fund.listedProject(), 1_000);
        var body = TakingBack.body(budget, 400, "SOURCE");
        // When
        var made = back.propose(body);
        // Then
        made.then().statusCode(201).body("organizationId", is(fund.village.id().toString()))
                .body("countyCode", is(Fund.COUNTY_CODE)).body("accountId", is(budget)).body("budgetId", is(budget))
                .body("fundAllocationId", is(allocation)).body("fundSourceId", is(source)).body("kind", is("SURPLUS"))
                .body("amountFen", is(400)).body("toLevel", is("SOURCE")).body("reason", is(body.get("reason")))
                .body("documentNo", is(body.get("documentNo"))).body("state", is("PROPOSED"))
                .body("stateOn", is("2016-09-10")).body("dismissal", nullValue()).body("version", is(1));
        var read = fund.reader().get(made.header("Location"));
        assertEquals(made.jsonPath().getMap(""), read.then().statusCode(200).extract().jsonPath().getMap(""));
        assertEquals(made.header("ETag"), read.header("ETag"));
        fund.reader().header("If-None-Match", made.header("ETag")).get(made.header("Location")).then().statusCode(304);
        assertEquals(1_000, fund.available(budget));
    }

    @Test
    void every_version_is_published_without_a_word_of_its_reason() {
        // Given
        var budget = fund.budget(1_000);
        // When
        var recovery = back.executed(budget, 400, "ALLOCATION").replace("recoveries/", "");
        // Then
        var events = OutboxProbe.ofTheService().events(recovery, 3);
        assertEquals(List.of(1L, 2L, 3L), events.stream().map(TopicEvent::version).toList());
        assertEquals(List.of("PROPOSED", "CONFIRMED", "EXECUTED"),
                events.stream().map(event -> event.payload().path("state").asText()).toList());
        assertEquals(List.of("2016-09-10", "2016-09-12", TakingBack.EXECUTED_ON),
                events.stream().map(event -> event.payload().path("effectiveOn").asText()).toList());
        var last = events.get(2).payload();
        assertEquals(400, last.path("amountFen").asLong());
        assertEquals(budget, last.path("budgetId").asText());
        assertFalse(last.toString().contains("结余"), last.toString());
    }

    @Test
    void a_recovery_that_is_dismissed_says_why_and_its_document_may_come_again() {
        // Given
        var budget = fund.budget(1_000);
        var body = TakingBack.body(budget, 400, "ALLOCATION");
        var proposed = back.propose(body).then().statusCode(201).extract().<String>path("id");
        refused(back.propose(body), 409, "DUPLICATE");
        var confirmed = back.confirmed(budget, 300, "ALLOCATION");
        // When
        var first = fund.moveWith(back.cashier.call(), "recoveries/" + proposed, TakingBack.dismissal());
        var second = fund.moveWith(back.approver.call(), confirmed, TakingBack.dismissal());
        // Then
        List.of(first, second).forEach(one -> one.then().statusCode(200).body("state", is("DISMISSED"))
                .body("dismissal", is("资金仍需使用")));
        assertEquals(List.of(), TakingBack.postings(confirmed));
        assertEquals(1_000, fund.available(budget));
        refused(back.execute(confirmed), 409, "TRANSITION_NOT_AVAILABLE");
        back.propose(body).then().statusCode(201);
    }

    @Test
    void the_steps_say_what_this_caller_may_do_and_why_not() {
        // Given
        var budget = fund.budget(1_000);
        var recovery = back.proposed(budget, 700, "ALLOCATION");
        // When
        var ofApprover = reasons(back.approver, recovery, "confirm");
        var ofCashier = reasons(back.cashier, recovery, "confirm");
        // Then
        assertEquals(List.of(), ofApprover);
        assertEquals(List.of("FORBIDDEN", "FOUR_EYES"), ofCashier);
        fund.taken(back.approver, recovery, "confirm", "2016-09-12");
        assertEquals(List.of(), reasons(back.cashier, recovery, "execute"));
        assertEquals(List.of("FORBIDDEN"), reasons(back.approver, recovery, "execute"));
        fund.taken(fund.approver, "disbursements/" + orders.submitted(budget, 301), "approve", "2016-09-12");
        assertEquals(List.of("INSUFFICIENT_FUNDS"), reasons(back.cashier, recovery, "execute"));
        assertEquals(List.of(), reasons(back.approver, recovery, "dismiss"));
    }

    @Test
    void recoveries_are_found_by_what_they_take_from_counted_summed_and_exported() {
        // Given
        var source = fund.source(10_000);
        var allocation = fund.allocation(source, 6_000);
        var budget = fund.budgetFrom(allocation, fund.listedProject(), 4_000);
        back.proposed(budget, 100, "ALLOCATION");
        back.executed(budget, 200, "SOURCE");
        back.confirmed(allocation, 400, "TREASURY");
        new TakingBack(fund, fund.city).proposed(source, 800, "TREASURY");
        back.proposed(fund.budget(5_000), 1_600, "ALLOCATION");
        // When
        var sums = List.of(sum("account", budget), sum("account", allocation), sum("budget", budget),
                sum("fundAllocation", allocation), sum("fundSource", source), sum("state", "EXECUTED"),
                sum("kind", "SURPLUS"), sum("toLevel", "ALLOCATION"), sum("county", Fund.COUNTY_CODE),
                sum("organization", fund.village.id()), sum("organization", fund.county.code()));
        // Then
        assertEquals(List.of("2 300", "1 400", "2 300", "3 700", "4 1500", "1 200", "5 3100", "2 1700", "4 2300",
                "3 1900", "4 2300"), sums);
        var lines = fund.reader().accept("text/csv").queryParam("fundSource", source)
                .get(Fund.BASE + "recoveries").then().statusCode(200).extract().asString().lines().toList();
        assertEquals(5, lines.size());
        assertTrue(lines.get(0).contains("amountFen") && lines.get(0).contains("toLevel"), lines.get(0));
        assertEquals(4, fund.reader().accept("application/x-ndjson").queryParam("fundSource", source)
                .get(Fund.BASE + "recoveries").then().statusCode(200).extract().asString().lines().count());
    }

    /** A freeze and a suspension stop what is new; taking back is what they are for. */
    @Test
    void money_goes_back_also_from_a_suspended_project_and_to_a_frozen_source() {
        // Given
        var source = fund.source(1_000);
        var project = fund.listedProject();
        var budget = fund.budgetFrom(fund.allocation(source, 1_000), project, 1_000);
        fund.taken(fund.cityCashier, "fund-sources/" + source, "freeze", "2016-09-01");
        fund.moveWith(fund.supervisor(), "projects/" + project, Map.of("transition", "suspend", "on", "2016-09-01",
                "comment", "核查")).then().statusCode(200);
        // When
        back.executed(budget, 1_000, "SOURCE");
        // Then
        assertEquals(0, fund.available(budget));
        assertEquals(1_000, fund.left("fund-sources/" + source));
    }

    @Test
    void whoever_assists_in_a_project_and_the_next_county_do_not_know_of_its_recovery() {
        // Given
        var other = City.county(fund.city);
        var budget = fund.budgetOf(fund.listedAndAssistedBy(other), 1_000);
        var recovery = back.proposed(budget, 400, "ALLOCATION");
        var stranger = new Handler("FUND_CASHIER", other, back.cashier.person());
        // When
        var read = stranger.call().get(Fund.BASE + recovery);
        var steps = stranger.call().get(Fund.BASE + recovery + "/transitions");
        var listed = stranger.call().queryParam("account", budget).get(Fund.BASE + "recoveries");
        var moved = fund.moveWith(stranger.call(), recovery, TakingBack.dismissal());
        // Then
        List.of(read, steps, moved).forEach(one -> refused(one, 404, "NOT_FOUND"));
        listed.then().statusCode(200).body("items.size()", is(0));
        assertEquals("PROPOSED", fund.state(recovery));
        fund.as("READER", fund.village, back.cashier.person()).get(Fund.BASE + recovery).then().statusCode(200);
    }

    private List<String> reasons(Handler caller, String recovery, String step) {
        return caller.call().get(Fund.BASE + recovery + "/transitions").then().statusCode(200).extract()
                .path("transitions.find { it.name == '" + step + "' }.reasons.code");
    }

    /** How many there are with this value, and how much they are together. */
    private String sum(String filter, Object value) {
        var found = fund.reader().queryParam(filter, value).queryParam("count", true).get(Fund.BASE + "recoveries")
                .then().statusCode(200).extract().jsonPath();
        return found.getLong("total") + " " + found.getLong("sums.amountFen");
    }
}
