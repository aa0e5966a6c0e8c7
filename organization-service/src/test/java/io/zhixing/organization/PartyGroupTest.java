package io.zhixing.organization;

import static io.zhixing.organization.Register.GROUPS;
import static io.zhixing.organization.Register.memberAddress;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.refused;
import static io.zhixing.organization.Register.stepOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.event.TopicEvent;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PartyGroupTest {

    @Test
    void a_member_is_in_one_group_at_most_on_any_day() {
        // Given
        var branch = Register.branch();
        var member = Register.member(branch);
        var first = Register.group(branch, "第一党小组").<String>path("id");
        var second = Register.group(branch, "第二党小组").<String>path("id");
        // When
        var joined = join(member, first, "2013-01-04");
        var changed = join(member, second, "2014-01-04");
        // Then
        joined.then().statusCode(200).body("groupId", is(first));
        changed.then().statusCode(200).body("groupId", is(second));
        assertEquals(List.of(first + " 2013-01-04 2014-01-04", second + " 2014-01-04 null"), days(member));
    }

    @Test
    void a_group_of_another_branch_takes_nobody() {
        // Given
        var member = Register.member(Register.branch());
        var elsewhere = Register.group(Register.branch(), "第一党小组").<String>path("id");
        // When
        var answer = join(member, elsewhere, "2013-01-04");
        var early = join(member, Register.group(Register.branch(), "第一党小组").path("id"), "2012-02-28");
        // Then
        refused(answer, 422, "GROUP_NOT_OF_BRANCH");
        refused(early, 422, "GROUP_NOT_OF_BRANCH");
        assertEquals(List.of(), days(member));
    }

    @Test
    void of_many_groups_at_once_a_member_joins_one() {
        // Given
        var branch = Register.branch();
        var member = Register.member(branch);
        var groups = List.of("一", "二", "三", "四").stream()
                .map(name -> Register.group(branch, name).<String>path("id")).toList();
        // When
        var answers = Race.of(groups.size(), i -> Register.step(officer(), memberAddress(member), "\"v1\"",
                stepOf("assign-group", "2013-01-04").with("groupId", groups.get(i))));
        // Then
        assertEquals(List.of(200, 412, 412, 412), answers.stream().map(Response::statusCode).sorted().toList());
        assertEquals(1, days(member).size());
    }

    @Test
    void who_leaves_the_roll_leaves_his_group() {
        // Given
        var branch = Register.branch();
        var member = Register.member(branch);
        var group = Register.group(branch, "第一党小组").<String>path("id");
        join(member, group, "2013-01-04").then().statusCode(200);
        // When
        var left = Register.step(officer(), memberAddress(member), "\"v2\"",
                stepOf("withdraw", "2016-05-01").with("comment", "决议"));
        // Then
        left.then().statusCode(200).body("groupId", nullValue());
        assertEquals(List.of(group + " 2013-01-04 2016-05-01"), days(member));
    }

    @Test
    void of_a_group_and_its_leaders_death_at_once_none_is_led_by_the_dead() {
        for (int round = 0; round < 4; round++) {
            // Given
            var branch = Register.branch();
            var formed = Register.member(branch);
            var changed = Register.member(branch);
            var group = GROUPS + "/" + Register.group(branch, "第一党小组").<String>path("id");
            var bodies = List.of(Register.groupOf(branch, "第二党小组").with("leaderMemberId", formed),
                    stepOf("change", "2016-01-04").with("leaderMemberId", changed));
            // When
            var answers = Race.of(4, i -> switch (i) {
                case 0 -> Register.post(GROUPS, bodies.get(0));
                case 1 -> Register.step(officer(), group, "\"v1\"", bodies.get(1));
                default -> Register.move(officer(), memberAddress(i == 2 ? formed : changed), "\"v1\"", "record-death",
                        "2016-03-07");
            });
            // Then
            assertEquals(List.of(200, 200), answers.subList(2, 4).stream().map(Response::statusCode).toList());
            assertTrue(List.of(201, 422).contains(answers.get(0).statusCode()), answers.get(0).asString());
            assertTrue(List.of(200, 422).contains(answers.get(1).statusCode()), answers.get(1).asString());
            Register.get(officer(), GROUPS + "?organization=" + branch.code()).then()
                    .body("items.findAll { it.leaderMemberId != null }.size()", is(0));
        }
    }

    @Test
    void a_group_is_closed_when_nobody_is_in_it() {
        // Given
        var branch = Register.branch();
        var member = Register.member(branch);
        var group = Register.group(branch, "第一党小组").<String>path("id");
        join(member, group, "2013-01-04").then().statusCode(200);
        // When
        var early = Register.move(officer(), GROUPS + "/" + group, "\"v1\"", "close", "2016-01-04");
        Register.step(officer(), memberAddress(member), "\"v2\"", stepOf("leave-group", "2015-01-04"));
        var closed = Register.move(officer(), GROUPS + "/" + group, "\"v1\"", "close", "2016-01-04");
        var late = join(member, group, "2016-02-01");
        // Then
        refused(early, 409, "GROUP_HAS_MEMBERS");
        closed.then().statusCode(200).body("state", is("CLOSED")).body("closedOn", is("2016-01-04"));
        refused(late, 422, "GROUP_NOT_OF_BRANCH");
        assertEquals(List.of(1L, 2L), OutboxProbe.ofTheService().events(group, 2).stream().map(TopicEvent::version)
                .toList());
    }

    @Test
    void the_groups_of_a_branch_end_with_it() {
        // Given
        var committee = Register.committee();
        var dissolved = Register.below(committee, "BRANCH");
        var members = List.of(Register.member(dissolved), Register.member(dissolved), Register.member(dissolved));
        Turn.active(dissolved);
        var raised = Register.below(committee, "BRANCH");
        var group = Register.group(dissolved, "第一党小组").<String>path("id");
        var other = Register.group(raised, "第一党小组").<String>path("id");
        join(members.get(0), group, "2013-01-04").then().statusCode(200);
        members.forEach(member -> Register.move(officer(), memberAddress(member),
                Register.tag(memberAddress(member)), "record-death", "2016-02-01").then().statusCode(200));
        // When
        var early = Turn.of(raised, "change-type", "2012-03-01",
                Turn.because("升格").with("type", "GENERAL_BRANCH"));
        Turn.of(dissolved, "dissolve", "2016-03-01", Turn.because("撤销")).then().statusCode(200);
        Turn.of(raised, "change-type", "2016-03-01", Turn.because("升格").with("type", "GENERAL_BRANCH")).then()
                .statusCode(200);
        // Then
        refused(early, 422, "DAYS_INCONSISTENT");
        for (var one : List.of(group, other)) {
            Register.get(officer(), GROUPS + "/" + one).then().body("state", is("CLOSED")).body("closedOn",
                    is("2016-03-01"));
            Register.get(officer(), GROUPS + "/" + one + "/history").then().body("items[-1].step", is("close"));
            assertEquals(List.of(1L, 2L), OutboxProbe.ofTheService().events(one, 2).stream().map(TopicEvent::version)
                    .toList());
        }
        Register.get(officer(), GROUPS + "?openOn=2016-03-01&organization=" + committee.code()).then().body("items",
                is(List.of()));
    }

    @Test
    void a_group_is_formed_and_led_within_one_branch() {
        // Given
        var committee = Register.committee();
        var branch = Register.below(committee, "BRANCH");
        var group = Register.group(branch, "第一党小组");
        var stranger = Register.member(Register.below(committee, "BRANCH"));
        var before = Stored.below(committee);
        // When
        var ofCommittee = Register.post(GROUPS, Register.groupOf(committee, "第一党小组"));
        var twice = Register.post(GROUPS, Register.groupOf(branch, "第一党小组"));
        var ledByStranger = Register.post(GROUPS, Register.groupOf(branch, "第二党小组").with("leaderMemberId",
                stranger));
        var ledByNobodyKnown = Register.post(GROUPS, Register.groupOf(branch, "第二党小组").with("leaderMemberId",
                UUID.randomUUID().toString()));
        var early = Register.post(GROUPS, Register.groupOf(branch, "第二党小组").with("formedOn", "2010-06-30"));
        var handedOver = Register.step(officer(), GROUPS + "/" + group.path("id"), "\"v1\"",
                stepOf("change", "2016-01-04").with("leaderMemberId", stranger));
        var unchanged = Register.step(officer(), GROUPS + "/" + group.path("id"), "\"v1\"",
                stepOf("change", "2012-03-01"));
        // Then
        refused(ofCommittee, 422, "MEMBERS_ONLY_ON_BRANCH");
        refused(twice, 409, "GROUP_NAME_TAKEN");
        refused(ledByStranger, 422, "LEADER_NOT_OF_BRANCH");
        refused(ledByNobodyKnown, 422, "REFERENCE_UNKNOWN");
        refused(early, 422, "DAYS_INCONSISTENT");
        refused(handedOver, 422, "LEADER_NOT_OF_BRANCH");
        refused(unchanged, 422, "CORRECTION_CHANGES_NOTHING");
        assertEquals(before, Stored.below(committee));
    }

    private static Response join(String member, String group, String on) {
        return Register.step(officer(), memberAddress(member), Register.tag(memberAddress(member)),
                stepOf("assign-group", on).with("groupId", group));
    }

    private static List<String> days(String member) {
        return Database.asApplication().within("/0001/").query(
                "select group_id, from_day, to_day from group_period where member_id = ?::uuid order by from_day",
                row -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3), member);
    }
}
