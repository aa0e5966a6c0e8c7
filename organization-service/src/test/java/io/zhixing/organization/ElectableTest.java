package io.zhixing.organization;

import static io.zhixing.organization.Register.ELECTIONS;
import static io.zhixing.organization.Register.POSTS;
import static io.zhixing.organization.Register.memberAddress;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.refused;
import static io.zhixing.organization.Register.stepOf;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A branch of three full members elects on 2017-02-28; a full member on a roll that day is entitled, and can be elected. */
@QuarkusTest
class ElectableTest {

    private static final String HELD_ON = "2017-02-28";

    private Register.Organization committee;
    private Register.Organization branch;
    private String first;
    private String second;
    private String election;

    @BeforeEach
    void approve() {
        committee = Register.committee();
        branch = Register.below(committee, "BRANCH");
        first = Register.member(branch);
        second = Register.member(branch);
        Register.member(branch);
        election = ELECTIONS + "/" + Register.post(ELECTIONS, Register.election(branch, "2017-01-10", 1)).then()
                .statusCode(201).extract().path("id");
        step("approve", "2017-01-12").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"record-death", "withdraw", "suspend"})
    void who_was_gone_on_the_day_stood_for_no_post_and_nothing_is_written(String how) {
        // Given
        var gone = Register.member(branch);
        leave(gone, how, HELD_ON);
        var before = Stored.below(committee);
        // When
        var elected = result(gone, first);
        var beaten = result(first, gone);
        // Then
        refused(elected, 422, "MEMBER_NOT_ELECTABLE");
        elected.then().body("errors.pointer", is(List.of("/candidates/0/memberId")));
        refused(beaten, 422, "MEMBER_NOT_ELECTABLE");
        beaten.then().body("errors.pointer", is(List.of("/candidates/1/memberId")));
        assertEquals(before, Stored.below(committee));
    }

    @ParameterizedTest
    @CsvSource({"2017-03-01, 3, 422", "2017-02-28, 4, 200"})
    void a_probationary_member_is_elected_from_the_day_of_full_membership(String fullSince, int entitled, int status) {
        // Given
        var probationer = Register.probationer(branch, "2016-01-04");
        Register.step(officer(), memberAddress(probationer), "\"v1\"",
                stepOf("become-full", fullSince).with("comment", "支部决议")).then().statusCode(200);
        // When
        var answer = result(entitled, probationer, first);
        // Then
        answer.then().statusCode(status);
        if (status == 422) {
            refused(answer, 422, "MEMBER_NOT_ELECTABLE");
        }
    }

    @Test
    void neither_probationary_nor_suspended_members_are_entitled() {
        // Given
        Register.probationer(branch, "2016-06-01");
        leave(Register.member(branch), "suspend", "2017-02-01");
        // When
        var answer = result(first, second);
        // Then
        answer.then().statusCode(200).body("entitled", is(3));
    }

    @Test
    void who_left_after_the_day_was_elected_whenever_the_result_is_recorded() {
        // Given
        leave(first, "record-death", "2017-03-01");
        // When
        var answer = result(first, second);
        // Then
        answer.then().statusCode(200).body("state", is("ELECTED"));
    }

    @Test
    void who_stood_on_the_roll_of_another_branch_that_day_was_electable() {
        // Given
        var sent = Register.member(Register.branch());
        Transferring.take(sent, branch, "2017-03-03");
        // When
        var answer = Register.step(Tokens.grant("CAMPAIGN_OFFICER", committee.code()).subject("recorder").token(),
                election, Register.tag(election), stated(3, sent, first));
        // Then
        answer.then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"2017-03-06, 409", "2017-04-03, 200"})
    void a_post_begins_on_no_day_of_a_suspension_that_is_over(String on, int status) {
        // Given
        result(first, second).then().statusCode(200);
        leave(first, "suspend", "2017-03-03");
        Register.step(officer(), memberAddress(first), Register.tag(memberAddress(first)),
                stepOf("restore", "2017-04-03").with("comment", "支部决议")).then().statusCode(200);
        var before = Stored.below(committee);
        // When
        var confirmed = step("confirm", on);
        // Then
        confirmed.then().statusCode(status);
        if (status == 409) {
            refused(confirmed, 409, "ELECTED_MEMBER_GONE");
            assertEquals(before, Stored.below(committee));
        }
    }

    @Test
    void a_probationary_member_is_appointed_to_a_post_and_not_elected() {
        // Given
        var probationer = Register.probationer(branch, "2016-01-04");
        var post = Register.secretary(probationer, branch, "2016-03-01").with("post", "PUBLICITY_COMMISSIONER");
        var before = Stored.below(committee);
        // When
        var elected = Register.post(POSTS, post);
        var byElected = Register.post(POSTS, post.with("basis", "BY_ELECTION"));
        var after = Stored.below(committee);
        var appointed = Register.post(POSTS, post.with("basis", "APPOINTED"));
        var corrected = Register.patch(officer(), POSTS + "/" + appointed.path("id"), "\"v1\"",
                new Body().with("reason", "依据填写有误").with("basis", "ELECTED"));
        // Then
        refused(elected, 422, "MEMBER_NOT_ELECTABLE");
        elected.then().body("errors.pointer", hasItem("/memberId"));
        refused(byElected, 422, "MEMBER_NOT_ELECTABLE");
        assertEquals(before, after);
        appointed.then().statusCode(201);
        refused(corrected, 422, "MEMBER_NOT_ELECTABLE");
    }

    private static void leave(String member, String how, String on) {
        Register.step(officer(), memberAddress(member), "\"v1\"", stepOf(how, on).with("comment", "支部决议")).then()
                .statusCode(200);
    }

    private Response result(String elected, String other) {
        return result(3, elected, other);
    }

    private Response result(int present, String elected, String other) {
        return Register.step(Tokens.grant("BRANCH_SECRETARY", branch.code()).subject("recorder").token(), election,
                Register.tag(election), stated(present, elected, other));
    }

    private static Body stated(int present, String elected, String other) {
        return stepOf("record-result", HELD_ON).raw("present", "" + present).raw("candidates",
                "[{\"memberId\":\"%s\",\"post\":\"SECRETARY\",\"votes\":3,\"elected\":true},{\"memberId\":\"%s\",\"post\":\"SECRETARY\",\"votes\":0,\"elected\":false}]"
                        .formatted(elected, other));
    }

    private Response step(String transition, String on) {
        return Register.step(officer(), election, Register.tag(election), stepOf(transition, on));
    }
}
