package io.zhixing.organization;

import static io.zhixing.organization.Register.GROUPS;
import static io.zhixing.organization.Register.memberAddress;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.stepOf;
import static io.zhixing.organization.Row.csv;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A branch's Party groups and who is in them, as a town fills its register. */
@QuarkusTest
class GroupImportTest {

    private static final String GROUP = "party-groups";
    private static final String MEMBER = "party-group-members";
    private static final String GROUP_HEADER = "支部编码,组织名称,小组名称,组长编号,组长姓名,成立日期,变动日期,变动说明";
    private static final String MEMBER_HEADER = "党员编号,姓名,小组名称,编入日期";

    private Register.Organization committee;
    private Register.Organization branch;
    private Register.Organization other;
    private String leader;

    @BeforeEach
    void settle() {
        committee = Register.committee();
        branch = Register.below(committee, "BRANCH");
        other = Register.below(committee, "BRANCH");
        leader = Row.number(branch);
    }

    @Test
    void groups_and_then_their_members_come_from_files_and_come_twice_without_a_change() {
        // Given
        var second = Row.number(branch);
        var groups = csv(GROUP_HEADER, formed(branch, "第一党小组", leader), formed(branch, "第二党小组", ""),
                formed(other, "第一党小组", ""));
        var members = csv(MEMBER_HEADER, leader + ",某,第一党小组,2013-01-04", second + ",某,第二党小组,2013-01-04");
        // When
        var job = Imports.of(GROUP).ended(groups);
        var joined = Imports.of(MEMBER).ended(members);
        var stored = Stored.below(committee);
        var again = List.of(Imports.of(GROUP).ended(groups), Imports.of(MEMBER).ended(members));
        // Then
        assertEquals(List.of("CREATED", "CREATED", "CREATED"), Imports.of(GROUP).results(job));
        assertEquals(List.of("UPDATED", "UPDATED"), Imports.of(MEMBER).results(joined));
        assertEquals(List.of("UNCHANGED", "UNCHANGED", "UNCHANGED"), Imports.of(GROUP).results(again.get(0)));
        assertEquals(List.of("UNCHANGED", "UNCHANGED"), Imports.of(MEMBER).results(again.get(1)));
        assertEquals(stored, Stored.below(committee));
        List<String> ids = Imports.of(GROUP).page(job).path("items.resourceId");
        Register.get(officer(), GROUPS + "/" + ids.get(0)).then().body("leaderMemberId", is(Row.id(leader)))
                .body("formedOn", is("2012-03-01")).body("version", is(1));
        Register.get(officer(), GROUPS + "/" + ids.get(1)).then().body("leaderMemberId", nullValue());
        Register.get(officer(), memberAddress(Row.id(second))).then().body("groupId", is(ids.get(1)));
        assertEquals(List.of("party-group-changed.v1"),
                OutboxProbe.eventsOf(ids.get(0)).stream().map(event -> event.name()).toList());
    }

    @Test
    void another_leader_and_another_group_are_steps_of_their_own() {
        // Given
        var next = Row.number(branch);
        var job = Imports.of(GROUP).ended(csv(GROUP_HEADER, formed(branch, "第一党小组", leader),
                formed(branch, "第二党小组", "")));
        List<String> ids = Imports.of(GROUP).page(job).path("items.resourceId");
        Imports.of(MEMBER).ended(csv(MEMBER_HEADER, next + ",某,第一党小组,2013-01-04"));
        // When
        var led = Imports.of(GROUP).ended(csv(GROUP_HEADER,
                branch.code() + ",示例,第一党小组," + next + ",某,2012-03-01,2014-05-06,改选"));
        var moved = Imports.of(MEMBER).ended(csv(MEMBER_HEADER, next + ",某,第二党小组,2014-06-01"));
        // Then
        assertEquals(List.of("UPDATED"), Imports.of(GROUP).results(led));
        assertEquals(List.of("UPDATED"), Imports.of(MEMBER).results(moved));
        Register.get(officer(), GROUPS + "/" + ids.get(0)).then().body("leaderMemberId", is(Row.id(next)));
        Register.get(officer(), GROUPS + "/" + ids.get(0) + "/history").then().body("items[-1].on", is("2014-05-06"))
                .body("items[-1].comment", is("改选"));
        Register.get(officer(), memberAddress(Row.id(next))).then().body("groupId", is(ids.get(1)));
    }

    @Test
    void each_refused_group_has_the_code_of_the_single_call_and_writes_nothing() {
        // Given
        Register.group(branch, "第一党小组");
        var stranger = Row.number(other);
        var before = Stored.below(committee);
        var rows = List.of(group(committee, "第二党小组", "", "2012-03-01"), group(branch, "第二党小组", stranger, "2012-03-01"),
                group(branch, "第二党小组", "", "2010-06-30"), group(branch, "第二党小组", "", "2999-01-01"),
                group(branch, "第一党小组", "", "2012-03-02"));
        // When
        var results = rows.stream().map(row -> Imports.of(GROUP)
                .results(Imports.of(GROUP).ended(csv(GROUP_HEADER, row.row()))).get(0)).toList();
        var dry = rows.stream().map(row -> Imports.of(GROUP)
                .results(Imports.of(GROUP).dry().ended(csv(GROUP_HEADER, row.row()))).get(0)).toList();
        var unknown = Imports.of(GROUP).ended(csv(GROUP_HEADER, formed(branch, "第二党小组", "NOBODY-1"),
                "001999999,示例,第二党小组,,,2012-03-01,,"));
        // Then
        assertEquals(rows.stream().map(row -> Row.refusal(Register.post(GROUPS, row.body()))).toList(), results);
        assertEquals(results, dry);
        assertEquals(List.of("REJECTED REFERENCE_UNKNOWN", "REJECTED REFERENCE_UNKNOWN"),
                Imports.of(GROUP).results(unknown));
        assertEquals(before, Stored.below(committee));
    }

    @Test
    void each_refused_member_has_the_code_of_the_single_call_and_the_others_join() {
        // Given
        var group = Register.group(branch, "第一党小组").<String>path("id");
        Register.group(other, "第二党小组");
        var late = Row.number(branch);
        var stranger = Row.number(other);
        var single = List.of(
                Register.step(officer(), memberAddress(Row.id(stranger)), "\"v1\"",
                        stepOf("assign-group", "2013-01-04").with("groupId", group)),
                Register.step(officer(), memberAddress(Row.id(late)), "\"v1\"",
                        stepOf("assign-group", "2012-02-28").with("groupId", group)),
                Register.step(officer(), memberAddress(Row.id(late)), "\"v1\"",
                        stepOf("assign-group", "2999-01-01").with("groupId", group)));
        // When
        var refused = List.of(stranger + ",某,第一党小组,2013-01-04", late + ",某,第一党小组,2012-02-28",
                late + ",某,第一党小组,2999-01-01").stream()
                .map(row -> Imports.of(MEMBER).results(Imports.of(MEMBER).ended(csv(MEMBER_HEADER, row))).get(0))
                .toList();
        var mixed = Imports.of(MEMBER).ended(csv(MEMBER_HEADER, "NOBODY-1,某,第一党小组,2013-01-04",
                leader + ",某,第二党小组,2013-01-04", late + ",某,第一党小组,2013-01-04"));
        // Then
        assertEquals(single.stream().map(Row::refusal).toList(), refused);
        assertEquals(List.of("REJECTED REFERENCE_UNKNOWN", "REJECTED GROUP_NOT_OF_BRANCH", "UPDATED"),
                Imports.of(MEMBER).results(mixed));
        Register.get(officer(), memberAddress(Row.id(leader))).then().body("version", is(1));
        Register.get(officer(), memberAddress(Row.id(late))).then().body("groupId", is(group));
    }

    @Test
    void a_branch_fills_its_own_groups_and_no_other_branchs() {
        // Given
        var clerk = Tokens.of("BRANCH_CLERK", branch.code());
        var stranger = Row.number(other);
        // When
        var groups = Imports.by(clerk, GROUP).ended(csv(GROUP_HEADER, formed(branch, "第一党小组", leader),
                formed(other, "第一党小组", ""), formed(branch, "第二党小组", stranger)));
        var members = Imports.by(clerk, MEMBER).ended(csv(MEMBER_HEADER, leader + ",某,第一党小组,2013-01-04",
                stranger + ",某,第一党小组,2013-01-04"));
        // Then
        assertEquals(List.of("CREATED", "REJECTED REFERENCE_UNKNOWN", "REJECTED REFERENCE_UNKNOWN"),
                Imports.by(clerk, GROUP).results(groups));
        assertEquals(List.of("UPDATED", "REJECTED REFERENCE_UNKNOWN"), Imports.by(clerk, MEMBER).results(members));
    }

    @Test
    void a_hundred_groups_cost_as_many_statements_as_one() {
        // Given
        var one = csv(GROUP_HEADER, formed(branch, "单组", leader));
        var many = csv(GROUP_HEADER, IntStream.range(0, 100).mapToObj(i -> formed(branch, "组" + i, leader))
                .toArray(String[]::new));
        // When
        var ofOne = Row.statements(GROUP, one, "party_group|party_organization|party_member");
        var ofMany = Row.statements(GROUP, many, "party_group|party_organization|party_member");
        // Then
        assertEquals(ofOne, ofMany);
        Register.get(officer(), GROUPS + "?count=true&organization=" + branch.code()).then().body("total", is(101));
    }

    private record Stated(String row, Body body) {}

    private static Stated group(Register.Organization of, String name, String leader, String formedOn) {
        var body = Register.groupOf(of, name).with("formedOn", formedOn);
        return new Stated(of.code() + ",示例," + name + "," + leader + ",某," + formedOn + ",,",
                leader.isEmpty() ? body : body.with("leaderMemberId", Row.id(leader)));
    }

    private static String formed(Register.Organization of, String name, String leader) {
        return group(of, name, leader, "2012-03-01").row();
    }
}
