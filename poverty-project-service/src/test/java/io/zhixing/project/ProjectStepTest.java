package io.zhixing.project;

import static io.zhixing.project.Fund.refused;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a step of a project asks for, and what it does not take. */
@QuarkusTest
@ExtendWith(NoDrift.class)
class ProjectStepTest {

    private static final List<Map<String, Object>> REACHED = List
            .of(Map.of("kind", "QUANTITY", "indicator", "硬化村道", "value", "1.3"));

    private final Fund fund = new Fund();
    private final Announced announced = new Announced(fund);

    @Test
    void what_another_step_takes_is_refused_and_not_passed_over() {
        // Given
        var project = "projects/" + fund.funded(fund.listedProject(), 500);
        var version = fund.tag(project);
        var allocation = fund.allocation(fund.source(1_000), 1_000);
        // When
        var answer = fund.moveWith(fund.clerk(), project, Map.of("transition", "start", "on", "2016-09-06",
                "noticeEndsOn", "2016-09-10", "budgets",
                List.of(Map.of("fundAllocationId", allocation, "amountFen", 10)),
                "actualValues", REACHED, "acceptance", accepted()));
        var suspension = fund.moveWith(fund.supervisor(), project, Map.of("transition", "suspend", "on",
                "2016-09-06", "comment", "核查", "acceptance", accepted()));
        // Then
        answer.then().statusCode(400).body("errors.code", is(Collections.nCopies(4, "FIELD_OF_ANOTHER_STEP")))
                .body("errors.pointer", is(List.of("/noticeEndsOn", "/budgets", "/actualValues", "/acceptance")));
        suspension.then().statusCode(400).body("errors.pointer", is(List.of("/acceptance")));
        assertEquals("FUNDED", fund.state(project));
        assertEquals(version, fund.tag(project));
    }

    @Test
    void no_objection_holds_where_nobody_objected_nor_while_it_is_not_answered() {
        // Given
        var project = announced.until("2016-05-20");
        var notice = announced.noticeOf(project);
        // When
        var unheard = List.of(fund.move(fund.approver(), "notices/" + notice, "uphold", "2016-05-05"),
                sentBack(project));
        announced.objectionTo(notice, "2016-05-04");
        var unanswered = List.of(fund.move(fund.approver(), "notices/" + notice, "uphold", "2016-05-05"),
                sentBack(project));
        // Then
        unheard.forEach(answer -> refused(answer, 409, "NO_OBJECTION_UPHELD"));
        unanswered.forEach(answer -> refused(answer, 409, "NO_OBJECTION_UPHELD"));
        assertEquals("OPEN", fund.state("notices/" + notice));
        assertEquals("PUBLIC_NOTICE", fund.state("projects/" + project));
    }

    @Test
    void a_project_without_its_content_is_not_approved() {
        // Given
        var body = fund.proposal();
        body.remove("tasks");
        String project = fund.propose(body).then().statusCode(201).extract().path("id");
        // When
        var answer = fund.move(fund.approver(), "projects/" + project, "approve", "2016-04-20");
        // Then
        refused(answer, 409, "ENTRY_INCOMPLETE");
        assertEquals("TOWN_REVIEW", fund.state("projects/" + project));
    }

    @Test
    void no_organization_assists_itself() {
        // Given
        var body = fund.proposal();
        body.put("assistingOrganizationId", fund.village.id());
        // When
        var answer = fund.propose(body);
        // Then
        refused(answer, 422, "ASSISTING_IS_ITSELF");
        fund.reader().queryParam("code", body.get("code")).get(Fund.BASE + "projects").then().body("items.size()",
                is(0));
    }

    @Test
    void no_two_notices_of_one_kind_and_level_run_in_the_same_days() {
        // Given
        String project = fund.propose(fund.proposal()).then().statusCode(201).extract().path("id");
        var notice = new HashMap<String, Object>(Map.of("projectId", project, "kind", "PLAN", "level", "VILLAGE",
                "startsOn", "2016-04-10", "endsOn", "2016-04-12"));
        fund.villageClerk.makes("notices", notice);
        notice.put("startsOn", "2016-04-12");
        // When
        var answer = fund.clerk().body(notice).post(Fund.BASE + "notices");
        // Then
        refused(answer, 409, "NOTICE_OVERLAPS");
        fund.reader().queryParam("project", project).get(Fund.BASE + "notices").then().body("items.size()", is(1));
    }

    @Test
    void a_project_is_not_funded_without_money() {
        // Given
        var project = fund.listedProject();
        // When
        var answer = fund.move(fund.cashier(), "projects/" + project, "fund", "2016-06-20");
        // Then
        refused(answer, 409, "BUDGET_REQUIRED");
        assertEquals("IN_LIBRARY", fund.state("projects/" + project));
    }

    @Test
    void an_acceptance_names_its_report_and_a_return_its_defects() {
        // Given
        var project = completed();
        // When
        var acceptance = fund.move(fund.acceptor(), project, "accept", "2016-10-20");
        var defects = fund.moveWith(fund.acceptor(), project, Map.of("transition", "return-defects", "on",
                "2016-10-20", "acceptance", accepted()));
        // Then
        refused(acceptance, 422, "ACCEPTANCE_INCOMPLETE");
        refused(defects, 422, "ACCEPTANCE_INCOMPLETE");
        assertEquals("COMPLETED", fund.state(project));
    }

    @Test
    void a_project_that_still_holds_money_is_not_closed_and_gets_no_more_once_it_is_completed() {
        // Given
        var project = completed();
        var allocation = fund.allocation(fund.source(1_000), 1_000);
        // When
        var further = Fund.approveBudget(fund.cashier(), project.replace("projects/", ""), allocation, 100);
        fund.taken(fund.acceptor, project,
                Map.of("transition", "accept", "on", "2016-10-20", "acceptance", accepted()));
        var closed = fund.move(fund.cashier(), project, "close", "2016-11-01");
        // Then
        refused(further, 409, "PROJECT_NOT_PAYABLE");
        refused(closed, 409, "MONEY_LEFT");
        fund.reader().get(Fund.BASE + project).then().body("state", is("ACCEPTED")).body("budgetFen", is(500));
    }

    private Response sentBack(String project) {
        return fund.moveWith(fund.approver(), "projects/" + project,
                Map.of("transition", "uphold-objection", "on", "2016-05-05", "comment", "路线有误"));
    }

    /** The address of a project that was carried out, and of whose money nothing was paid yet. */
    private String completed() {
        var project = "projects/" + fund.funded(fund.listedProject(), 500);
        fund.taken(fund.villageClerk, project, "start", "2016-09-06");
        fund.taken(fund.villageClerk, project,
                Map.of("transition", "complete", "on", "2016-10-01", "actualValues", REACHED));
        return project;
    }

    private static Map<String, Object> accepted() {
        return Map.of("team", List.of(Ids.next()), "reportDocument", "验收〔2016〕1号");
    }
}
