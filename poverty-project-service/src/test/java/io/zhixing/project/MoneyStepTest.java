package io.zhixing.project;

import static io.restassured.RestAssured.given;
import static io.zhixing.project.Fund.refused;
import static io.zhixing.project.Orders.lines;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.event.TopicEvent;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may take which step of a project or an order, when, and with what in his hand. */
@QuarkusTest
@ExtendWith(NoDrift.class)
class MoneyStepTest {

    private final Fund fund = new Fund();
    private final Orders orders = new Orders(fund);
    private final Announced announced = new Announced(fund);

    @Test
    void nobody_approves_his_own_order() {
        // Given
        var budget = fund.budget(1_000);
        var order = orders.submitted(budget, 500);
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
    void a_project_whose_county_notice_was_taken_down_as_upheld_is_not_listed() {
        // Given
        var project = announced.until("2016-05-03");
        var notice = announced.noticeOf(project);
        announced.uphold(announced.objectionTo(notice, "2016-05-04"), "2016-05-05");
        fund.move(fund.approver(), "notices/" + notice, "uphold", "2016-05-05").then().statusCode(200);
        // When
        var listed = fund.move(fund.approver(), "projects/" + project, "list", "2016-05-12");
        // Then
        refused(listed, 409, "NOTICE_REQUIRED");
        assertEquals("PUBLIC_NOTICE", fund.state("projects/" + project));
        fund.moveWith(fund.approver(), "projects/" + project, Map.of("transition", "uphold-objection", "on",
                "2016-05-06", "comment", "路线有误")).then().statusCode(200).body("state", is("COUNTY_REVIEW"));
    }

    @Test
    void a_notice_with_an_upheld_objection_does_not_pass_and_the_project_is_announced_anew() {
        // Given
        var project = announced.until("2016-05-20");
        var notice = announced.noticeOf(project);
        var objection = announced.objectionTo(notice, "2016-05-04");
        fund.moveWith(fund.approver(), "objections/" + objection, Map.of("transition", "uphold", "on", "2016-05-05",
                "comment", "路线有误")).then().statusCode(200).body("state", is("UPHELD"));
        // When
        var passed = fund.move(fund.approver(), "notices/" + notice, "pass", "2016-05-21");
        var listed = fund.move(fund.approver(), "projects/" + project, "list", "2016-05-21");
        // Then
        refused(passed, 409, "OBJECTION_UPHELD");
        refused(listed, 409, "OBJECTION_UPHELD");
        fund.moveWith(fund.approver(), "projects/" + project, Map.of("transition", "uphold-objection", "on",
                "2016-05-06", "comment", "路线有误")).then().statusCode(200).body("state", is("COUNTY_REVIEW"));
        fund.move(fund.approver(), "projects/" + project, "publish", "2016-05-07").then().statusCode(200);
        fund.move(fund.approver(), "projects/" + project, "list", "2016-05-09").then().statusCode(200);
    }

    @Test
    void every_county_notice_of_entry_that_stands_must_have_passed() {
        // Given
        String project = fund.propose(fund.proposal()).then().statusCode(201).extract().path("id");
        String early = fund.approver().body(Map.of("projectId", project, "kind", "ENTRY", "level", "COUNTY",
                "startsOn", "2016-04-10", "endsOn", "2016-04-12")).post(Fund.BASE + "notices").then().statusCode(201)
                .extract().path("id");
        var objection = announced.objectionTo(early, "2016-04-11");
        fund.move(fund.approver(), "projects/" + project, "approve", "2016-04-20").then().statusCode(200);
        fund.move(fund.approver(), "projects/" + project, "publish", "2016-05-03").then().statusCode(200);
        // When
        var listed = fund.move(fund.approver(), "projects/" + project, "list", "2016-05-12");
        // Then
        refused(listed, 409, "OBJECTION_OPEN");
        fund.moveWith(fund.approver(), "objections/" + objection, Map.of("transition", "dismiss", "on", "2016-05-10",
                "comment", "已核实")).then().statusCode(200);
        fund.move(fund.approver(), "projects/" + project, "list", "2016-05-12").then().statusCode(200);
        fund.reader().queryParam("project", project).get(Fund.BASE + "notices").then().body("items.state",
                is(List.of("PASSED", "PASSED")));
    }

    @Test
    void a_value_for_a_target_that_the_project_has_not_is_refused() {
        // Given
        var project = fund.listedProject();
        fund.budgetOf(project, 5_000);
        fund.move(fund.clerk(), "projects/" + project, "start", "2016-09-06").then().statusCode(200);
        var stated = List.of(Map.of("kind", "QUANTITY", "indicator", "硬化村道", "value", "1.3"),
                Map.of("kind", "QUANTITY", "indicator", "硬化路面", "value", "1.3"));
        // When
        var answer = fund.moveWith(fund.clerk(), "projects/" + project, Map.of("transition", "complete", "on",
                "2016-10-01", "actualValues", stated));
        // Then
        refused(answer, 422, "TARGET_UNKNOWN");
        assertEquals("IN_PROGRESS", fund.state("projects/" + project));
    }

    @Test
    void a_step_is_not_taken_before_the_one_before_it_nor_tomorrow() {
        // Given
        var order = orders.submitted(fund.budget(1_000), 500);
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
        var answer = orders.request(budget, 500L, lines(200, 299));
        // Then
        refused(answer, 409, "LINES_DO_NOT_ADD_UP");
    }

    /** Payments asked for twice are paid twice; so who moves money names his request. */
    @Test
    void a_step_that_moves_money_without_a_key_is_told_what_to_send_and_moves_nothing() {
        // Given
        var budget = fund.budget(1_000);
        var order = orders.submitted(budget, 500);
        var step = Map.of("transition", "approve", "on", "2016-09-02");
        var resource = Fund.BASE + "disbursements/" + order;
        // When
        var chinese = keyless(order).body(step).post(resource + "/transitions");
        var english = keyless(order).header("Accept-Language", "en").body(step).post(resource + "/transitions");
        // Then
        refused(chinese, 400, "IDEMPOTENCY_KEY_REQUIRED");
        chinese.then().body("detail", containsString("每个新请求自拟一个新值"))
                .body("detail", containsString("Idempotency-Key: 7f6c0d2e"));
        refused(english, 400, "IDEMPOTENCY_KEY_REQUIRED");
        english.then().body("detail", containsString("a new value of your own for each new request"))
                .body("detail", containsString("Idempotency-Key: 7f6c0d2e"));
        assertEquals("SUBMITTED", fund.state("disbursements/" + order));
        assertEquals(1_000, fund.available(budget));
    }

    @Test
    void the_page_shows_the_key_of_such_a_step_as_required_with_an_example() {
        // When
        var contract = given().accept("application/json").get("/poverty-project/q/openapi").jsonPath();
        // Then
        var header = "paths.'/poverty-project/v1/disbursements/{id}/transitions'.post.parameters.find { it.name == 'Idempotency-Key' }";
        assertEquals(true, contract.getBoolean(header + ".required"));
        assertEquals("7f6c0d2e-2f0b-4b0e-9d2b-3c1a5e8f4a10", contract.getString(header + ".example"));
    }

    private static Map<String, Object> with(Map<String, Object> body, String startsOn, String endsOn) {
        var whole = new HashMap<>(body);
        whole.put("startsOn", startsOn);
        whole.put("endsOn", endsOn);
        return whole;
    }

    private RequestSpecification keyless(String order) {
        return given().auth().oauth2(Tokens.grant("FUND_APPROVER", fund.county.code()).member(Ids.next()).token())
                .contentType(ContentType.JSON).header("If-Match", fund.tag("disbursements/" + order));
    }
}
