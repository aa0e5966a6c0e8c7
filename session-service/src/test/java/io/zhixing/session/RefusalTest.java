package io.zhixing.session;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be recorded, each with its code; nothing of it is written. */
@QuarkusTest
class RefusalTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"organizationId\":              | BODY_MALFORMED   | 400",
            "[]                                | FIELD_WRONG_TYPE | 400",
            "{\"organizationId\":\"no id\"}    | FIELD_WRONG_TYPE | 400",
            "{\"type\":\"PICNIC\"}             | FIELD_WRONG_TYPE | 400",
            "{\"startedAt\":\"2016-09-20\"}    | FIELD_WRONG_TYPE | 400",
            "{\"startedAt\":\"2016-02-30T09:00:00+08:00\"} | FIELD_WRONG_TYPE | 400",
            "{\"startedAt\":1474333200}       | FIELD_WRONG_TYPE | 400",
            "{\"startedAt\":\"1474333200\"}  | FIELD_WRONG_TYPE | 400",
            "{\"startedAt\":\"0000-09-20T09:00:00+08:00\"} | FIELD_WRONG_TYPE | 400",
            "{\"contents\":\"LECTURE\"}        | FIELD_WRONG_TYPE | 400",
            "{\"weather\":\"fine\"}            | FIELD_UNKNOWN    | 400",
            "{\"heldOn\":\"2016-09-20\"}       | FIELD_READ_ONLY  | 400",
            "{\"state\":\"RECORDED\"}         | FIELD_READ_ONLY  | 400",
            "{}                                | VALIDATION_FAILED | 400"})
    void a_body_that_is_no_session_is_refused(String body, String code, int status) {
        // When
        var answer = given().auth().oauth2(Tokens.of("BRANCH_CLERK", "nowhere")).contentType(ContentType.JSON)
                .header("Idempotency-Key", Ids.next().toString()).body(body).post(SessionText.ADDRESS);
        // Then
        answer.then().statusCode(status).contentType("application/problem+json").body("code", is(code));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"topicRecord|' '|/topicRecord", "discussionRecord||/discussionRecord",
            "place|201|/place", "topicRecord|4001|/topicRecord", "classHours|-1|/classHours/value",
            "classHours|1.234|/classHours/value", "minutes|0|/lectures/0/minutes", "minutes|1441|/lectures/0/minutes"})
    void a_value_out_of_range_is_named_by_its_place(String field, String value, String pointer) {
        // Given
        var branch = City.branch();
        var member = City.member(branch);
        var session = SessionText.at(branch).attended(member, "PRESENT").lecture(member);
        switch (field) {
            case "minutes" -> session.lectures.get(0).put(field, Integer.valueOf(value));
            case "classHours" -> session.with(field, Map.of("value", value, "unit", "CLASS_HOUR"));
            case "place" -> session.with(field, "长".repeat(Integer.parseInt(value)));
            default -> session.with(field,
                    value != null && value.matches("\\d+") ? "长".repeat(Integer.parseInt(value)) : value);
        }
        // When
        var answer = session.post();
        // Then
        refused(branch, answer, 400, "VALIDATION_FAILED");
        answer.then().body("errors.pointer", hasItem(pointer));
    }

    @Test
    void nobody_and_too_many_attendees_are_out_of_range() {
        // Given
        var branch = City.branch();
        var crowd = SessionText.at(branch);
        for (int i = 0; i < 2001; i++) {
            crowd.attended(Ids.next(), "PRESENT");
        }
        // When
        var nobody = SessionText.at(branch).post();
        var tooMany = crowd.post();
        // Then
        refused(branch, nobody, 400, "VALIDATION_FAILED");
        refused(branch, tooMany, 400, "VALIDATION_FAILED");
        tooMany.then().body("errors.pointer", is(List.of("/attendance")));
    }

    @Test
    void a_state_that_only_the_service_gives_cannot_be_stated() {
        // Given
        var branch = City.branch();
        // When
        var answer = SessionText.at(branch).attended(City.member(branch), "PENDING_DIRECTORY").post();
        // Then
        refused(branch, answer, 400, "FIELD_WRONG_TYPE");
    }

    @Test
    void a_host_that_nobody_knows_and_a_host_outside_the_scope_are_the_same_refusal() {
        // Given
        var mine = City.branch();
        var other = City.branch();
        var member = City.member(other);
        var clerk = Tokens.of("BRANCH_CLERK", mine.code());
        // When
        var unknown = SessionText.at(City.untold()).attended(member, "PRESENT").postWith(clerk, key());
        var outside = SessionText.at(other).attended(member, "PRESENT").postWith(clerk, key());
        // Then
        unknown.then().statusCode(422).body("code", is("REFERENCE_UNKNOWN"));
        refused(other, outside, 422, "REFERENCE_UNKNOWN");
        outside.then().body("errors.pointer", is(List.of("/organizationId")));
    }

    @Test
    void a_session_outside_the_scope_is_not_there() {
        // Given
        var mine = City.branch();
        var other = City.branch();
        var id = SessionText.at(other).present(City.members(other, 1)).recorded();
        // When
        var one = SessionText.reader(mine).get(SessionText.ADDRESS + "/" + id);
        var list = SessionText.reader(mine).queryParam("organization", other.id()).get(SessionText.ADDRESS);
        var attendance = SessionText.reader(mine).queryParam("studySession", id).get("/session/v1/attendances");
        // Then
        one.then().statusCode(404).body("code", is("NOT_FOUND"));
        list.then().statusCode(422).body("code", is("REFERENCE_UNKNOWN"));
        attendance.then().statusCode(200).body("items", is(List.of()));
    }

    @Test
    void a_key_used_for_another_session_is_refused() {
        // Given
        var branch = City.branch();
        var session = SessionText.at(branch).present(City.members(branch, 1));
        var clerk = Tokens.of("BRANCH_CLERK", branch.code());
        var key = key();
        session.postWith(clerk, key).then().statusCode(201);
        // When
        var answer = session.with("place", "另一处").postWith(clerk, key);
        // Then
        answer.then().statusCode(422).body("code", is("IDEMPOTENCY_KEY_REUSED"));
        assertEquals(1, SessionText.sessionsOf(branch));
    }

    @Test
    void a_token_that_is_missing_expired_foreign_or_for_reading_only_records_nothing() {
        // Given
        var branch = City.branch();
        var session = SessionText.at(branch).present(City.members(branch, 1));
        var grant = Tokens.grant("BRANCH_CLERK", branch.code());
        // When
        var missing = given().contentType(ContentType.JSON).body(session.body).post(SessionText.ADDRESS);
        var expired = session.postWith(grant.expired().token(), key());
        var foreign = session.postWith(Tokens.grant("BRANCH_CLERK", branch.code()).forAudience("other").token(), key());
        var forged = session.postWith(Tokens.grant("BRANCH_CLERK", branch.code()).signedBySomebodyElse().token(),
                key());
        var reading = session.postWith(Tokens.grant("BRANCH_CLERK", branch.code()).scopes("session:read").token(),
                key());
        var reader = session.postAs("READER");
        // Then
        List.of(missing, expired, foreign, forged).forEach(answer -> refused(branch, answer, 401, "UNAUTHENTICATED"));
        List.of(reading, reader).forEach(answer -> refused(branch, answer, 403, "FORBIDDEN"));
    }

    @Test
    void a_body_that_is_too_large_is_refused() {
        // Given
        var branch = City.branch();
        var session = SessionText.at(branch).present(City.members(branch, 1)).with("place", "x".repeat(1_100_000));
        // When
        var answer = session.post();
        // Then
        refused(branch, answer, 413, "BODY_TOO_LARGE");
    }

    @Test
    void a_session_that_has_not_ended_yet_is_refused() {
        // Given
        var branch = City.branch();
        var now = Instant.now(Clock.systemUTC());
        var session = SessionText.at(branch).present(City.members(branch, 1))
                .with("startedAt", now.minusSeconds(600).toString()).with("endedAt", now.plusSeconds(600).toString());
        // When
        var answer = session.post();
        // Then
        refused(branch, answer, 409, "HELD_IN_FUTURE");
    }

    @Test
    void a_session_that_ends_when_it_begins_is_refused() {
        // Given
        var branch = City.branch();
        var session = SessionText.at(branch).present(City.members(branch, 1));
        session.with("endedAt", session.body.get("startedAt"));
        // When
        var answer = session.post();
        // Then
        refused(branch, answer, 422, "SESSION_ENDS_BEFORE_START");
    }

    @Test
    void an_attendee_who_is_stated_twice_is_named() {
        // Given
        var branch = City.branch();
        var members = City.members(branch, 2);
        // When
        var answer = SessionText.at(branch).present(members).attended(members.get(0), "ABSENT").post();
        // Then
        refused(branch, answer, 409, "ATTENDEE_REPEATED");
        answer.then().body("errors.pointer", is(List.of("/attendance/2/memberId")));
    }

    @Test
    void a_member_of_another_branch_is_a_guest_and_a_guest_has_a_ground() {
        // Given
        var branch = City.branch();
        var own = City.member(branch);
        var stranger = City.member(City.branch());
        // When
        var asMember = SessionText.at(branch).attended(stranger, "PRESENT").post();
        var withoutGround = SessionText.at(branch).attended(stranger, "GUEST").post();
        var unknownWithoutGround = SessionText.at(branch).attended(Ids.next(), "GUEST").post();
        var ownAsGuest = SessionText.at(branch).guest(own, "JOINT").post();
        // Then
        refused(branch, asMember, 422, "GUEST_WITHOUT_GROUND");
        refused(branch, withoutGround, 422, "GUEST_WITHOUT_GROUND");
        refused(branch, unknownWithoutGround, 422, "GUEST_WITHOUT_GROUND");
        refused(branch, ownAsGuest, 422, "GUEST_OF_OWN_BRANCH");
        SessionText.at(branch).guest(stranger, "JOINT").post().then().statusCode(201);
    }

    @Test
    void a_lecture_needs_one_lecturer() {
        // Given
        var branch = City.branch();
        var member = City.member(branch);
        var nobody = SessionText.at(branch).attended(member, "PRESENT").lecture(member);
        nobody.lectures.get(0).remove("lecturerMemberId");
        var both = SessionText.at(branch).attended(member, "PRESENT").lecture(member);
        both.lectures.get(0).put("externalLecturer", "外请教师");
        // When
        var withoutLecture = SessionText.at(branch).attended(member, "PRESENT").with("type", "PARTY_LECTURE").post();
        var byContent = SessionText.at(branch).attended(member, "PRESENT").with("contents", List.of("LECTURE")).post();
        // Then
        refused(branch, withoutLecture, 422, "LECTURER_REQUIRED");
        refused(branch, byContent, 422, "LECTURER_REQUIRED");
        refused(branch, nobody.post(), 422, "LECTURER_UNCLEAR");
        refused(branch, both.post(), 422, "LECTURER_UNCLEAR");
    }

    @Test
    void a_host_that_was_not_at_work_yet_held_no_session() {
        // Given
        var branch = City.branch();
        var member = City.member(branch);
        // When
        var answer = SessionText.at(branch).on("2010-08-31").attended(member, "PRESENT").post();
        // Then
        refused(branch, answer, 409, "ORGANIZATION_NOT_ACTIVE");
    }

    @Test
    void all_faults_of_a_session_are_reported_together() {
        // Given
        var branch = City.branch();
        var member = City.member(branch);
        var session = SessionText.at(branch).attended(member, "PRESENT").attended(member, "PRESENT");
        session.with("endedAt", session.body.get("startedAt")).with("contents", List.of("LECTURE"));
        // When
        var answer = session.post();
        // Then
        refused(branch, answer, 422, "SESSION_ENDS_BEFORE_START");
        answer.then().body("errors.code",
                is(List.of("SESSION_ENDS_BEFORE_START", "ATTENDEE_REPEATED", "LECTURER_REQUIRED")));
    }

    private static String key() {
        return Ids.next().toString();
    }

    private static void refused(City.Branch host, Response answer, int status, String code) {
        answer.then().statusCode(status).body("code", is(code));
        assertEquals(0, SessionText.sessionsOf(host));
    }
}
