package io.zhixing.organization;

import static io.zhixing.organization.Campaigning.ACTIONS;
import static io.zhixing.organization.Campaigning.made;
import static io.zhixing.organization.KeyTasking.TASKS;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.refused;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Key tasks and actions change from a day on, with a reason; what they said before stays readable, also below. */
@QuarkusTest
class CampaignChangeTest {

    private Register.Organization county;
    private Register.Organization branch;
    private String campaign;
    private String task;
    private String action;

    @BeforeEach
    void settle() {
        county = Register.committee();
        branch = Register.below(county, "BRANCH");
        campaign = Campaigning.opened(county);
        task = TASKS + "/" + made(TASKS, KeyTasking.task(campaign, 1, "STATED", "BRANCH"));
        action = ACTIONS + "/" + made(ACTIONS, Campaigning.action(campaign, county, "OPTIONAL").with("title", "志愿服务"));
    }

    @Test
    void a_deadline_is_extended_and_who_works_by_it_reads_why() {
        // Given
        var reader = Tokens.of("READER", branch.code());
        var late = overdue();
        // When
        var changed = change(task, at("2016-12-20").with("deadline", "2017-03-31"));
        var renamed = change(task, at("2017-01-05").with("title", "专题教育"));
        // Then
        changed.then().statusCode(200).body("deadline", is("2017-03-31")).body("version", is(2));
        renamed.then().statusCode(200).body("title", is("专题教育")).body("deadline", is("2017-03-31"));
        Register.get(reader, task + "/history").then().statusCode(200).body("items.version", is(List.of(2, 3)))
                .body("items.on", is(List.of("2016-12-20", "2017-01-05")))
                .body("items[0].deadlineBefore", is("2016-12-31")).body("items[0].deadline", is("2017-03-31"))
                .body("items[0].reason", is("工作需要")).body("items[0].title", nullValue())
                .body("items[1].titleBefore", is("任务1")).body("items[1].title", is("专题教育"))
                .body("items[1].deadline", nullValue());
        assertEquals(List.of(branch.id()), late);
        assertEquals(List.of(), overdue());
        assertEquals(List.of("KEY_TASK_TO_REPORT WAITING " + branch.code()),
                Outstanding.below(county, "2017-01-10", "KEY_TASK_TO_REPORT"));
    }

    @Test
    void what_was_overdue_on_a_day_is_judged_by_the_deadline_that_stood_on_it() {
        // Given
        change(task, at("2017-01-20").with("deadline", "2017-03-31")).then().statusCode(200);
        change(task, at("2017-02-01").with("title", "专题教育")).then().statusCode(200);
        change(task, at("2017-04-10").with("deadline", "2017-04-20")).then().statusCode(200);
        // When
        var found = Stream.of("2016-12-31", "2017-01-10", "2017-01-20", "2017-04-05", "2017-04-10", "2017-04-21")
                .map(this::deadlinesOverdue).toList();
        var work = Stream.of("2017-01-10", "2017-01-20", "2017-04-05", "2017-04-10").flatMap(
                day -> Outstanding.below(county, day, "KEY_TASK_TO_REPORT").stream()).toList();
        // Then
        assertEquals(List.of(List.of(), List.of("2016-12-31"), List.of(), List.of("2017-03-31"), List.of(),
                List.of("2017-04-20")), found);
        var item = "KEY_TASK_TO_REPORT %s " + branch.code();
        assertEquals(List.of(item.formatted("OVERDUE"), item.formatted("WAITING"), item.formatted("OVERDUE"),
                item.formatted("WAITING")), work);
        Register.get(officer(), KeyTasking.PROGRESS + "?organization=" + county.code()).then()
                .body("items.deadline", is(List.of("2017-04-20")));
    }

    @Test
    void a_deadline_as_of_a_day_leaves_out_what_was_entered_later() throws SQLException {
        // Given
        KeyTasking.confirmed(task.substring(TASKS.length() + 1), county, branch, "2017-02-01");
        extendedAsEnteredLater();
        var filter = "overdueOn=2017-01-10&organization=" + county.code();
        // When
        var known = KeyTasking.list(filter + "&asOf=" + Days.today());
        var now = KeyTasking.list(filter);
        // Then
        known.then().body("total", is(1)).body("items.deadline", is(List.of("2016-12-31")));
        now.then().body("total", is(0));
    }

    @Test
    void an_optional_action_becomes_a_prescribed_one_and_the_history_says_since_when() {
        // Given
        var secretary = Tokens.of("BRANCH_SECRETARY", county.code());
        // When
        var bySecretary = change(secretary, action, at("2016-06-01").with("kind", "PRESCRIBED"));
        var renamed = change(secretary, action, at("2016-06-01").with("title", "志愿服务周"));
        var prescribed = change(action, at("2016-06-01").with("kind", "PRESCRIBED"));
        var takenBack = change(secretary, action, at("2016-06-02").with("kind", "OPTIONAL"));
        // Then
        refused(bySecretary, 403, "FORBIDDEN");
        renamed.then().statusCode(200).body("title", is("志愿服务周"));
        prescribed.then().statusCode(200).body("kind", is("PRESCRIBED")).body("version", is(3));
        refused(takenBack, 403, "FORBIDDEN");
        Register.get(officer(), action + "/history").then().body("items.version", is(List.of(2, 3)))
                .body("items[1].kindBefore", is("OPTIONAL")).body("items[1].kind", is("PRESCRIBED"))
                .body("items[1].deadline", nullValue()).body("items[1].title", nullValue());
    }

    @Test
    void what_cannot_be_changed_is_refused_and_nothing_is_written() {
        // Given
        made(ACTIONS, Campaigning.action(campaign, county, "OPTIONAL").with("title", "另一动作"));
        var own = ACTIONS + "/" + made(ACTIONS, Campaigning.action(campaign, branch, "OPTIONAL"));
        change(task, at("2016-06-01").with("title", "更名")).then().statusCode(200);
        var before = List.of(Register.tag(task), Register.tag(action), Register.tag(own));
        // When
        var outside = change(task, at("2016-06-02").with("deadline", "2017-04-27"));
        var backwards = change(task, at("2016-05-31").with("deadline", "2017-01-31"));
        var tomorrow = change(task, at("2999-01-01").with("deadline", "2017-01-31"));
        var same = change(task, at("2016-06-02").with("title", "更名").with("deadline", "2016-12-31"));
        var unfounded = change(task, at("2016-06-02").with("title", "再更名").without("reason"));
        var obliging = change(task, at("2016-06-02").raw("obligedTypes", "[\"GENERAL_BRANCH\"]"));
        var byBranch = change(Tokens.of("CAMPAIGN_OFFICER", branch.code()), task,
                at("2016-06-02").with("title", "再更名"));
        var taken = change(action, at("2016-06-01").with("title", "另一动作"));
        var notOwner = change(own, at("2016-06-01").with("kind", "PRESCRIBED"));
        var tomorrowToo = change(action, at("2999-01-01").with("title", "更名"));
        var nothing = change(action, at("2016-06-01"));
        // Then
        refused(outside, 422, "OUTSIDE_CAMPAIGN_DAYS");
        refused(backwards, 422, "DAYS_INCONSISTENT");
        refused(tomorrow, 422, "DAY_IN_FUTURE");
        refused(same, 422, "CORRECTION_CHANGES_NOTHING");
        refused(unfounded, 400, "VALIDATION_FAILED");
        refused(obliging, 400, "FIELD_READ_ONLY");
        refused(byBranch, 403, "FORBIDDEN");
        refused(taken, 409, "ACTION_TITLE_TAKEN");
        refused(notOwner, 422, "ACTION_PRESCRIBED_BY_OWNER");
        refused(tomorrowToo, 422, "DAY_IN_FUTURE");
        refused(nothing, 422, "CORRECTION_CHANGES_NOTHING");
        assertEquals(before, List.of(Register.tag(task), Register.tag(action), Register.tag(own)));
        Register.get(officer(), task + "/history").then().body("items.version", is(List.of(2)));
        Register.get(officer(), action + "/history").then().body("items.size()", is(0));
    }

    @Test
    void of_many_changes_at_once_one_is_made() {
        // Given
        var tag = Register.tag(task);
        // When
        var answers = Race.of(6, i -> Register.patch(officer(), task, tag, at("2016-06-01").with("title", "更名" + i)));
        // Then
        assertEquals(List.of(200, 412, 412, 412, 412, 412),
                answers.stream().map(Response::statusCode).sorted().toList());
        assertEquals(List.of(Register.tag(task)), answers.stream().filter(answer -> answer.statusCode() == 412)
                .map(answer -> answer.header("ETag")).distinct().toList());
        Register.get(officer(), task + "/history").then().body("items.version", is(List.of(2)));
    }

    @Test
    void what_has_changed_goes_along_when_its_organization_moves() {
        // Given
        var town = Register.below(county, "PRIMARY_COMMITTEE");
        var other = Turn.active(Register.below(county, "PRIMARY_COMMITTEE"));
        var own = ACTIONS + "/" + made(ACTIONS, Campaigning.action(campaign, town, "OPTIONAL"));
        change(own, at("2016-06-01").with("title", "更名")).then().statusCode(200);
        // When
        Turn.of(town, "reassign", "2016-07-01", Turn.under(other)).then().statusCode(200);
        // Then
        Register.get(Tokens.of("READER", other.code()), own + "/history").then().statusCode(200)
                .body("items.title", is(List.of("更名")));
    }

    private void extendedAsEnteredLater() throws SQLException {
        try (var connection = Database.asApplication().connect(); var statement = connection.createStatement()) {
            statement.execute("select set_config('app.organization_path', '" + Register.path(county) + "', false)");
            statement.execute("""
                    insert into campaign_change (resource_type, resource_id, version, organization_path, changed_on, reason, deadline_before,
                      deadline, entered_by, entered_at)
                    select 'key-task', id, 2, organization_path, '2016-12-20', '工作需要', deadline, '2017-03-31', 'office/1', now() + interval '2 days'
                    from key_task where organization_id = '%s'""".formatted(county.id()));
            statement.execute("update key_task set deadline = '2017-03-31', version = 2 where organization_id = '%s'"
                    .formatted(county.id()));
        }
    }

    /** The deadlines of what was overdue on the day. */
    private List<String> deadlinesOverdue(String day) {
        return KeyTasking.list("overdueOn=" + day + "&organization=" + county.code()).path("items.deadline");
    }

    private List<String> overdue() {
        return Register.get(officer(), KeyTasking.PROGRESS + "?overdueOn=2017-01-10&organization=" + county.code())
                .path("items.organizationId");
    }

    private static Body at(String on) {
        return new Body().with("on", on).with("reason", "工作需要");
    }

    private static Response change(String address, Body body) {
        return change(officer(), address, body);
    }

    private static Response change(String token, String address, Body body) {
        return Register.patch(token, address, Register.tag(address), body);
    }
}
