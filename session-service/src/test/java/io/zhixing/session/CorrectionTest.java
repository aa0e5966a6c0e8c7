package io.zhixing.session;

import static io.zhixing.platform.testing.Eventually.eventually;
import static io.zhixing.session.SessionText.reader;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.event.TopicEvent;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 更正: what was recorded wrongly is set right, and what it said before stays. */
@QuarkusTest
class CorrectionTest {

    @Test
    void a_session_of_a_wrong_day_counts_on_the_right_one_and_as_known_before_on_the_wrong_one() {
        // Given
        var branch = City.branch();
        var members = City.members(branch, 2);
        City.knownSecretary(members.get(0), branch);
        var id = SessionText.at(branch).on("2016-09-30").present(members).lecture(members.get(0)).recorded();
        Correcting.aDayPasses(branch);
        // When
        var corrected = Correcting.of(branch, id).on("2016-10-01").with("lectures", List.of())
                .attendanceOf(SessionText.at(branch).attended(members.get(0), "PRESENT").attended(members.get(1),
                        "ABSENT"))
                .send();
        // Then
        corrected.then().statusCode(200);
        assertEquals("0 0 null", figures(branch, "2016-09", 0));
        assertEquals("1 0 50.00", figures(branch, "2016-10", 0));
        assertEquals("1 1 100.00", figures(branch, "2016-09", 1));
        assertEquals("0 0 null", figures(branch, "2016-10", 1));
        Recount.equalsTheCountersOf(branch);
    }

    @Test
    void the_corrected_session_says_so_and_its_history_tells_why_and_who() {
        // Given
        var branch = City.branch();
        var member = City.member(branch);
        var id = SessionText.at(branch).on("2016-09-30").with("place", "活动室").attended(member, "PRESENT").recorded();
        Correcting.aDayPasses(branch);
        // When
        var corrected = Correcting.of(branch, id).with("topicRecord", "学党史").with("removed", List.of("PLACE")).send();
        // Then
        var today = City.today();
        int late = (int) ChronoUnit.DAYS.between(LocalDate.of(2016, 9, 30), today.minusDays(1));
        corrected.then().statusCode(200).header("ETag", "\"v2\"").body("version", is(2))
                .body("topicRecord", is("学党史")).body("place", nullValue()).body("discussionRecord", is("联系实际讨论"))
                .body("correctedOn", is(today.toString())).body("recordedOn", is(today.minusDays(1).toString()))
                .body("recordedLateBy", is(late))
                .body("attendance.present", is(1));
        reader(branch).get(SessionText.ADDRESS + "/" + id).then().body("topicRecord", is("学党史"))
                .body("correctedOn", is(today.toString()));
        reader(branch).get(SessionText.ADDRESS + "/" + id + "/history").then().statusCode(200)
                .body("items.step", is(List.of("correct"))).body("items[0].version", is(2))
                .body("items[0].comment", is("登记有误")).body("items[0].on", is(today.toString()))
                .body("items[0].enteredBy", is("test/test"));
        reader(branch).queryParam("organization", branch.code()).get(SessionText.ADDRESS).then()
                .body("items.topicRecord", is(List.of("学党史"))).body("items.recordedLateBy", is(List.of(late)));
    }

    @Test
    void a_correction_is_published_whole_with_the_version_that_was_wrong() {
        // Given
        var branch = City.branch();
        var members = City.members(branch, 2);
        var id = SessionText.at(branch).present(members).lecture(members.get(0)).recorded();
        // When
        Correcting.of(branch, id).on("2016-10-08")
                .attendanceOf(SessionText.at(branch).attended(members.get(1), "ON_LEAVE")).send().then()
                .statusCode(200);
        // Then
        var events = OutboxProbe.ofTheService().events(id, 2);
        assertEquals(List.of("study-session-recorded.v1", "study-session-corrected.v1"),
                events.stream().map(TopicEvent::name).toList());
        var told = events.get(1).payload();
        assertEquals(2, events.get(1).version());
        assertEquals(1, told.path("corrects").asInt());
        assertEquals(City.today().toString(), told.path("correctedOn").asText());
        assertEquals("2016-10-08", told.path("heldOn").asText());
        assertEquals(1, told.path("attendance").size());
        assertEquals(members.get(1) + " ON_LEAVE",
                told.at("/attendance/0/memberId").asText() + " " + told.at("/attendance/0/state").asText());
        assertEquals(1, told.path("lectures").size());
    }

    @Test
    void whom_a_correction_leaves_out_is_not_counted_later_and_who_waits_for_the_directory_is() {
        // Given
        var branch = City.branch();
        var gone = Ids.next();
        var late = Ids.next();
        var id = SessionText.at(branch).attended(gone, "PRESENT").attended(City.member(branch), "PRESENT").recorded();
        Correcting.of(branch, id).attendanceOf(SessionText.at(branch).attended(late, "ABSENT")).send().then()
                .statusCode(200).body("attendance.pendingDirectory", is(1));
        // When
        City.enrolled(gone, branch).tell();
        City.enrolled(late, branch).tell();
        City.awaitMembers(List.of(gone, late));
        // Then
        eventually(() -> reader(branch).get(SessionText.ADDRESS + "/" + id).then().body("version", is(3))
                .body("attendance.present", is(0)).body("attendance.absent", is(1)));
        assertEquals("study-session-recorded.v1", OutboxProbe.ofTheService().events(id, 3).get(2).name());
        assertEquals("0.00", FiguresText.of(branch).equalTheirRecords().value("ATTENDANCE_RATE"));
        Recount.equalsTheCountersOf(branch);
    }

    @Test
    void a_correction_is_judged_as_a_whole_by_what_the_directory_knows_now() {
        // Given
        var branch = City.branch();
        var member = City.member(branch);
        var id = SessionText.at(branch).on("2016-09-20").attended(member, "PRESENT").recorded();
        var moved = City.transferred(member, 2, City.branch(), "2016-10-01");
        moved.tell();
        moved.awaitTaken();
        // When
        var stillHis = Correcting.of(branch, id).on("2016-09-30").send();
        var noLongerHis = Correcting.of(branch, id).on("2016-10-01").send();
        // Then
        stillHis.then().statusCode(200);
        noLongerHis.then().statusCode(422).body("code", is("GUEST_WITHOUT_GROUND"))
                .body("errors.pointer", is(List.of("/attendance/0/state")));
    }

    @ParameterizedTest
    @CsvSource({"startedAt,2016-09-20T11:00:00+08:00,422,SESSION_ENDS_BEFORE_START,/endedAt",
            "endedAt,2999-01-01T09:00:00+08:00,409,HELD_IN_FUTURE,/endedAt",
            "type,PARTY_LECTURE,422,LECTURER_REQUIRED,/lectures",
            "topicRecord,' ',400,VALIDATION_FAILED,/topicRecord", "reason,' ',400,VALIDATION_FAILED,/reason",
            "organizationId,01912d68-783e-7a0f-8000-0f54b3b0a4d2,400,FIELD_READ_ONLY,/organizationId"})
    void a_correction_is_refused_as_the_recording_would_be(String field, String value, int status, String code,
            String pointer) {
        // Given
        var branch = City.branch();
        var id = SessionText.at(branch).attended(City.member(branch), "PRESENT").recorded();
        // When
        var answer = Correcting.of(branch, id).with(field, value).send();
        // Then
        answer.then().statusCode(status).body("code", is(code)).body("errors.pointer", hasItem(pointer));
        unchanged(branch, id);
    }

    @Test
    void a_correction_that_changes_nothing_or_was_made_of_a_former_version_is_refused() {
        // Given
        var branch = City.branch();
        var member = City.member(branch);
        var right = SessionText.at(branch).with("classHours", Map.of("value", "2.0", "unit", "CLASS_HOUR"))
                .attended(member, "PRESENT").lecture(member);
        var id = right.recorded();
        // When
        var nothing = Correcting.of(branch, id).attendanceOf(right).with("lectures", right.lectures)
                .with("classHours", Map.of("value", "2", "unit", "CLASS_HOUR")).send();
        var stale = Correcting.of(branch, id).with("place", "活动室").send("\"v7\"");
        var withoutTag = Correcting.of(branch, id).with("place", "活动室").send("*");
        // Then
        nothing.then().statusCode(422).body("code", is("CORRECTION_CHANGES_NOTHING"));
        stale.then().statusCode(412).header("ETag", "\"v1\"");
        withoutTag.then().statusCode(428);
        unchanged(branch, id);
    }

    @Test
    void a_number_that_another_session_of_the_host_has_is_refused() {
        // Given
        var branch = City.branch();
        var member = City.member(branch);
        SessionText.at(branch).with("reference", "S-1").attended(member, "PRESENT").recorded();
        var id = SessionText.at(branch).with("reference", "S-2").attended(member, "PRESENT").recorded();
        // When
        var answer = Correcting.of(branch, id).with("reference", "S-1").send();
        // Then
        answer.then().statusCode(409).body("code", is("SESSION_ALREADY_RECORDED"));
    }

    @Test
    void a_superior_s_clerk_corrects_nothing_of_a_committee_and_its_officer_does() {
        // Given
        var committee = City.committee();
        var member = City.member(City.branchUnder(committee));
        var id = UUID.fromString(SessionText.at(committee).guest(member, "POST").postAs("CAMPAIGN_OFFICER").then()
                .statusCode(201).extract().path("id"));
        // When
        var clerk = Correcting.of(committee, id).with("place", "会议室").send();
        var officer = Correcting.of(committee, id).with("place", "会议室").as("CAMPAIGN_OFFICER").send();
        // Then
        clerk.then().statusCode(403);
        officer.then().statusCode(200);
    }

    private static void unchanged(City.Branch host, UUID id) {
        reader(host).get(SessionText.ADDRESS + "/" + id).then().body("version", is(1))
                .body("correctedOn", nullValue());
        reader(host).get(SessionText.ADDRESS + "/" + id + "/history").then().body("items", is(List.of()));
        Recount.equalsTheCountersOf(host);
    }

    /** Sessions, secretaries' lectures and rate of a month, as known so many days ago; the lists behind them agree. */
    private static String figures(City.Branch branch, String month, int daysAgo) {
        var last = YearMonth.parse(month).atEndOfMonth();
        var figures = FiguresText.of(branch, Map.of("from", month + "-01", "to", last.toString(), "asOf",
                City.today().minusDays(daysAgo).toString())).equalTheirRecords();
        var now = FiguresText.of(branch, month + "-01", last.toString()).equalTheirRecords();
        var found = values(figures);
        assertTrue(daysAgo > 0 || found.equals(values(now)), found);
        return found;
    }

    private static String values(FiguresText figures) {
        return figures.value("SESSION_COUNT") + " " + figures.value("SECRETARY_LECTURE_COUNT") + " "
                + figures.value("ATTENDANCE_RATE");
    }
}
