package io.zhixing.project;

import static io.zhixing.project.Fund.answer;
import static io.zhixing.project.Fund.lines;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.problem.DatabaseProblems;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.event.TopicEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(NoDrift.class)
class MoneyRefusalTest {

    private final Fund fund = new Fund();

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
        var order = fund.order(budget, 1_001);
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
    void the_same_receipt_moves_money_once() {
        // Given
        var budget = fund.budget(1_000);
        var order = fund.sentOrder(budget, 600);
        var file = List.of(answer(order, 1, "PAID", 600, order));
        fund.receipt("FILE-" + order, file).then().statusCode(200).body("lines[0].outcome", is("POSTED"));
        // When
        var again = fund.receipt("FILE-" + order, file);
        var underAnotherName = fund.receipt("COPY-" + order, file);
        // Then
        again.then().statusCode(200).body("lines[0].outcome", is("DUPLICATE"));
        underAnotherName.then().statusCode(200).body("lines[0].outcome", is("DUPLICATE"));
        assertEquals(1, journals(order));
        assertEquals(400, fund.available(budget));
    }

    @Test
    void a_receipt_is_answered_line_by_line_and_a_bad_order_holds_nobody_else() {
        // Given
        var budget = fund.budget(1_000);
        var sent = fund.sentOrder(budget, 300);
        var unsent = fund.order(budget, 200);
        // When
        var receipt = fund.receipt("FILE-" + sent, List.of(answer(unsent, 1, "PAID", 200, unsent),
                answer(sent, 1, "PAID", 300, sent), answer(sent, 2, "PAID", 1, sent + "-x"),
                answer(UUID.randomUUID().toString(), 1, "PAID", 1, "nobody")));
        // Then
        receipt.then().statusCode(200)
                .body("lines.outcome", is(List.of("REFUSED", "POSTED", "UNKNOWN_LINE", "UNKNOWN_LINE")))
                .body("lines[0].code", is("ORDER_NOT_SENT"));
        assertEquals(0, journals(unsent));
    }

    @Test
    void a_bank_reference_pays_one_line_only() {
        // Given
        var budget = fund.budget(1_000);
        var first = fund.sentOrder(budget, 300);
        var second = fund.sentOrder(budget, 300);
        fund.receipt("FILE-" + first, List.of(answer(first, 1, "PAID", 300, first))).then().statusCode(200);
        // When
        var receipt = fund.receipt("FILE-" + second, List.of(answer(second, 1, "PAID", 300, first)));
        // Then
        receipt.then().statusCode(200).body("lines[0].outcome", is("REFUSED")).body("lines[0].code",
                is("BANK_REFERENCE_USED"));
        assertEquals("SENT", fund.state("disbursements/" + second));
    }

    @Test
    void nobody_approves_his_own_order() {
        // Given
        var budget = fund.budget(1_000);
        var order = fund.order(budget, 500);
        // When
        var answer = fund.move(fund.clerkWithTwoHats(), "disbursements/" + order, "approve", "2016-09-02");
        // Then
        refused(answer, 409, "FOUR_EYES");
        assertEquals(1_000, fund.available(budget));
    }

    @Test
    void nobody_approves_his_own_project() {
        // Given
        String project = fund.propose(fund.proposal()).then().statusCode(201).extract().path("id");
        // When
        var answer = fund.move(fund.clerkWithTwoHats(), "projects/" + project, "approve", "2016-04-20");
        // Then
        refused(answer, 409, "FOUR_EYES");
        assertEquals("TOWN_REVIEW", fund.state("projects/" + project));
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

    @Test
    void a_project_without_a_target_is_not_submitted() {
        // Given
        var body = fund.proposal();
        body.put("performanceTargets", List.of());
        // When
        var answer = fund.propose(body);
        // Then
        refused(answer, 409, "PERFORMANCE_TARGET_MISSING");
    }

    @Test
    void a_notice_of_2016_passes_on_the_next_day_and_one_of_2020_needs_its_ten_days() {
        // Given
        String project = fund.propose(fund.proposal()).then().statusCode(201).extract().path("id");
        var village = Map.<String, Object>of("projectId", project, "kind", "PLAN", "level", "VILLAGE");
        // When
        var of2016 = fund.clerk().body(with(village, "2016-04-10", "2016-04-10")).post(Fund.BASE + "notices");
        var of2020 = fund.clerk().body(with(village, "2020-04-10", "2020-04-19")).post(Fund.BASE + "notices");
        // Then
        of2016.then().statusCode(201).body("requiredDays", is(0)).body("warning", is("NO_MINIMUM_DAYS_KNOWN"));
        refused(of2020, 422, "NOTICE_TOO_SHORT");
        fund.move(fund.approver(), "notices/" + of2016.path("id"), "pass", "2016-04-10").then().statusCode(409)
                .body("code", is("NOTICE_OPEN"));
        fund.move(fund.approver(), "notices/" + of2016.path("id"), "pass", "2016-04-11").then().statusCode(200);
    }

    @Test
    void a_project_with_an_open_objection_is_not_listed_until_it_is_answered() {
        // Given
        String project = fund.propose(fund.proposal()).then().statusCode(201).extract().path("id");
        fund.move(fund.approver(), "projects/" + project, "approve", "2016-04-20").then().statusCode(200);
        fund.move(fund.approver(), "projects/" + project, "publish", "2016-05-03").then().statusCode(200);
        String notice = fund.reader().queryParam("project", project).get(Fund.BASE + "notices").path("items[0].id");
        String objection = fund.clerk().body(Map.of("noticeId", notice, "content", "路线与公示不符", "receivedOn",
                "2016-05-03")).post(Fund.BASE + "objections").then().statusCode(201).extract().path("id");
        // When
        var listed = fund.move(fund.approver(), "projects/" + project, "list", "2016-05-12");
        // Then
        refused(listed, 409, "OBJECTION_OPEN");
        refused(fund.move(fund.approver(), "objections/" + objection, "dismiss", "2016-05-10"), 422,
                "REASON_REQUIRED");
        fund.moveWith(fund.approver(), "objections/" + objection, Map.of("transition", "dismiss", "on", "2016-05-10",
                "comment", "已核实，路线一致")).then().statusCode(200).body("state", is("DISMISSED"));
        fund.move(fund.approver(), "projects/" + project, "list", "2016-05-12").then().statusCode(200);
        assertEquals(List.of(1L, 2L, 3L, 4L), OutboxProbe.ofTheService().events(notice, 4).stream()
                .map(TopicEvent::version).toList());
    }

    @Test
    void a_step_is_not_taken_before_the_one_before_it_nor_tomorrow() {
        // Given
        var order = fund.order(fund.budget(1_000), 500);
        // When
        var before = fund.move(fund.approver(), "disbursements/" + order, "approve", "2016-08-31");
        var tomorrow = fund.move(fund.approver(), "disbursements/" + order, "approve", "2099-01-01");
        // Then
        refused(before, 422, "TRANSITION_DAY_INVALID");
        refused(tomorrow, 422, "TRANSITION_DAY_INVALID");
    }

    @Test
    void lines_that_do_not_add_up_are_not_submitted() {
        // Given
        var budget = fund.budget(1_000);
        // When
        var answer = fund.request(budget, 500L, lines(200, 299));
        // Then
        refused(answer, 409, "LINES_DO_NOT_ADD_UP");
    }

    private static Map<String, Object> with(Map<String, Object> body, String startsOn, String endsOn) {
        var whole = new HashMap<>(body);
        whole.put("startsOn", startsOn);
        whole.put("endsOn", endsOn);
        return whole;
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body("code", is(code));
    }

    private static long journals(String order) {
        return Database.asApplication().query(
                "select count(distinct journal_id) from ledger_entry where disbursement_id = ?",
                row -> row.getLong(1), UUID.fromString(order)).get(0);
    }
}
