package io.zhixing.session;

import static io.zhixing.session.SessionText.reader;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RecordSessionTest {

    @Test
    void a_session_is_recorded_with_attendance_and_lectures_read_listed_and_counted() {
        // Given
        var committee = City.committee();
        var branch = City.branchUnder(committee);
        var members = City.members(branch, 4);
        City.knownSecretary(members.get(0), branch);
        var session = SessionText.at(branch).present(members.subList(0, 2)).attended(members.get(2), "ON_LEAVE")
                .attended(members.get(3), "EXEMPT").lecture(members.get(0));
        // When
        var recorded = session.post();
        // Then
        recorded.then().statusCode(201).header("ETag", notNullValue()).body("heldOn", is("2016-09-20"))
                .body("attendance.due", is(4)).body("attendance.rate", is("66.67"))
                .body("lectures[0].lecturerKind", is("SECRETARY"));
        reader(branch).get(recorded.header("Location")).then().statusCode(200).body("lectures", hasSize(1));
        assertEquals(1, SessionText.sessionsOf(branch));
        var figures = FiguresText.of(committee).equalTheirRecords();
        assertEquals("1", figures.value("SESSION_COUNT"));
        assertEquals("1", figures.value("SECRETARY_LECTURE_COUNT"));
        assertEquals("66.67", figures.value("ATTENDANCE_RATE"));
    }

    @Test
    void what_was_recorded_is_published_by_ids_without_a_word_of_its_texts() {
        // Given
        var branch = City.branch();
        var members = City.members(branch, 2);
        // When
        var id = SessionText.at(branch).present(members).with("topicRecord", "金丝雀主题").recorded();
        // Then
        var event = OutboxProbe.ofTheService().event(id, "study-session-recorded.v1");
        assertEquals(1, event.version());
        assertEquals("2016-09-20", event.payload().path("effectiveOn").asText());
        assertEquals(members.get(1).toString(), event.payload().at("/attendance/1/memberId").asText());
        assertEquals(-1, event.text().indexOf("金丝雀"));
    }

    @Test
    void a_repeated_call_records_once() {
        // Given
        var branch = City.branch();
        var session = SessionText.at(branch).present(City.members(branch, 1));
        var token = Tokens.of("BRANCH_CLERK", branch.code());
        var key = Ids.next().toString();
        session.postWith(token, key).then().statusCode(201);
        // When
        var again = session.postWith(token, key);
        // Then
        again.then().statusCode(201).header("Idempotent-Replayed", "true");
        assertEquals(1, SessionText.sessionsOf(branch));
    }

    @ParameterizedTest
    @ValueSource(strings = {"BRANCH_SECRETARY", "BRANCH_CLERK", "SYSTEM_CLIENT"})
    void a_branch_s_session_is_recorded_by_its_secretary_its_clerk_or_another_system(String role) {
        // Given
        var branch = City.branch();
        var session = SessionText.at(branch).present(City.members(branch, 1));
        // When
        var answer = session.postAs(role);
        // Then
        answer.then().statusCode(201);
    }

    @Test
    void a_committee_s_session_is_recorded_by_a_campaign_officer_and_by_no_clerk() {
        // Given
        var committee = City.committee();
        var guest = City.member(City.branchUnder(committee));
        var session = SessionText.at(committee).with("type", "STANDING_COMMITTEE_TOPIC").guest(guest, "POST");
        // When
        var clerk = session.postAs("BRANCH_CLERK");
        var officer = session.postAs("CAMPAIGN_OFFICER");
        // Then
        clerk.then().statusCode(403).body("code", is("FORBIDDEN"));
        officer.then().statusCode(201).body("attendance.guest", is(1)).body("attendance.due", is(0));
        assertEquals(1, SessionText.sessionsOf(committee));
    }

    @Test
    void minutes_around_midnight_in_shanghai_separate_two_days_and_two_months() {
        // Given
        var branch = City.branch();
        var members = City.members(branch, 1);
        // When
        SessionText.at(branch).present(members).startingAt("2016-03-31T23:59:00+08:00").recorded();
        SessionText.at(branch).present(members).startingAt("2016-03-31T16:01:00Z").recorded();
        // Then
        assertEquals("1", FiguresText.of(branch, "2016-03-01", "2016-03-31").equalTheirRecords()
                .value("SESSION_COUNT"));
        assertEquals("1", FiguresText.of(branch, "2016-04-01", "2016-04-30").equalTheirRecords()
                .value("SESSION_COUNT"));
    }

    @Test
    void the_host_of_a_session_is_a_member_s_branch_on_that_day_from_the_first_day_to_the_last() {
        // Given
        var branch = City.branch();
        var member = Ids.next();
        City.enrolled(member, branch).with("onRollFrom", "2016-03-01").with("onRollTo", "2016-06-01").tell();
        City.awaitMembers(List.of(member));
        // When, Then
        heldOn(branch, member, "2016-02-29", "GUEST_WITHOUT_GROUND");
        heldOn(branch, member, "2016-03-01", null);
        heldOn(branch, member, "2016-05-31", null);
        heldOn(branch, member, "2016-06-01", "GUEST_WITHOUT_GROUND");
    }

    private static void heldOn(City.Branch branch, UUID member, String day, String refusal) {
        var answer = SessionText.at(branch).on(day).attended(member, "PRESENT").post();
        if (refusal == null) {
            answer.then().statusCode(201).body("attendance.present", is(1));
        } else {
            answer.then().statusCode(422).body("code", is(refusal));
        }
    }
}
