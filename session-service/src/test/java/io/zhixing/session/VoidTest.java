package io.zhixing.session;

import static io.restassured.RestAssured.given;
import static io.zhixing.session.SessionText.reader;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 作废: a session that is none counts nowhere, and stays readable. */
@QuarkusTest
class VoidTest {

    @Test
    void a_voided_session_counts_in_no_figure_and_as_known_before_as_before() {
        // Given
        var branch = City.branch();
        var member = City.member(branch);
        City.knownSecretary(member, branch);
        var id = SessionText.at(branch).attended(member, "PRESENT").lecture(member).recorded();
        SessionText.at(branch).on("2016-09-21").attended(member, "ABSENT").recorded();
        Correcting.aDayPasses(branch);
        // When
        var voided = Voiding.of(branch, id).send();
        // Then
        voided.then().statusCode(200).header("ETag", "\"v2\"").body("state", is("VOIDED"))
                .body("voidedOn", is(City.today().toString())).body("lectures.lecturerKind", is(List.of("SECRETARY")));
        var now = FiguresText.of(branch).equalTheirRecords();
        assertEquals("1 0 0.00", values(now));
        var before = FiguresText.of(branch, Map.of("from", "2016-01-01", "to", "2016-12-31", "asOf",
                City.today().minusDays(1).toString())).equalTheirRecords();
        assertEquals("2 1 50.00", values(before));
        Recount.equalsTheCountersOf(branch);
    }

    @Test
    void lists_show_it_when_they_are_asked_for_the_state_and_its_history_tells_why() {
        // Given
        var branch = City.branch();
        var member = City.member(branch);
        var id = SessionText.at(branch).attended(member, "PRESENT").recorded();
        var kept = SessionText.at(branch).attended(member, "PRESENT").recorded();
        // When
        Voiding.of(branch, id).with("on", "2016-10-01").send().then().statusCode(200);
        // Then
        assertEquals(List.of(kept.toString()), listed(branch, Map.of()));
        assertEquals(List.of(id.toString()), listed(branch, Map.of("state", "VOIDED")));
        assertEquals(List.of(id.toString()),
                listed(branch, Map.of("state", "VOIDED", "recordedUntil", City.today().toString())));
        reader(branch).queryParam("studySession", id).get("/session/v1/attendances").then()
                .body("items", is(List.of()));
        reader(branch).get(SessionText.ADDRESS + "/" + id + "/history").then()
                .body("items.step", is(List.of("void"))).body("items[0].toState", is("VOIDED"))
                .body("items[0].comment", is("重复登记")).body("items[0].on", is("2016-10-01"))
                .body("items[0].enteredBy", is("test/" + Voiding.ANOTHER));
        reader(branch).get(SessionText.ADDRESS + "/" + id).then().body("voidedOn", is("2016-10-01"))
                .body("attendance.present", is(1));
    }

    @Test
    void it_is_published_and_the_directory_s_news_change_it_no_more() {
        // Given
        var branch = City.branch();
        var late = Ids.next();
        var id = SessionText.at(branch).attended(late, "PRESENT").lecture(late).with("convenerMemberId", late)
                .recorded();
        Voiding.of(branch, id).send().then().statusCode(200);
        // When
        City.enrolled(late, branch).tell();
        City.awaitMembers(List.of(late));
        // Then
        var later = SessionText.at(branch).attended(late, "PRESENT").recorded();
        OutboxProbe.eventsOf(later);
        var events = OutboxProbe.ofTheService().events(id, 2);
        assertEquals(List.of("study-session-recorded.v1", "study-session-voided.v1"),
                events.stream().map(event -> event.name()).toList());
        assertEquals(City.today().toString(), events.get(1).payload().path("effectiveOn").asText());
        reader(branch).get(SessionText.ADDRESS + "/" + id).then().body("version", is(2))
                .body("attendance.pendingDirectory", is(1)).body("convenerRelation", is("PENDING_DIRECTORY"));
        Recount.equalsTheCountersOf(branch);
    }

    @Test
    void its_number_is_free_for_the_right_one() {
        // Given
        var branch = City.branch();
        var member = City.member(branch);
        var id = SessionText.at(branch).with("reference", "S-1").attended(member, "PRESENT").recorded();
        // When
        Voiding.of(branch, id).send().then().statusCode(200).body("reference", is("S-1"));
        var right = SessionText.at(branch).with("reference", "S-1").attended(member, "PRESENT").post();
        var twice = SessionText.at(branch).with("reference", "S-1").attended(member, "PRESENT").post();
        // Then
        right.then().statusCode(201);
        twice.then().statusCode(409).body("code", is("SESSION_ALREADY_RECORDED"));
    }

    @Test
    void the_row_of_a_voided_session_is_imported_as_a_new_one() {
        // Given
        var branch = City.branch();
        var line = """
                {"reference":"S-1","organization":"%s","type":"TOPIC_DISCUSSION","startedAt":"2016-09-20T09:00:00+08:00",\
                "endedAt":"2016-09-20T10:30:00+08:00","topicRecord":"学党章","discussionRecord":"讨论","outcomeRecord":"共识",\
                "attendance":[{"member":"%s","state":"PRESENT"}]}""".formatted(branch.code(), City.member(branch));
        assertEquals(List.of("CREATED"), SessionFile.lines(branch, false, List.of(line)).outcomes());
        var id = UUID.fromString(reader(branch).get(SessionText.ADDRESS).path("items[0].id"));
        Voiding.of(branch, id).send().then().statusCode(200);
        // When
        var again = SessionFile.lines(branch, false, List.of(line));
        // Then
        assertEquals(List.of("CREATED"), again.outcomes());
        assertEquals(1, SessionText.sessionsOf(branch));
    }

    @Test
    void neither_who_recorded_it_nor_who_corrected_it_last_voids_it() {
        // Given
        var branch = City.branch();
        var id = SessionText.at(branch).attended(City.member(branch), "PRESENT").recorded();
        var recorder = Voiding.by("test", "BRANCH_SECRETARY", branch);
        Voiding.of(branch, id).as(recorder).send().then().statusCode(409).body("code", is("RECORDER_VOIDS"));
        Correcting.of(branch, id).with("place", "活动室").by(Voiding.ANOTHER).send().then().statusCode(200);
        // When
        var byRecorder = Voiding.of(branch, id).as(recorder).send();
        var byCorrector = Voiding.of(branch, id).send();
        var byThird = Voiding.of(branch, id).as(Voiding.by("third", "BRANCH_SECRETARY", branch)).send();
        // Then
        byRecorder.then().statusCode(409).body("code", is("RECORDER_VOIDS"));
        byCorrector.then().statusCode(409).body("code", is("RECORDER_VOIDS"));
        byThird.then().statusCode(200);
    }

    @Test
    void a_branch_s_secretary_or_an_officer_above_it_voids() {
        // Given
        var committee = City.committee();
        var branch = City.branchUnder(committee);
        var member = City.member(branch);
        var id = SessionText.at(branch).attended(member, "PRESENT").recorded();
        var other = UUID.fromString(SessionText.at(committee).guest(member, "POST").postAs("CAMPAIGN_OFFICER")
                .then().statusCode(201).extract().path("id"));
        // When
        var officerAtTheBranch = Voiding.of(branch, id)
                .as(Voiding.by(Voiding.ANOTHER, "CAMPAIGN_OFFICER", branch)).send();
        var clerk = Voiding.of(branch, id).as(Voiding.by(Voiding.ANOTHER, "BRANCH_CLERK", branch)).send();
        var secretaryOfACommittee = Voiding.of(committee, other).send();
        var officer = Voiding.of(branch, id).as(Voiding.by(Voiding.ANOTHER, "CAMPAIGN_OFFICER", committee)).send();
        var officerOfTheHost = Voiding.of(committee, other)
                .as(Voiding.by(Voiding.ANOTHER, "CAMPAIGN_OFFICER", committee)).send();
        // Then
        assertEquals(List.of(403, 403, 403, 200, 200),
                List.of(officerAtTheBranch.statusCode(), clerk.statusCode(), secretaryOfACommittee.statusCode(),
                        officer.statusCode(), officerOfTheHost.statusCode()));
    }

    @Test
    void what_is_voided_is_neither_voided_again_nor_corrected() {
        // Given
        var branch = City.branch();
        var id = SessionText.at(branch).attended(City.member(branch), "PRESENT").recorded();
        Voiding.of(branch, id).send().then().statusCode(200);
        // When
        var again = Voiding.of(branch, id).send();
        var corrected = Correcting.of(branch, id).with("place", "活动室").send();
        // Then
        again.then().statusCode(409).body("code", is("TRANSITION_NOT_AVAILABLE"));
        corrected.then().statusCode(409).body("code", is("SESSION_VOIDED"));
        Recount.equalsTheCountersOf(branch);
    }

    @ParameterizedTest
    @CsvSource({"comment,' ',422,STEP_REASON_REQUIRED", "on,2016-09-19,422,TRANSITION_DAY_INVALID",
            "on,2999-01-01,422,TRANSITION_DAY_INVALID", "transition,hide,409,TRANSITION_NOT_AVAILABLE"})
    void a_step_without_reason_or_on_an_impossible_day_is_refused(String field, String value, int status, String code) {
        // Given
        var branch = City.branch();
        var id = SessionText.at(branch).on("2016-09-20").attended(City.member(branch), "PRESENT").recorded();
        // When
        var answer = Voiding.of(branch, id).with(field, value).send();
        // Then
        answer.then().statusCode(status).body("code", is(code));
        reader(branch).get(SessionText.ADDRESS + "/" + id).then().body("state", is("RECORDED"))
                .body("voidedOn", nullValue());
    }

    @Test
    void who_may_void_it_is_told_before_he_does() {
        // Given
        var branch = City.branch();
        var id = SessionText.at(branch).attended(City.member(branch), "PRESENT").recorded();
        var address = SessionText.ADDRESS + "/" + id + "/transitions";
        // When
        var recorder = given().auth().oauth2(Voiding.by("test", "BRANCH_SECRETARY", branch)).get(address);
        var another = given().auth().oauth2(Voiding.by(Voiding.ANOTHER, "BRANCH_SECRETARY", branch)).get(address);
        // Then
        recorder.then().body("transitions.name", is(List.of("void"))).body("transitions[0].allowed", is(false))
                .body("transitions[0].reasons.code", is(List.of("RECORDER_VOIDS")));
        another.then().body("transitions[0].allowed", is(true))
                .body("transitions[0].requires", is(List.of("on", "comment")));
    }

    private static List<String> listed(City.Branch host, Map<String, String> asked) {
        return reader(host).queryParams(asked).queryParam("organization", host.code()).get(SessionText.ADDRESS).then()
                .statusCode(200).extract().path("items.id");
    }

    private static String values(FiguresText figures) {
        return figures.value("SESSION_COUNT") + " " + figures.value("SECRETARY_LECTURE_COUNT") + " "
                + figures.value("ATTENDANCE_RATE");
    }
}
