package io.zhixing.session;

import static io.zhixing.session.SessionText.reader;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.event.OutboxProbe;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SessionImportTest {

    private static final String HEADER = "编号,主办组织,主办组织名称,活动类型,活动内容,开始时间,结束时间,主题记录,讨论记录,收获记录,出勤,授课";

    @Test
    void a_clerk_s_file_is_recorded_row_by_row_with_attendance_and_lectures_by_number() {
        // Given
        var branch = City.branch();
        var members = City.members(branch, 3);
        var guest = City.member(City.branch());
        City.knownSecretary(members.get(0), branch);
        var attendance = number(members.get(0)) + ";" + number(members.get(1)) + ":请假;" + number(members.get(2))
                + ":ABSENT;" + number(guest) + ":列席:联合活动";
        // When
        var file = SessionFile.csv(branch, false, HEADER,
                row(branch, "2016-001", attendance, number(members.get(0)) + ":45:做合格党员"),
                row(branch, "2016-002", attendance, "@外请教师:30:党史"));
        // Then
        assertEquals(List.of("CREATED", "CREATED"), file.outcomes(), file.codes().toString());
        reader(branch).queryParam("count", "true").get("/session/v1/lectures").then().body("total", is(2))
                .body("items.lecturerKind", is(List.of("SECRETARY", "EXTERNAL")));
        var figures = FiguresText.of(branch).equalTheirRecords();
        assertEquals("2", figures.value("SESSION_COUNT"));
        assertEquals("1", figures.value("SECRETARY_LECTURE_COUNT"));
        assertEquals("33.33", figures.value("ATTENDANCE_RATE"));
        Recount.equalsTheCountersOf(branch);
        assertEquals("GUEST", OutboxProbe.eventsOf(sessions(branch).get(0)).get(0).payload()
                .at("/attendance/3/state").asText());
    }

    @Test
    void another_system_sends_a_session_a_line_for_many_branches() {
        // Given
        var committee = City.committee();
        var lines = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            var branch = City.branchUnder(committee);
            var member = City.member(branch);
            IntStream.range(0, 5).forEach(n -> lines.add(line(branch, "A-" + n, "{\"member\":\"" + member
                    + "\",\"state\":\"PRESENT\"}")));
        }
        // When
        var file = SessionFile.lines(committee, false, lines);
        // Then
        file.job().then().body("rowsRead", is(15)).body("created", is(15)).body("rejected", is(0));
        var figures = FiguresText.of(committee).equalTheirRecords();
        assertEquals("15", figures.value("SESSION_COUNT"));
        assertEquals("100.00", figures.value("ATTENDANCE_RATE"));
    }

    @Test
    void the_same_file_again_changes_nothing_and_another_session_of_a_known_number_is_refused() {
        // Given
        var branch = City.branch();
        var members = City.members(branch, 2);
        var first = row(branch, "N-1", number(members.get(0)), "");
        assertEquals(List.of("CREATED"), SessionFile.csv(branch, false, HEADER, first).outcomes());
        // When
        var again = SessionFile.csv(branch, false, HEADER, first);
        var other = SessionFile.csv(branch, false, HEADER, row(branch, "N-1", number(members.get(1)), ""));
        // Then
        assertEquals(List.of("UNCHANGED"), again.outcomes());
        assertEquals(List.of("SESSION_ALREADY_RECORDED"), other.codes());
        assertEquals(1, SessionText.sessionsOf(branch));
        assertEquals(1, OutboxProbe.eventsOf(sessions(branch).get(0)).size());
        Recount.equalsTheCountersOf(branch);
    }

    @Test
    void a_number_that_is_known_is_refused_by_the_single_call_too() {
        // Given
        var branch = City.branch();
        var session = SessionText.at(branch).present(City.members(branch, 1)).with("reference", "N-7");
        session.recorded();
        // When
        var answer = session.post();
        // Then
        answer.then().statusCode(409).body("code", is("SESSION_ALREADY_RECORDED"));
        assertEquals(1, SessionText.sessionsOf(branch));
    }

    @Test
    void each_row_is_refused_by_the_code_of_the_single_call_and_the_good_ones_are_recorded() {
        // Given
        var branch = City.branch();
        var member = number(City.member(branch));
        var stranger = number(City.member(City.branch()));
        var outside = City.branch();
        var lines = List.of(HEADER, row(branch, "1", member, ""), row(branch, "2", member + ";" + member, ""),
                row(branch, "3", stranger, ""), row(branch, "4", "M-nobody", ""), row(outside, "5", member, ""),
                row(branch, "6", member + ":下棋", ""), row(branch, "7", "", ""),
                row(branch, "8", member, "").replace("2016-09-20T10", "2016-09-20T08"),
                row(branch, "9", member, "").replace("2016-09-20", "2009-09-20"),
                row(branch, "10", member, "").replace("集中学习,2016", "听党课,2016"), row(branch, "1", member, ""),
                row(branch, "11", member, ""));
        // When
        var dry = SessionFile.csv(branch, true, lines.toArray(String[]::new));
        assertEquals(0, SessionText.sessionsOf(branch));
        var file = SessionFile.csv(branch, false, lines.toArray(String[]::new));
        // Then
        assertEquals(List.of("", "ATTENDEE_REPEATED", "GUEST_WITHOUT_GROUND", "REFERENCE_UNKNOWN", "REFERENCE_UNKNOWN",
                "FIELD_WRONG_TYPE", "VALUE_INVALID", "SESSION_ENDS_BEFORE_START", "ORGANIZATION_NOT_ACTIVE",
                "LECTURER_REQUIRED", "DUPLICATE_IN_FILE", ""), file.codes());
        assertEquals(file.codes(), dry.codes());
        assertEquals(file.outcomes(), dry.outcomes());
        assertEquals(2, SessionText.sessionsOf(branch));
        Recount.equalsTheCountersOf(branch);
    }

    @Test
    void a_session_that_was_taken_back_because_it_could_not_be_counted_is_not_counted_with_the_next_one() {
        // Given
        var branch = City.branch();
        var member = number(City.member(branch));
        var uncountable = row(branch, "T-1", member, "");
        var countable = row(branch, "T-2", member, "").replace("2016-09-20", "2016-09-21");
        counterOutOfReach(branch, "2016-09-20");
        // When
        var file = SessionFile.csv(branch, false, HEADER, uncountable, countable);
        // Then
        assertEquals(List.of("FORBIDDEN", ""), file.codes());
        assertEquals(1, SessionText.sessionsOf(branch));
        assertEquals(List.of("2016-09-20 0", "2016-09-21 1"), Database.asPipeline().query(
                "select held_on || ' ' || sessions from study_tally where organization_id = ? order by held_on",
                row -> row.getString(1), branch.id()));
    }

    @Test
    void one_session_whose_host_is_named_by_code_and_by_id_stands_twice_in_the_file_dry_or_not() {
        // Given
        var branch = City.branch();
        var member = number(City.member(branch));
        var byCode = row(branch, "D-1", member, "");
        var byId = byCode.replace(branch.code(), branch.id().toString());
        // When
        var dry = SessionFile.csv(branch, true, HEADER, byCode, byId);
        var file = SessionFile.csv(branch, false, HEADER, byCode, byId);
        // Then
        assertEquals(List.of("", "DUPLICATE_IN_FILE"), file.codes());
        assertEquals(file.codes(), dry.codes());
        assertEquals(1, SessionText.sessionsOf(branch));
    }

    /** Of this host and day there is one below another organization: the database refuses to count there. */
    private static void counterOutOfReach(City.Branch host, String day) {
        var elsewhere = City.branch().path();
        Database.asApplication().within(elsewhere).query(
                """
                insert into study_tally values (?, ?::date, ?, ?, 0, 0, 0, 0, 0, 0, 0, 0, 0) returning organization_id""",
                row -> row.getString(1), host.id(), day, City.today(), elsewhere);
    }

    private static String row(City.Branch host, String reference, String attendance, String lectures) {
        return String.join(",", reference, host.code(), "示例支部", "专题学习讨论", "集中学习", "2016-09-20T09:00:00+08:00",
                "2016-09-20T10:30:00+08:00", "学党章党规", "联系实际讨论", "形成共识", attendance, lectures);
    }

    private static String line(City.Branch host, String reference, String... attendance) {
        return """
                {"reference":"%s","organization":"%s","type":"TOPIC_DISCUSSION","contents":["COLLECTIVE_STUDY"],"startedAt":"2016-09-20T09:00:00+08:00",\
                "endedAt":"2016-09-20T10:30:00+08:00","topicRecord":"学党章党规","discussionRecord":"联系实际讨论","outcomeRecord":"形成共识",\
                "attendance":[%s]}""".formatted(reference, host.id(), String.join(",", attendance));
    }

    private static String number(UUID member) {
        return "M" + member.toString().substring(24);
    }

    private static List<UUID> sessions(City.Branch host) {
        return Database.asPipeline().query("select id from study_session where organization_id = ? order by id",
                row -> row.getObject(1, UUID.class), host.id());
    }
}
