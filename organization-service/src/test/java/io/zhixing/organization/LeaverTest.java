package io.zhixing.organization;

import static io.zhixing.organization.Register.GROUPS;
import static io.zhixing.organization.Register.POSTS;
import static io.zhixing.organization.Register.TRANSFERS;
import static io.zhixing.organization.Register.memberAddress;
import static io.zhixing.organization.Register.move;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.refused;
import static io.zhixing.organization.Register.stepOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What ends when a member leaves a roll. */
@QuarkusTest
class LeaverTest {

    private static final String DAY = "2016-05-01";

    private Register.Organization committee;
    private Register.Organization branch;
    private String member;

    @BeforeEach
    void settle() {
        committee = Register.committee();
        branch = Register.below(committee, "BRANCH");
        member = Register.member(branch);
    }

    @Test
    void with_a_death_that_the_branch_enters_posts_end_that_day_also_where_it_does_not_see_them() {
        // Given
        var secretary = post(branch, "SECRETARY");
        var above = post(committee, "COMMITTEE_MEMBER");
        var elsewhere = post(Register.branch(), "FIRST_SECRETARY");
        var clerk = Tokens.of("BRANCH_CLERK", branch.code());
        // When
        var died = move(clerk, memberAddress(member), "\"v1\"", "record-death", DAY);
        // Then
        died.then().statusCode(200).body("status", is("DECEASED"));
        for (var post : List.of(secretary, above, elsewhere)) {
            held(post).body("to", is(DAY)).body("version", is(2));
            var event = OutboxProbe.ofTheService().event(post, "post-left.v1");
            assertEquals(DAY, event.payload().path("effectiveOn").asText());
            Register.get(officer(), POSTS + "/" + post + "/history").then().body("items.step", is(List.of("leave")))
                    .body("items.on", is(List.of(DAY)));
        }
        refused(Register.get(clerk, POSTS + "/" + above), 404, "NOT_FOUND");
    }

    @Test
    void who_goes_to_a_neighbouring_branch_keeps_his_post_in_the_committee_above_both() {
        // Given
        var secretary = post(branch, "SECRETARY");
        var above = post(committee, "COMMITTEE_MEMBER");
        var sent = post(Register.branch(), "FIRST_SECRETARY");
        // When
        transfer(Register.below(committee, "BRANCH"));
        // Then
        held(secretary).body("to", is(DAY));
        held(above).body("to", nullValue()).body("version", is(1));
        held(sent).body("to", nullValue()).body("version", is(1));
    }

    @Test
    void who_goes_to_another_committee_leaves_his_post_in_the_former_one() {
        // Given
        var above = post(committee, "COMMITTEE_MEMBER");
        var ofTheCity = post(new Register.Organization(Register.rootId(), Register.ROOT, null), "COMMITTEE_MEMBER");
        // When
        transfer(Register.branch());
        // Then
        held(above).body("to", is(DAY));
        held(ofTheCity).body("to", nullValue());
    }

    @Test
    void who_is_suspended_or_goes_out_of_the_register_holds_no_post() {
        // Given
        var first = post(committee, "COMMITTEE_MEMBER");
        var other = Register.member(branch);
        var second = post(other, committee, "PUBLICITY_COMMISSIONER");
        // When
        Register.step(officer(), memberAddress(member), "\"v1\"",
                stepOf("suspend", DAY).with("comment", "失去联系")).then().statusCode(200);
        transferOut(other);
        // Then
        held(first).body("to", is(DAY));
        held(second).body("to", is(DAY));
    }

    @Test
    void a_post_taken_on_that_day_or_later_stands_against_it_and_nothing_is_written() {
        // Given
        Register.post(POSTS, Register.secretary(member, branch, DAY)).then().statusCode(201);
        var before = Stored.below(committee);
        // When
        var died = move(officer(), memberAddress(member), "\"v1\"", "record-death", DAY);
        // Then
        refused(died, 422, "DAYS_INCONSISTENT");
        assertEquals(before, Stored.below(committee));
    }

    @Test
    void the_group_that_he_led_has_no_leader_and_he_is_in_no_group() {
        // Given
        String group = Register.post(GROUPS, Register.groupOf(branch, "第一党小组").with("leaderMemberId", member))
                .path("id");
        Register.step(officer(), memberAddress(member), "\"v1\"",
                stepOf("assign-group", "2013-01-04").with("groupId", group)).then().statusCode(200);
        // When
        var died = move(officer(), memberAddress(member), "\"v2\"", "record-death", DAY);
        // Then
        died.then().statusCode(200).body("groupId", nullValue());
        Register.get(officer(), GROUPS + "/" + group).then().body("leaderMemberId", nullValue())
                .body("version", is(2)).body("state", is("OPEN"));
        var event = OutboxProbe.ofTheService().events(group, 2).get(1).payload();
        assertTrue(event.path("leaderMemberId").isNull() || event.path("leaderMemberId").isMissingNode());
        assertEquals(DAY, event.path("effectiveOn").asText());
    }

    @Test
    void when_his_branch_is_merged_into_one_elsewhere_his_post_in_the_former_committee_ends() {
        // Given
        IntStream.range(0, 2).forEach(i -> Register.member(branch));
        Turn.active(branch);
        var successor = Register.branch();
        IntStream.range(0, 3).forEach(i -> Register.member(successor));
        Turn.active(successor);
        var secretary = post(branch, "SECRETARY");
        var above = post(committee, "COMMITTEE_MEMBER");
        // When
        Turn.of(branch, "merge", DAY, Turn.into(successor)).then().statusCode(200);
        // Then
        held(secretary).body("to", is(DAY));
        held(above).body("to", is(DAY));
    }

    @Test
    void nobody_off_the_roll_takes_a_post_but_posts_he_held_before_are_entered() {
        // Given
        move(officer(), memberAddress(member), "\"v1\"", "record-death", DAY).then().statusCode(200);
        var before = Stored.below(committee);
        // When
        var open = Register.post(POSTS, Register.secretary(member, branch, "2014-03-01"));
        var unchanged = Stored.below(committee);
        var past = Register.post(POSTS, Register.secretary(member, branch, "2014-03-01").with("to", "2015-03-01"));
        // Then
        refused(open, 409, "MEMBER_ON_NO_ROLL");
        assertEquals(before, unchanged);
        past.then().statusCode(201);
    }

    @Test
    void who_leaves_while_he_is_given_a_post_does_not_keep_it() throws Exception {
        // Given
        var leavers = IntStream.range(0, 6).mapToObj(i -> Register.member(branch)).toList();
        // When
        var answers = new ArrayList<Response>(Race.of(12, i -> i % 2 == 0
                ? Register.post(POSTS, Register.secretary(leavers.get(i / 2), branch, "2014-03-01")
                        .with("post", "COMMITTEE_MEMBER"))
                : move(officer(), memberAddress(leavers.get(i / 2)), "\"v1\"", "record-death", DAY)));
        // Then
        assertTrue(answers.stream().allMatch(answer -> List.of(200, 201, 409).contains(answer.statusCode())),
                () -> answers.stream().map(Response::statusCode).toList().toString());
        for (var leaver : leavers) {
            Register.get(officer(), POSTS + "?member=" + leaver + "&heldOn=" + DAY).then().body("items.size()", is(0));
        }
    }

    private String post(Register.Organization organization, String post) {
        return post(member, organization, post);
    }

    private static String post(String holder, Register.Organization organization, String post) {
        var answer = Register.post(POSTS, Register.secretary(holder, organization, "2014-03-01").with("post", post));
        answer.then().statusCode(201);
        return answer.path("id");
    }

    private static ValidatableResponse held(String post) {
        return Register.get(officer(), POSTS + "/" + post).then().statusCode(200);
    }

    private void transfer(Register.Organization receiver) {
        Transferring.take(member, receiver, DAY);
    }

    private static void transferOut(String leaver) {
        Transferring.carry(Register.post(TRANSFERS, new Body().with("memberId", leaver).with("receiverOutside", "省外某支部")
                .with("reason", "工作调动").with("on", "2016-03-01")).path("id"), DAY);
    }
}
