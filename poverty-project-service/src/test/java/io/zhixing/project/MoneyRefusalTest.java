package io.zhixing.project;

import static io.zhixing.project.Fund.refused;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.LongStream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.problem.DatabaseProblems;
import io.zhixing.platform.testing.database.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Money does not go beyond what there is, nor elsewhere than it is meant for. */
@QuarkusTest
@ExtendWith(NoDrift.class)
class MoneyRefusalTest {

    private static final long MOST_FEN = 9_007_199_254_740_991L;

    private final Fund fund = new Fund();
    private final Orders orders = new Orders(fund);

    @Inject
    DatabaseProblems problems;

    @Test
    void a_source_cannot_be_allocated_beyond_its_money() {
        // Given
        var source = fund.source(1_000);
        fund.allocation(source, 600);
        // When
        var answer = fund.allocate(source, Fund.COUNTY_CODE, 401L);
        // Then
        refused(answer, 409, "INSUFFICIENT_FUNDS");
        assertEquals(400, fund.cashier().get(Fund.BASE + "fund-sources/" + source + "/balance").jsonPath()
                .getLong("availableFen"));
    }

    @Test
    void a_draft_source_gives_nothing() {
        // Given
        var source = fund.draftSource("POVERTY_SPECIAL", 1_000, "ROAD");
        // When
        var answer = fund.allocate(source, Fund.COUNTY_CODE, 1L);
        // Then
        refused(answer, 409, "SOURCE_NOT_PAYABLE");
    }

    @Test
    void budgets_cannot_exceed_their_allocation() {
        // Given
        var allocation = fund.allocation(fund.source(1_000), 1_000);
        fund.fund(fund.listedProject(), allocation, 700).then().statusCode(200);
        var project = fund.listedProject();
        // When
        var answer = fund.fund(project, allocation, 301);
        // Then
        refused(answer, 409, "INSUFFICIENT_FUNDS");
        assertEquals("IN_LIBRARY", fund.state("projects/" + project));
    }

    @Test
    void an_order_beyond_its_budget_is_not_approved() {
        // Given
        var budget = fund.budget(1_000);
        var order = orders.submitted(budget, 1_001);
        // When
        var answer = fund.move(fund.approver(), "disbursements/" + order, "approve", "2016-09-02");
        // Then
        refused(answer, 409, "INSUFFICIENT_FUNDS");
        assertEquals("SUBMITTED", fund.state("disbursements/" + order));
        assertEquals(1_000, fund.available(budget));
    }

    @Test
    void money_earmarked_for_something_else_does_not_fund_a_project() {
        // Given
        var allocation = fund.allocation(fund.source("POVERTY_SPECIAL", 1_000, "WATER"), 1_000);
        var project = fund.listedProject();
        // When
        var answer = fund.fund(project, allocation, 500);
        // Then
        refused(answer, 422, "EARMARK_MISMATCH");
        assertEquals("IN_LIBRARY", fund.state("projects/" + project));
    }

    @Test
    void the_money_of_another_county_does_not_fund_a_project() {
        // Given
        String allocation = fund.allocate(fund.source(1_000), "441224", 1_000L).then().statusCode(201).extract()
                .path("id");
        var project = fund.listedProject();
        // When
        var answer = fund.fund(project, allocation, 500);
        // Then
        refused(answer, 422, "COUNTY_MISMATCH");
        assertEquals("IN_LIBRARY", fund.state("projects/" + project));
    }

    @Test
    void money_skips_no_level() {
        // Given
        var source = UUID.fromString(fund.source(1_000));
        var budget = UUID.fromString(fund.budget(1_000));
        // When
        var refusal = assertThrows(SQLException.class, () -> {
            try (var connection = Database.asApplication().connect();
                    var statement = connection.prepareStatement(
                            "select ledger_post(?, 'BUDGET', ?, ?, 10, '2016-06-20', 'test')")) {
                statement.setString(1, UUID.randomUUID().toString());
                statement.setObject(2, source);
                statement.setObject(3, budget);
                statement.execute();
            }
        });
        // Then
        assertEquals("ROUTE_NOT_ALLOWED", problems.of(refusal).orElseThrow().problem().name());
    }

    @Test
    void lines_beyond_every_sum_are_refused_like_others_that_do_not_add_up() {
        // Given
        var budget = fund.budget(1_000);
        // When
        var answer = orders.request(budget, 500L,
                Orders.lines(LongStream.generate(() -> MOST_FEN).limit(1_025).toArray()));
        // Then
        refused(answer, 409, "LINES_DO_NOT_ADD_UP");
        assertEquals(0, fund.reader().queryParam("budget", budget).get(Fund.BASE + "disbursements").jsonPath()
                .getList("items").size());
    }

    @Test
    void a_source_that_ends_before_it_begins_is_told_so_in_both_languages() {
        // Given
        var body = fund.sourceBody("POVERTY_SPECIAL", 1_000, "ROAD");
        body.put("availableTo", "2015-12-31");
        // When
        var chinese = fund.cashier().body(body).post(Fund.BASE + "fund-sources");
        var english = fund.cashier().header("Accept-Language", "en").body(body).post(Fund.BASE + "fund-sources");
        // Then
        refused(chinese, 422, "PERIOD_REVERSED");
        chinese.then().body("errors[0].pointer", is("/availableTo")).body("detail", is("结束日期不得早于开始日期。"));
        english.then().body("detail", is("A period does not end before it begins."));
        assertEquals(0, fund.reader().queryParam("code", body.get("code")).get(Fund.BASE + "fund-sources").jsonPath()
                .getList("items").size());
    }

    @Test
    void a_project_that_ends_before_it_begins_is_told_so() {
        // Given
        var body = fund.proposal();
        body.put("planEnd", "2016-05-31");
        // When
        var answer = fund.propose(body);
        // Then
        refused(answer, 422, "PERIOD_REVERSED");
        answer.then().body("errors[0].pointer", is("/planEnd"));
    }

    /** Else one county's money would pay for a road in the next. */
    @Test
    void a_project_whose_place_lies_in_another_county_than_it_says_is_not_drawn_up() {
        // Given
        var body = fund.proposal();
        body.put("areaCode", "441224100");
        // When
        var answer = fund.propose(body);
        // Then
        refused(answer, 422, "COUNTY_MISMATCH");
        answer.then().body("errors[0].pointer", is("/areaCode"));
        fund.reader().queryParam("code", body.get("code")).get(Fund.BASE + "projects").then().body("items.size()",
                is(0));
    }

    @Test
    void a_list_of_assisted_projects_is_asked_for_by_true_or_false() {
        // When
        var answer = fund.reader().queryParam("assisted", "perhaps").get(Fund.BASE + "projects");
        // Then
        refused(answer, 400, "PARAMETER_INVALID");
    }

    @Test
    void nothing_is_allocated_before_its_source_was_active_nor_budgeted_before_it_was_allocated() {
        // Given
        var source = fund.source(1_000);
        var project = fund.listedProject();
        var late = fund.allocateOn(source, "2016-07-01", 500L).then().statusCode(201).extract().<String>path("id");
        // When
        var early = fund.allocateOn(source, "2016-03-01", 500L);
        var unallocated = fund.fund(project, late, 100);
        // Then
        refused(early, 409, "STEP_OUT_OF_ORDER");
        refused(unallocated, 409, "STEP_OUT_OF_ORDER");
        assertEquals("IN_LIBRARY", fund.state("projects/" + project));
        assertEquals(500, fund.cashier().get(Fund.BASE + "fund-sources/" + source + "/balance").jsonPath()
                .getLong("availableFen"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0", "1.5", "9007199254740992", "\"12\""})
    void fen_are_whole_and_above_zero(String fen) {
        // Given
        var source = fund.source(1_000);
        var body = """
                {"fundSourceId":"%s","organizationId":"%s","countyCode":"441223","documentNo":"%s","amountFen":%s,"on":"2016-03-10"}"""
                .formatted(source, fund.county.id(), UUID.randomUUID(), fen);
        // When
        var answer = fund.cashier().body(body).post(Fund.BASE + "fund-allocations");
        // Then
        answer.then().statusCode(400);
        assertEquals(1_000, fund.cashier().get(Fund.BASE + "fund-sources/" + source + "/balance").jsonPath()
                .getLong("availableFen"));
    }
}
