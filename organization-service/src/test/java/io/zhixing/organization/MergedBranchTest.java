package io.zhixing.organization;

import static io.zhixing.organization.Register.GROUPS;
import static io.zhixing.organization.Register.TERMS;
import static io.zhixing.organization.Register.memberAddress;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.refused;
import static io.zhixing.organization.Register.stepOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
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
        var group = Register.group(merged, "第一党小组").<String>path("id");
        Register.step(officer(), memberAddress(members.get(0)), "\"v1\"",
                stepOf("assign-group", "2013-01-04").with("groupId", group)).then().statusCode(200);
        var term = Register.post(TERMS, Register.term(merged, 1, "2014-03-01", 3)).<String>path("id");
        // When
        var answer = Turn.of(merged, "merge", "2016-03-01", Turn.into(successor));
        // Then
        answer.then().statusCode(200).body("state", is("MERGED"));
        assertEquals(List.of(3, 6, 6),
                List.of(roll(successor.code() + "&directOnly=true", "2016-02-29"),
                        roll(successor.code() + "&directOnly=true", "2016-03-01"),
                        roll(successor.code(), "2016-02-29")));   // its past lies below the successor
        Register.get(officer(), memberAddress(members.get(0))).then().body("organizationId", is(successor.id()))
                .body("groupId", nullValue()).body("version", is(3));
        Register.get(officer(), GROUPS + "/" + group).then().body("closedOn", is("2016-03-01"));
        Register.get(officer(), TERMS + "/" + term).then().body("endedOn", is("2016-03-01"));
        assertEquals(merged.id(), OutboxProbe.ofTheService().event(members.get(1), "member-transferred.v1").payload()
                .path("previousOrganizationId").asText());
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

    private static int roll(String organization, String day) {
        return Register.get(officer(), ROLL + organization + "&onRollOn=" + day).path("total");
    }
}
