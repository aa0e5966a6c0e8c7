package io.zhixing.organization;

import static io.zhixing.organization.Register.memberAddress;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.refused;
import static io.zhixing.organization.Register.stepOf;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.event.TopicEvent;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class MemberLifeTest {

    private static final String ROLL = "/organization/v1/roll-periods?count=true&organization=";

    @Test
    void a_probationary_member_becomes_a_full_one_when_his_year_is_over_and_not_a_day_earlier() {
        // Given
        var member = Register.probationer(Register.branch(), "2015-07-01");
        // When
        var early = step(member, stepOf("become-full", "2016-06-30"));
        var inTime = step(member, stepOf("become-full", "2016-07-01"));
        var again = step(member, stepOf("become-full", "2016-07-02"));
        // Then
        refused(early, 409, "PROBATION_NOT_OVER");
        inTime.then().statusCode(200).body("memberType", is("FULL")).body("fullSince", is("2016-07-01"))
                .body("version", is(2));
        refused(again, 409, "MEMBER_NOT_PROBATIONARY");
        var event = OutboxProbe.ofTheService().event(member, "member-became-full.v1").payload();
        assertEquals("2016-07-01", event.path("effectiveOn").asText());
        assertEquals(true, event.path("votingRights").asBoolean());
    }

    @Test
    void probation_is_extended_once_by_a_year_at_most_and_full_membership_waits_for_it() {
        // Given
        var member = Register.probationer(Register.branch(), "2015-07-01");
        var extension = stepOf("extend-probation", "2016-06-20").with("comment", "支部党员大会决议");
        // When
        var tooLong = step(member, extension.with("until", "2017-07-02"));
        var notAtAll = step(member, extension.with("until", "2016-07-01"));
        var extended = step(member, extension.with("until", "2017-01-01"));
        var twice = step(member, extension.with("until", "2017-06-01"));
        var early = step(member, stepOf("become-full", "2016-12-31"));
        var inTime = step(member, stepOf("become-full", "2017-01-01"));
        // Then
        refused(tooLong, 422, "PROBATION_EXTENSION_INVALID");
        refused(notAtAll, 422, "PROBATION_EXTENSION_INVALID");
        extended.then().statusCode(200).body("probationUntil", is("2017-01-01"));
        refused(twice, 409, "PROBATION_EXTENDED_BEFORE");
        refused(early, 409, "PROBATION_NOT_OVER");
        inTime.then().statusCode(200);
    }

    @Test
    void a_suspended_member_is_on_no_roll_until_he_is_restored() {
        // Given
        var branch = Register.branch();
        var member = Register.member(branch);
        // When
        var suspended = step(member, stepOf("suspend", "2014-03-01").with("comment", "失去联系六个月"));
        var restored = step(member, stepOf("restore", "2015-05-01"));
        // Then
        suspended.then().statusCode(200).body("status", is("SUSPENDED")).body("onRollTo", is("2014-03-01"));
        restored.then().statusCode(200).body("status", is("ACTIVE")).body("onRollFrom", is("2015-05-01"))
                .body("onRollTo", nullValue());
        assertEquals(List.of(1, 0, 0, 1), Stream.of("2014-02-28", "2014-03-01", "2015-04-30", "2015-05-01")
                .map(day -> Register.get(officer(), ROLL + branch.code() + "&onRollOn=" + day).<Integer>path("total"))
                .toList());
        assertEquals(List.of("member-enrolled.v1", "member-suspended.v1", "member-restored.v1"), events(member, 3));
    }

    @ParameterizedTest
    @CsvSource({"withdraw, WITHDRAWN", "remove, REMOVED", "expel, EXPELLED", "record-death, DECEASED"})
    void who_left_is_on_no_roll_from_that_day_and_takes_no_further_step(String step, String status) {
        // Given
        var branch = Register.branch();
        var member = Register.member(branch);
        // When
        var left = step(member, stepOf(step, "2016-05-01").with("comment", "支部党员大会决议"));
        // Then
        left.then().statusCode(200).body("status", is(status)).body("onRollTo", is("2016-05-01"));
        Register.get(officer(), memberAddress(member) + "/transitions").then().body("state", is(status))
                .body("transitions", empty());
        Register.get(officer(), ROLL + branch.code() + "&onRollOn=2016-05-01").then().body("total", is(0));
        assertEquals(status, OutboxProbe.ofTheService().event(member, "member-left.v1").payload().path("status")
                .asText());
    }

    @Test
    void probation_that_is_cancelled_ends_the_membership() {
        // Given
        var member = Register.probationer(Register.branch(), "2015-07-01");
        // When
        var cancelled = step(member, stepOf("cancel-probation", "2016-07-01").with("comment", "不具备党员条件"));
        // Then
        cancelled.then().statusCode(200).body("status", is("PROBATION_CANCELLED")).body("memberType",
                is("PROBATIONARY"));
    }

    @Test
    void a_suspended_member_may_be_removed_later() {
        // Given
        var member = Register.member(Register.branch());
        step(member, stepOf("suspend", "2014-03-01").with("comment", "失去联系六个月")).then().statusCode(200);
        // When
        var removed = step(member, stepOf("remove", "2016-03-01").with("comment", "停止党籍两年后仍失去联系"));
        // Then
        removed.then().statusCode(200).body("status", is("REMOVED")).body("onRollTo", is("2014-03-01"));
    }

    @Test
    void the_superior_decides_on_standing_and_the_branch_on_the_rest() {
        // Given
        var committee = Register.committee();
        var branch = Register.below(committee, "BRANCH");
        var member = Register.member(branch);
        var suspension = stepOf("suspend", "2014-03-01").with("comment", "决议");
        var exemption = stepOf("exempt", "2014-02-01").with("exemptReason", "OLD_AGE");
        var clerk = Tokens.of("BRANCH_CLERK", branch.code());
        // When
        var byClerk = Register.step(clerk, memberAddress(member), "\"v1\"", suspension);
        var byOwnOfficer = Register.step(Tokens.of("CAMPAIGN_OFFICER", branch.code()), memberAddress(member), "\"v1\"",
                suspension);
        var exempt = Register.step(clerk, memberAddress(member), "\"v1\"", exemption);
        var bySuperior = Register.step(Tokens.of("CAMPAIGN_OFFICER", committee.code()), memberAddress(member), "\"v2\"",
                suspension);
        // Then
        refused(byClerk, 403, "FORBIDDEN");
        refused(byOwnOfficer, 403, "FORBIDDEN");
        exempt.then().statusCode(200).body("exempt", is(true));
        bySuperior.then().statusCode(200);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("refusals")
    void a_step_with_one_fault_is_refused_and_nothing_is_written(String step, String what, Body move, int status,
            String code) {
        // Given
        var committee = Register.committee();
        var member = Register.member(Register.below(committee, "BRANCH"));
        var before = Stored.below(committee);
        // When
        var answer = step(member, move);
        // Then
        refused(answer, status, code);
        assertEquals(before, Stored.below(committee));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal("become-full", "of a full member", stepOf("become-full", "2016-01-04"), 409,
                        "MEMBER_NOT_PROBATIONARY"),
                refusal("suspend", "without a reason", stepOf("suspend", "2016-01-04"), 422, "STEP_REASON_REQUIRED"),
                refusal("expel", "with an empty reason", stepOf("expel", "2016-01-04").with("comment", " "), 422,
                        "STEP_REASON_REQUIRED"),
                refusal("remove", "before he was on the roll", stepOf("remove", "2010-06-30").with("comment", "决议"),
                        422, "TRANSITION_DAY_INVALID"),
                refusal("withdraw", "on the day of enrolment", stepOf("withdraw", "2010-07-01").with("comment", "决议"),
                        422, "TRANSITION_DAY_INVALID"),
                refusal("record-death", "in a hundred years", stepOf("record-death", "2126-01-04"), 422,
                        "TRANSITION_DAY_INVALID"),
                refusal("restore", "of an active member", stepOf("restore", "2016-01-04"), 409,
                        "TRANSITION_NOT_AVAILABLE"),
                refusal("assign-group", "without a group", stepOf("assign-group", "2016-01-04"), 422,
                        "GROUP_NOT_OF_BRANCH"),
                refusal("leave-group", "without being in one", stepOf("leave-group", "2016-01-04"), 409,
                        "MEMBER_IN_NO_GROUP"),
                refusal("exempt", "without a reason", stepOf("exempt", "2016-01-04"), 422, "EXEMPT_REASON_REQUIRED"),
                refusal("end-exemption", "without one", stepOf("end-exemption", "2016-01-04"), 409,
                        "MEMBER_NOT_EXEMPT"),
                refusal("exempt", "for a reason that is none", stepOf("exempt", "2016-01-04").with("exemptReason",
                        "BUSY"), 400, "FIELD_WRONG_TYPE"));
    }

    private static Arguments refusal(String step, String what, Body move, int status, String code) {
        return Arguments.of(step, what, move, status, code);
    }

    @Test
    void an_exemption_begins_and_ends_on_its_days() {
        // Given
        var member = Register.member(Register.branch());
        // When
        var exempt = step(member, stepOf("exempt", "2014-03-01").with("exemptReason", "ILLNESS"));
        var twice = step(member, stepOf("exempt", "2014-04-01").with("exemptReason", "ILLNESS"));
        var ended = step(member, stepOf("end-exemption", "2015-03-01"));
        // Then
        exempt.then().statusCode(200).body("exempt", is(true));
        refused(twice, 409, "MEMBER_EXEMPT_BEFORE");
        ended.then().statusCode(200).body("exempt", is(false));
        assertEquals(List.of("member-enrolled.v1", "member-corrected.v1", "member-corrected.v1"), events(member, 3));
    }

    @Test
    void a_correction_gives_its_reason_and_changes_what_it_says_alone() {
        // Given
        var member = Register.member(Register.branch());
        var correction = new Body().with("reason", "姓名用字有误").with("name", "示例丙");
        // When
        var corrected = Register.patch(officer(), memberAddress(member), "\"v1\"", correction);
        var same = Register.patch(officer(), memberAddress(member), "\"v2\"", correction);
        var unfounded = Register.patch(officer(), memberAddress(member), "\"v2\"",
                new Body().with("name", "示例丁"));
        var stale = Register.patch(officer(), memberAddress(member), "\"v1\"", correction);
        // Then
        corrected.then().statusCode(200).body("name", is("示例丙")).body("ethnicityCode", is("01"))
                .body("version", is(2));
        refused(same, 422, "CORRECTION_CHANGES_NOTHING");
        refused(unfounded, 400, "VALIDATION_FAILED");
        refused(stale, 412, "PRECONDITION_FAILED");
        Register.get(officer(), memberAddress(member) + "/history").then().body("items.step", is(List.of("correct")))
                .body("items.comment", is(List.of("姓名用字有误")));
        assertEquals(List.of("member-enrolled.v1", "member-corrected.v1"), events(member, 2));
    }

    @Test
    void a_corrected_id_number_takes_birth_date_and_sex_with_it_and_belongs_to_nobody_else() {
        // Given
        var branch = Register.branch();
        var member = Register.member(branch);
        var other = MemberText.full(branch.id());
        Register.post(Register.MEMBERS, other).then().statusCode(201);
        var fresh = MemberText.full(branch.id());
        // When
        var corrected = Register.patch(officer(), memberAddress(member), "\"v1\"",
                new Body().with("reason", "证号录入有误").with("idNumber", fresh.get("idNumber")));
        var taken = Register.patch(officer(), memberAddress(member), "\"v2\"",
                new Body().with("reason", "证号录入有误").with("idNumber", other.get("idNumber")));
        var invalid = Register.patch(officer(), memberAddress(member), "\"v2\"",
                new Body().with("reason", "证号录入有误").with("idNumber", "123"));
        // Then
        corrected.then().statusCode(200).body("birthDate", is(fresh.get("birthDate")));
        refused(taken, 409, "ID_NUMBER_TAKEN");
        refused(invalid, 422, "ID_NUMBER_INVALID");
    }

    private static Response step(String member, Body move) {
        return Register.step(officer(), memberAddress(member), Register.tag(memberAddress(member)), move);
    }

    private static List<String> events(String member, int count) {
        return OutboxProbe.ofTheService().events(member, count).stream().map(TopicEvent::name).toList();
    }
}
