package io.zhixing.organization;

import static io.zhixing.organization.Register.GROUPS;
import static io.zhixing.organization.Register.TERMS;
import static io.zhixing.organization.Register.memberAddress;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.refused;
import static io.zhixing.organization.Register.stepOf;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.event.OutboxProbe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MergedBranchTest {

    private static final String ROLL = "/organization/v1/roll-periods?count=true&organization=";

    private Register.Organization successor;
    private Register.Organization merged;
    private List<String> members;

    @BeforeEach
    void settle() {
        var committee = Register.committee();
        successor = branchWithThree(committee);
        merged = Register.below(committee, "BRANCH");
        members = IntStream.range(0, 3).mapToObj(i -> Register.member(merged)).toList();
        Turn.active(merged);
    }

    @Test
    void the_members_of_a_merged_branch_stand_on_its_successors_roll_from_that_day() {
        // Given
        var first = members.get(0);
        // When
        var answer = Turn.of(merged, "merge", "2016-03-01", Turn.into(successor));
        // Then
        answer.then().statusCode(200).body("state", is("MERGED"));
        assertEquals(List.of(3, 6, 6),
                List.of(roll(successor.code() + "&directOnly=true", "2016-02-29"),
                        roll(successor.code() + "&directOnly=true", "2016-03-01"),
                        roll(successor.code(), "2016-02-29")));   // its past lies below the successor
        Register.get(officer(), memberAddress(first)).then().body("organizationId", is(successor.id())).body("groupId",
                nullValue()).body("version", is(2));
        assertEquals(merged.id(), OutboxProbe.ofTheService().event(members.get(1), "member-transferred.v1").payload()
                .path("previousOrganizationId").asText());
    }

    @Test
    void a_group_goes_on_in_the_successor_with_those_who_are_in_it_and_each_day_shows_it_where_it_was() {
        // Given
        var group = Register.group(merged, "第一党小组").<String>path("id");
        var empty = Register.group(merged, "第二党小组").<String>path("id");
        join(members.get(0), group);
        Register.taken(officer(), GROUPS + "/" + group,
                stepOf("change", "2013-01-05").with("leaderMemberId", members.get(0)));
        // When
        Turn.of(merged, "merge", "2016-03-01", Turn.into(successor)).then().statusCode(200);
        // Then
        Register.get(officer(), GROUPS + "/" + group).then().body("organizationId", is(merged.id())).body("closedOn",
                is("2016-03-01")).body("continuesId", nullValue()).body("version", is(3));
        open(merged, "2016-02-29").body("items.id", containsInAnyOrder(group, empty));
        open(successor, "2016-02-29").body("items.id", empty());
        open(merged, "2016-03-01").body("items.id", empty());
        var next = open(successor, "2016-03-01").body("items.name", containsInAnyOrder("第一党小组", "第二党小组"))
                .extract().<String>path("items.find { it.name == '第一党小组' }.id");
        Register.get(officer(), GROUPS + "/" + next).then().body("leaderMemberId", is(members.get(0))).body("formedOn",
                is("2016-03-01")).body("continuesId", is(group));
        Register.get(officer(), GROUPS + "?continues=" + empty).then().body("items.organizationId",
                is(List.of(successor.id())));
        Register.get(officer(), memberAddress(members.get(0))).then().body("groupId", is(next)).body("version", is(3));
        assertEquals(List.of(group + " 2013-01-04 2016-03-01", next + " 2016-03-01 null"),
                inGroups(members.get(0), successor));
        assertEquals(next, OutboxProbe.ofTheService().event(members.get(0), "member-transferred.v1").payload()
                .path("groupId").asText());
        assertEquals("CLOSED", OutboxProbe.ofTheService().events(group, 3).get(2).payload().path("state").asText());
        var told = OutboxProbe.ofTheService().events(next, 1).get(0).payload();
        assertEquals(List.of(successor.id(), group),
                List.of(told.path("organizationId").asText(), told.path("continuesId").asText()));
    }

    @Test
    void where_the_successor_has_a_group_of_that_name_the_code_of_the_merged_branch_tells_them_apart() {
        // Given
        Register.group(successor, "第一党小组");
        Register.group(merged, "第一党小组");
        // When
        Turn.of(merged, "merge", "2016-03-01", Turn.into(successor)).then().statusCode(200);
        // Then
        open(successor, "2016-03-01").body("items.name",
                containsInAnyOrder("第一党小组", "第一党小组（原" + merged.code() + "）"));
    }

    @Test
    void a_merger_before_a_group_was_formed_is_refused_and_nothing_is_written() {
        // Given
        Register.post(GROUPS, Register.groupOf(merged, "第一党小组").with("formedOn", "2016-03-01")).then().statusCode(201);
        var before = Stored.below(merged);
        // When
        var answer = Turn.of(merged, "merge", "2016-03-01", Turn.into(successor));
        // Then
        refused(answer, 422, "DAYS_INCONSISTENT");
        assertEquals(before, Stored.below(merged));
    }

    @Test
    void the_successor_goes_on_with_the_term_when_none_of_its_own_runs() {
        // Given
        Register.post(TERMS, Register.term(successor, 4, "2012-03-01", 3).with("endedOn", "2015-03-01")).then()
                .statusCode(201);
        var term = Register.post(TERMS, Register.term(merged, 1, "2014-03-01", 3)).<String>path("id");
        // When
        Turn.of(merged, "merge", "2016-03-01", Turn.into(successor)).then().statusCode(200);
        // Then
        Register.get(officer(), TERMS + "/" + term).then().body("organizationId", is(merged.id())).body("endedOn",
                is("2016-03-01"));
        running(merged, "2016-02-29").body("items.id", is(List.of(term)));
        running(successor, "2016-02-29").body("items", empty());
        running(merged, "2016-03-01").body("items", empty());
        var next = running(successor, "2016-03-01").body("items.number", is(List.of(5))).body("items.electedOn",
                is(List.of("2014-03-01"))).body("items.heldFrom", is(List.of("2016-03-01"))).body("items.endsOn",
                        is(List.of("2017-03-01")))
                .extract().<String>path("items[0].id");
        Register.get(officer(), TERMS + "?directOnly=true&organization=" + successor.code() + "&overdueOn=2017-03-01")
                .then().body("items.id", is(List.of(next)));
        var told = OutboxProbe.ofTheService().events(next, 1).get(0).payload();
        assertEquals(List.of(successor.id(), "2016-03-01", "OPEN"), List.of(told.path("organizationId").asText(),
                told.path("heldFrom").asText(), told.path("state").asText()));
    }

    @Test
    void a_term_that_was_postponed_stays_so_at_the_successor() {
        // Given
        var term = TERMS + "/" + Register.post(TERMS, Register.term(merged, 1, "2013-01-04", 3)).path("id");
        Register.taken(officer(), term,
                stepOf("postpone", "2015-12-01").with("until", "2016-06-30").with("comment", "换届筹备"));
        // When
        Turn.of(merged, "merge", "2016-03-01", Turn.into(successor)).then().statusCode(200);
        // Then
        var next = running(successor, "2016-03-01").extract().<String>path("items[0].id");
        var list = TERMS + "?directOnly=true&organization=" + successor.code();
        Register.get(officer(), list + "&postponedOn=2016-03-01").then().body("items.id", is(List.of(next)));
        Register.get(officer(), list + "&overdueOn=2016-03-01").then().body("items", empty());
        Register.get(officer(), list + "&overdueOn=2016-07-01").then().body("items.id", is(List.of(next)));
    }

    @Test
    void a_term_that_came_by_a_merger_ends_after_the_day_on_which_it_came() {
        // Given
        Register.post(TERMS, Register.term(merged, 1, "2014-03-01", 3)).then().statusCode(201);
        Turn.of(merged, "merge", "2016-03-01", Turn.into(successor)).then().statusCode(200);
        var next = TERMS + "/" + running(successor, "2016-03-01").extract().<String>path("items[0].id");
        // When
        var thatDay = Register.step(officer(), next, "\"v1\"", stepOf("end", "2016-03-01").with("comment", "换届"));
        var later = Register.step(officer(), next, "\"v1\"", stepOf("end", "2016-03-02").with("comment", "换届"));
        // Then
        refused(thatDay, 422, "TRANSITION_DAY_INVALID");
        later.then().statusCode(200).body("endedOn", is("2016-03-02"));
    }

    @Test
    void a_successor_with_a_term_of_its_own_keeps_it_and_that_of_the_merged_branch_ends() {
        // Given
        var own = Register.post(TERMS, Register.term(successor, 1, "2015-03-01", 3)).<String>path("id");
        var term = Register.post(TERMS, Register.term(merged, 1, "2014-03-01", 3)).<String>path("id");
        // When
        Turn.of(merged, "merge", "2016-03-01", Turn.into(successor)).then().statusCode(200);
        // Then
        Register.get(officer(), TERMS + "/" + term).then().body("endedOn", is("2016-03-01"));
        Register.get(officer(), TERMS + "?openOn=2016-03-01&organization=" + successor.code()).then().body("items.id",
                is(List.of(own)));
    }

    @Test
    void nobody_is_handed_over_before_what_happened_to_him() {
        // Given
        Register.step(officer(), memberAddress(members.get(0)), "\"v1\"",
                stepOf("exempt", "2016-04-01").with("exemptReason", "ILLNESS")).then().statusCode(200);
        var before = Stored.below(merged);
        // When
        var answer = Turn.of(merged, "merge", "2016-03-01", Turn.into(successor));
        // Then
        refused(answer, 422, "DAYS_INCONSISTENT");
        assertEquals(before, Stored.below(merged));
    }

    @Test
    void a_term_that_runs_stands_against_the_end_until_the_superior_ends_it() {
        // Given
        var committee = Turn.active(Register.committee());
        var term = TERMS + "/" + Register.post(TERMS, Register.term(committee, 1, "2014-03-01", 3)).path("id");
        // When
        var early = Turn.of(committee, "dissolve", "2016-03-01", Turn.because("撤销"));
        var unfounded = Register.step(officer(), term, "\"v1\"", stepOf("end", "2016-02-01"));
        var ended = Register.step(officer(), term, "\"v1\"", stepOf("end", "2016-02-01").with("comment", "组织撤销"));
        var dissolved = Turn.of(committee, "dissolve", "2016-03-01", Turn.because("撤销"));
        // Then
        refused(early, 409, "ORGANIZATION_HAS_TERM");
        refused(unfounded, 422, "STEP_REASON_REQUIRED");
        ended.then().statusCode(200).body("standing", is("ENDED"));
        dissolved.then().statusCode(200);
    }

    private static Register.Organization branchWithThree(Register.Organization committee) {
        var branch = Register.below(committee, "BRANCH");
        IntStream.range(0, 3).forEach(i -> Register.member(branch));
        return Turn.active(branch);
    }

    private static void join(String member, String group) {
        Register.taken(officer(), memberAddress(member), stepOf("assign-group", "2013-01-04").with("groupId", group));
    }

    /** In which groups he was, from when to when. */
    private static List<String> inGroups(String member, Register.Organization branch) {
        return Database.asApplication().within(Register.path(branch)).query(
                "select concat_ws(' ', group_id, from_day, coalesce(to_day::text, 'null')) from group_period where member_id = ?::uuid order by from_day",
                row -> row.getString(1), member);
    }

    /** The groups of that branch itself that are open on a day. */
    private static ValidatableResponse open(Register.Organization branch, String day) {
        return of(GROUPS, branch, day);
    }

    /** The terms of that branch itself that run on a day. */
    private static ValidatableResponse running(Register.Organization branch, String day) {
        return of(TERMS, branch, day);
    }

    private static ValidatableResponse of(String list, Register.Organization branch, String day) {
        return Register.get(officer(), list + "?directOnly=true&openOn=" + day + "&organization=" + branch.id()).then()
                .statusCode(200);
    }

    private static int roll(String organization, String day) {
        return Register.get(officer(), ROLL + organization + "&onRollOn=" + day).path("total");
    }
}
