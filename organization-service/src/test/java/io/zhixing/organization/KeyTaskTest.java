package io.zhixing.organization;

import static io.zhixing.organization.KeyTasking.PROGRESS;
import static io.zhixing.organization.KeyTasking.TASKS;
import static io.zhixing.organization.KeyTasking.above;
import static io.zhixing.organization.KeyTasking.own;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.refused;
import static io.zhixing.organization.Register.stepOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A county with two towns, one of which has a general branch; the tasks oblige towns and general branches. */
@QuarkusTest
class KeyTaskTest {

    private CampaignCounty here;

    @BeforeEach
    void settle() {
        here = CampaignCounty.with("GENERAL_BRANCH");
    }

    @Test
    void whoever_is_obliged_has_not_started_and_no_row_says_so() {
        // Given
        var task = here.task("STATED", "PRIMARY_COMMITTEE", "GENERAL_BRANCH");
        // When
        var list = KeyTasking.list("task=" + task + "&organization=" + here.town().code());
        var one = Register.get(officer(), KeyTasking.address(task, here.branch()));
        var counts = Register.get(officer(), TASKS + "/" + task + "/counts?count=true");
        var open = Register.get(officer(), KeyTasking.address(task, here.branch()) + "/transitions");
        // Then
        list.then().body("items.organizationId", is(List.of(here.town().id(), here.branch().id())))
                .body("items.state", is(List.of("NOT_STARTED", "NOT_STARTED"))).body("total", is(2));
        one.then().statusCode(200).body("version", is(0));
        assertEquals("\"v0\"", one.header("ETag"));
        open.then().statusCode(200).body("state", is("NOT_STARTED")).body("transitions.name", is(List.of("start")));
        counts.then().body("items.organizationId", is(List.of(here.town().id(), here.other().id())))
                .body("items.notStarted", is(List.of(2, 1))).body("sums.obliged", is(3));
        assertEquals(0, rows(task));
    }

    @Test
    void a_task_is_reported_and_confirmed_from_below_upwards() {
        // Given
        var task = here.task("STATED", "PRIMARY_COMMITTEE", "GENERAL_BRANCH");
        own(task, here.town(), stepOf("start", "2016-03-10")).then().statusCode(200);
        var report = stepOf("report", "2016-06-01").with("statement", "已完成");
        KeyTasking.reported(task, here.branch(), "2016-05-01");
        // When
        var early = own(task, here.town(), report);
        above(task, here.town(), here.branch(), stepOf("confirm", "2016-06-02")).then().statusCode(200);
        var beforeThatDay = own(task, here.town(), report);
        var reported = own(task, here.town(), report.with("on", "2016-06-02"));
        var confirmed = above(task, here.county(), here.town(), stepOf("confirm", "2016-06-03"));
        // Then
        refused(early, 409, "KEY_TASK_CHILDREN_UNCONFIRMED");
        refused(beforeThatDay, 409, "KEY_TASK_CHILDREN_UNCONFIRMED");
        reported.then().statusCode(200).body("state", is("REPORTED")).body("statement", is("已完成"))
                .body("evidenceOn", is("2016-06-02")).body("numerator", nullValue());
        confirmed.then().statusCode(200).body("state", is("CONFIRMED")).body("confirmedOn", is("2016-06-03"))
                .body("version", is(3));
        Register.get(officer(), KeyTasking.address(task, here.town()) + "/history").then().body("items.step",
                is(List.of("start", "report", "confirm")));
        var events = OutboxProbe.ofTheService().events(progress(task, here.town()), 3);
        assertEquals(List.of("IN_PROGRESS", "REPORTED", "CONFIRMED"),
                events.stream().map(event -> event.payload().path("state").asText()).toList());
        Register.get(officer(), TASKS + "/" + task + "/counts").then().body("items.confirmed", is(List.of(2, 0)));
    }

    @Test
    void a_committee_whose_children_are_not_obliged_waits_for_their_children() {
        // Given
        var city = Register.below(Register.committee(), "PRIMARY_COMMITTEE");
        var between = Register.below(city, "GENERAL_BRANCH");
        var last = Register.below(between, "BRANCH");
        var task = Campaigning.made(TASKS,
                KeyTasking.task(Campaigning.opened(city), 1, "STATED", "PRIMARY_COMMITTEE", "BRANCH"));
        own(task, city, stepOf("start", "2016-03-10")).then().statusCode(200);
        var report = stepOf("report", "2016-05-01").with("statement", "已完成");
        // When
        var early = own(task, city, report);
        KeyTasking.confirmed(task, between, last, "2016-04-01");
        var reported = own(task, city, report);
        // Then
        refused(early, 409, "KEY_TASK_CHILDREN_UNCONFIRMED");
        reported.then().statusCode(200);
    }

    @Test
    void what_is_returned_is_reported_anew_and_both_reports_stay() {
        // Given
        var task = here.task("STATED", "GENERAL_BRANCH");
        KeyTasking.reported(task, here.branch(), "2016-05-01");
        // When
        var unfounded = above(task, here.town(), here.branch(), stepOf("return", "2016-05-02"));
        var returned = above(task, here.town(), here.branch(), stepOf("return", "2016-05-02").with("comment", "材料不全"));
        var again = own(task, here.branch(), stepOf("report", "2016-05-03").with("statement", "已补充"));
        own(task, here.branch(), stepOf("resume", "2016-05-03")).then().statusCode(200);
        var reported = own(task, here.branch(), stepOf("report", "2016-05-04").with("statement", "已补充"));
        // Then
        refused(unfounded, 422, "STEP_REASON_REQUIRED");
        returned.then().statusCode(200).body("state", is("RETURNED")).body("returnReason", is("材料不全"));
        refused(again, 409, "TRANSITION_NOT_AVAILABLE");
        reported.then().statusCode(200).body("statement", is("已补充")).body("returnReason", nullValue());
        assertEquals(List.of("已完成", "已补充"), seen(
                "select statement from key_task_evidence where progress_id = ?::uuid order by version",
                progress(task, here.branch())));
    }

    @Test
    void nobody_confirms_his_own_report_and_no_organization_its_own() {
        // Given
        var task = here.task("STATED", "GENERAL_BRANCH");
        var secretary = Tokens.grant("CAMPAIGN_OFFICER", here.county().code()).subject("same").token();
        KeyTasking.take(secretary, task, here.branch(), stepOf("start", "2016-05-01")).then().statusCode(200);
        KeyTasking.take(secretary, task, here.branch(), stepOf("report", "2016-05-01").with("statement", "已完成")).then()
                .statusCode(200);
        // When
        var bySame = KeyTasking.take(secretary, task, here.branch(), stepOf("confirm", "2016-05-02"));
        var returnedBySame = KeyTasking.take(secretary, task, here.branch(),
                stepOf("return", "2016-05-02").with("comment", "材料不全"));
        var byItself = own(task, here.branch(), stepOf("confirm", "2016-05-02"));
        // Then
        refused(bySame, 409, "SUBMITTER_APPROVES");
        refused(returnedBySame, 409, "SUBMITTER_APPROVES");
        refused(byItself, 403, "FORBIDDEN");
    }

    @Test
    void at_the_root_a_second_person_confirms() {
        // Given
        var root = new Register.Organization(Register.rootId(), Register.ROOT, null);
        var task = Campaigning.made(TASKS,
                KeyTasking.task(Campaigning.opened(root), 1, "STATED", "LOCAL_COMMITTEE"));
        var below = Tokens.grant("CAMPAIGN_OFFICER", Register.ROOT).subject("above").token();
        for (var id : unstarted(task)) {   // county committees of other tests
            var one = new Register.Organization(id, null, null);
            var first = Tokens.grant("CAMPAIGN_OFFICER", Register.ROOT).subject("own").token();
            if (!id.equals(root.id())) {
                KeyTasking.take(first, task, one, stepOf("start", "2016-03-01"));
                KeyTasking.take(first, task, one, stepOf("report", "2016-03-01").with("statement", "已完成"));
                KeyTasking.take(below, task, one, stepOf("confirm", "2016-03-01")).then().statusCode(200);
            }
        }
        KeyTasking.reported(task, root, "2016-05-01");
        var waiting = Outstanding.forMe(below, "KEY_TASK_TO_CONFIRM").stream().filter(line -> line.endsWith(" 001"))
                .toList();
        var forReporter = Outstanding.forMe(Tokens.grant("CAMPAIGN_OFFICER", Register.ROOT).subject("own").token(),
                "KEY_TASK_TO_CONFIRM");
        // When
        var bySame = own(task, root, stepOf("confirm", "2016-05-02"));
        var bySecond = above(task, root, root, stepOf("confirm", "2016-05-02"));
        // Then
        assertEquals(List.of("KEY_TASK_TO_CONFIRM OVERDUE 001"), waiting);
        assertEquals(List.of(), forReporter.stream().filter(line -> line.endsWith(" 001")).toList());
        refused(bySame, 409, "SUBMITTER_APPROVES");
        bySecond.then().statusCode(200).body("state", is("CONFIRMED"));
    }

    @Test
    void what_cannot_be_set_or_stepped_is_refused_and_nothing_is_written() {
        // Given
        var task = here.task("STATED", "GENERAL_BRANCH");
        var before = Stored.below(here.county());
        // When
        var sameNumber = Register.post(TASKS, KeyTasking.task(here.campaign(), 1, "STATED", "BRANCH"));
        var late = Register.post(TASKS,
                KeyTasking.task(here.campaign(), 2, "STATED", "BRANCH").with("deadline", "2017-04-27"));
        var typeless = Register.post(TASKS, KeyTasking.task(here.campaign(), 3, "STATED", "CLUB"));
        var untyped = Register.post(TASKS,
                KeyTasking.task(here.campaign(), 4, "STATED", "BRANCH").raw("obligedTypes", "[]"));
        var byTown = Register.post(Tokens.of("CAMPAIGN_OFFICER", here.town().code()), TASKS,
                KeyTasking.task(here.campaign(), 5, "STATED", "BRANCH"));
        var tooEarly = own(task, here.branch(), stepOf("start", "2016-02-27"));
        var tomorrow = own(task, here.branch(), stepOf("start", "2999-01-01"));
        var unstarted = own(task, here.branch(), stepOf("report", "2016-05-01").with("statement", "已完成"));
        // Then
        refused(sameNumber, 409, "KEY_TASK_NUMBER_TAKEN");
        refused(late, 422, "OUTSIDE_CAMPAIGN_DAYS");
        typeless.then().statusCode(400);
        refused(untyped, 400, "VALIDATION_FAILED");
        refused(byTown, 422, "REFERENCE_UNKNOWN");   // reads the campaign, does not see its owner
        refused(tooEarly, 422, "TRANSITION_DAY_INVALID");
        refused(tomorrow, 422, "TRANSITION_DAY_INVALID");
        refused(unstarted, 409, "TRANSITION_NOT_AVAILABLE");
        assertEquals(before, Stored.below(here.county()));
        assertEquals(0, rows(task));
        own(task, here.branch(), stepOf("start", "2016-05-01")).then().statusCode(200);
        refused(own(task, here.branch(), stepOf("report", "2016-04-30").with("statement", "已完成")), 422,
                "TRANSITION_DAY_INVALID");
        refused(own(task, here.branch(), stepOf("report", "2016-05-01")), 422, "KEY_TASK_STATEMENT_REQUIRED");
        var unobliged = Register.step(officer(), KeyTasking.address(task, here.town()), "\"v0\"",
                stepOf("start", "2016-05-01"));
        refused(unobliged, 422, "NOT_OBLIGED");
    }

    @Test
    void of_many_who_take_the_first_step_at_once_one_does() {
        // Given
        var task = here.task("STATED", "GENERAL_BRANCH");
        // When
        var answers = Race.of(8, i -> Register.step(officer(), KeyTasking.address(task, here.branch()), "\"v0\"",
                stepOf("start", "2016-05-01")));
        // Then
        assertEquals(List.of(200, 412, 412, 412, 412, 412, 412, 412),
                answers.stream().map(Response::statusCode).sorted().toList());
        assertEquals(1, rows(task));
    }

    private static List<String> unstarted(String task) {
        return Register.get(officer(), PROGRESS + "?limit=200&sort=-organization&task=" + task)
                .path("items.organizationId");
    }

    private String progress(String task, Register.Organization organization) {
        return seen("select id::text from key_task_progress where task_id = ?::uuid and organization_id = ?::uuid",
                task,
                organization.id()).get(0);
    }

    private int rows(String task) {
        return seen("select id::text from key_task_progress where task_id = ?::uuid", task).size();
    }

    private List<String> seen(String sql, Object... values) {
        return Database.asApplication().within(Register.path(here.county())).query(sql, row -> row.getString(1),
                values);
    }
}
