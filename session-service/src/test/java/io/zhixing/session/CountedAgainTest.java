package io.zhixing.session;

import static io.zhixing.platform.testing.Eventually.eventually;
import static io.zhixing.session.SessionText.reader;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.event.TopicEvent;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A session recorded before everything about it was known here. */
@QuarkusTest
class CountedAgainTest {

    @Test
    void an_attendee_not_yet_known_is_not_counted_and_is_counted_once_when_the_directory_knows_him() {
        // Given
        var branch = City.branch();
        var early = City.member(branch);
        var late = Ids.next();
        var id = SessionText.at(branch).attended(early, "ABSENT").attended(late, "PRESENT").recorded();
        session(branch, id, 1, "pendingDirectory", 1);
        assertEquals("0.00", FiguresText.of(branch).equalTheirRecords().value("ATTENDANCE_RATE"));
        // When
        City.enrolled(late, branch).tell();
        var again = City.enrolled(late, branch);
        again.tell();
        again.awaitTaken();
        // Then
        session(branch, id, 2, "present", 1);
        session(branch, id, 2, "pendingDirectory", 0);
        assertEquals("50.00", FiguresText.of(branch).equalTheirRecords().value("ATTENDANCE_RATE"));
        Recount.equalsTheCountersOf(branch);
    }

    @Test
    void the_session_is_published_again_as_it_now_counts() {
        // Given
        var branch = City.branch();
        var late = Ids.next();
        var id = SessionText.at(branch).attended(late, "PRESENT").lecture(late).recorded();
        // When
        City.secretary(Ids.next(), late, branch).tell();
        City.enrolled(late, branch).tell();
        // Then
        eventually(() -> assertEquals("PRESENT SECRETARY", counted(last(id))));
        var events = OutboxProbe.eventsOf(id);
        assertEquals("PENDING_DIRECTORY MEMBER", counted(events.get(0)));
        for (int i = 0; i < events.size(); i++) {
            assertEquals(i + 1, events.get(i).version());
        }
    }

    @ParameterizedTest
    @CsvSource({"PRESENT,,NOT_DUE", "GUEST,FLOATING,GUEST"})
    void an_attendee_who_turns_out_to_be_of_another_branch_is_no_part_of_the_rate(String stated, String ground,
            String counted) {
        // Given
        var branch = City.branch();
        var elsewhere = City.branch();
        var own = City.member(branch);
        var late = Ids.next();
        var text = SessionText.at(branch).attended(own, "PRESENT");
        var id = (ground == null ? text.attended(late, stated) : text.guest(late, ground)).recorded();
        // When
        City.enrolled(late, elsewhere).tell();
        // Then
        eventually(() -> session(branch, id, 2, "pendingDirectory", 0));
        reader(branch).queryParam("studySession", id).queryParam("member", late).get("/session/v1/attendances").then()
                .body("items.state", is(List.of(counted))).body("items.stated", is(List.of(stated)));
        assertEquals("1", FiguresText.of(branch).equalTheirRecords().field("ATTENDANCE_RATE", "denominator"));
        Recount.equalsTheCountersOf(branch);
    }

    @ParameterizedTest
    @CsvSource({"false,2016-09-20,PRESENT,50.00", "true,2016-09-20,PRESENT,50.00", "false,2016-09-21,NOT_DUE,0.00",
            "true,2016-09-21,NOT_DUE,0.00"})
    void who_waited_for_the_directory_counts_by_all_that_is_told_of_him_however_it_is_cut(boolean apart, String on,
            String counted, String rate) {
        // Given
        var branch = City.branch();
        var own = City.member(branch);
        var late = Ids.next();
        var id = SessionText.at(branch).on("2016-09-20").attended(own, "ABSENT").attended(late, "PRESENT").recorded();
        // When
        told(apart, late, City.branch(), branch, on);
        // Then
        attended(branch, id, late, counted);
        assertEquals(rate, FiguresText.of(branch).equalTheirRecords().value("ATTENDANCE_RATE"));
        everyVersionIsPublished(branch, id, counted);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void who_was_transferred_away_before_the_session_is_not_counted_however_it_is_cut(boolean apart) {
        // Given
        var branch = City.branch();
        var own = City.member(branch);
        var late = Ids.next();
        var id = SessionText.at(branch).on("2016-09-20").attended(own, "ABSENT").attended(late, "PRESENT").recorded();
        // When
        told(apart, late, branch, City.branch(), "2016-09-20");
        // Then
        attended(branch, id, late, "NOT_DUE");
        assertEquals("0.00", FiguresText.of(branch).equalTheirRecords().value("ATTENDANCE_RATE"));
        everyVersionIsPublished(branch, id, "NOT_DUE");
    }

    @Test
    void whom_the_directory_knew_when_the_session_was_recorded_stays_as_he_was_recorded() {
        // Given
        var branch = City.branch();
        var member = City.member(branch);
        var id = SessionText.at(branch).on("2016-09-20").attended(member, "PRESENT").recorded();
        // When
        var moved = City.transferred(member, 2, City.branch(), "2016-09-01");
        moved.tell();
        moved.awaitTaken();
        // Then
        attended(branch, id, member, "PRESENT");
        session(branch, id, 1, "present", 1);
        Recount.equalsTheCountersOf(branch);
    }

    @Test
    void a_lecture_is_a_secretary_s_when_his_post_becomes_known() {
        // Given
        var branch = City.branch();
        var lecturer = City.member(branch);
        var id = SessionText.at(branch).attended(lecturer, "PRESENT").lecture(lecturer).recorded();
        assertEquals("0", FiguresText.of(branch).value("SECRETARY_LECTURE_COUNT"));
        // When
        City.secretary(Ids.next(), lecturer, branch).tell();
        // Then
        eventually(() -> lecture(branch, id, "SECRETARY"));
        assertEquals("1", FiguresText.of(branch).equalTheirRecords().value("SECRETARY_LECTURE_COUNT"));
        Recount.equalsTheCountersOf(branch);
    }

    @ParameterizedTest
    @CsvSource({"2016-09-20,MEMBER,0", "2016-09-21,SECRETARY,1"})
    void a_lecture_given_before_the_post_was_left_stays_a_secretary_s(String left, String kind, String counted) {
        // Given
        var branch = City.branch();
        var lecturer = City.member(branch);
        var post = City.knownSecretary(lecturer, branch);
        var id = SessionText.at(branch).on("2016-09-20").attended(lecturer, "PRESENT").lecture(lecturer).recorded();
        lecture(branch, id, "SECRETARY");
        // When
        City.left(post, lecturer, branch, left).tell();
        // Then
        City.await("select count(*) from post_ref where to_day is not null and id = any (?)", List.of(post));
        lecture(branch, id, kind);
        assertEquals(counted, FiguresText.of(branch).equalTheirRecords().value("SECRETARY_LECTURE_COUNT"));
        Recount.equalsTheCountersOf(branch);
    }

    @Test
    void a_post_that_turns_out_to_be_another_s_takes_the_lectures_with_it() {
        // Given
        var branch = City.branch();
        var wrong = City.member(branch);
        var right = City.member(branch);
        var post = City.knownSecretary(wrong, branch);
        var his = SessionText.at(branch).attended(wrong, "PRESENT").lecture(wrong).recorded();
        var hers = SessionText.at(branch).attended(right, "PRESENT").lecture(right).recorded();
        lecture(branch, his, "SECRETARY");
        lecture(branch, hers, "MEMBER");
        // When
        City.corrected(post, 2, right, branch).tell();
        // Then
        eventually(() -> lecture(branch, his, "MEMBER"));
        eventually(() -> lecture(branch, hers, "SECRETARY"));
        assertEquals("1", FiguresText.of(branch).equalTheirRecords().value("SECRETARY_LECTURE_COUNT"));
        assertEquals("PRESENT MEMBER", counted(last(his)));
        Recount.equalsTheCountersOf(branch);
    }

    @Test
    void a_lecture_counts_as_by_the_last_of_several_corrections_that_come_at_once() {
        // Given
        var branch = City.branch();
        var lecturers = City.members(branch, 3);
        var post = City.knownSecretary(lecturers.get(0), branch);
        var sessions = lecturers.stream().map(
                one -> SessionText.at(branch).attended(one, "PRESENT").lecture(one).recorded()).toList();
        City.corrected(post, 3, lecturers.get(2), branch).tell();
        City.corrected(post, 4, lecturers.get(1), branch).tell();
        eventually(() -> assertEquals(List.of("3 GAP", "4 BEHIND_PARKED"), Told.parked(post)));
        // When
        var between = City.corrected(post, 2, lecturers.get(2), branch);
        between.tell();
        between.awaitTaken();
        // Then
        lecture(branch, sessions.get(0), "MEMBER");
        lecture(branch, sessions.get(1), "SECRETARY");
        lecture(branch, sessions.get(2), "MEMBER");
        Recount.equalsTheCountersOf(branch);
    }

    private static void told(boolean apart, UUID member, City.Branch from, City.Branch to, String on) {
        var enrolled = City.enrolled(member, from);
        var moved = City.transferred(member, 2, to, on);
        enrolled.tell();
        if (apart) {
            enrolled.awaitTaken();
        }
        moved.tell();
        moved.awaitTaken();
    }

    private static void attended(City.Branch host, UUID id, UUID member, String counted) {
        reader(host).queryParam("studySession", id).queryParam("member", member).get("/session/v1/attendances").then()
                .statusCode(200).body("items.state", is(List.of(counted))).body("items.stated", is(List.of("PRESENT")));
    }

    private static void everyVersionIsPublished(City.Branch host, UUID id, String counted) {
        var events = OutboxProbe.eventsOf(id);
        for (int i = 0; i < events.size(); i++) {
            assertEquals(i + 1, events.get(i).version());
        }
        assertEquals(counted, last(id).payload().at("/attendance/1/state").asText());
        reader(host).get(SessionText.ADDRESS + "/" + id).then().body("version", is(events.size()));
        Recount.equalsTheCountersOf(host);
    }

    private static TopicEvent last(UUID id) {
        var events = OutboxProbe.eventsOf(id);
        return events.get(events.size() - 1);
    }

    private static String counted(TopicEvent event) {
        return event.payload().at("/attendance/0/state").asText() + " "
                + event.payload().at("/lectures/0/lecturerKind").asText();
    }

    private static void session(City.Branch host, UUID id, int version, String state, int counted) {
        reader(host).get(SessionText.ADDRESS + "/" + id).then().statusCode(200).body("version", is(version))
                .body("attendance." + state, is(counted));
    }

    private static void lecture(City.Branch host, UUID id, String kind) {
        reader(host).queryParam("studySession", id).get("/session/v1/lectures").then().statusCode(200)
                .body("items.lecturerKind", is(List.of(kind)));
    }
}
