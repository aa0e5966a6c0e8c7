package io.zhixing.session;

import static io.restassured.RestAssured.given;
import static io.zhixing.platform.testing.Eventually.eventually;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;

/** Counters are taken last, all together and in one order: nobody holds one for long, nor what somebody else waits for crosswise. */
@QuarkusTest
class CounterOrderTest {

    /** One more than a file's rows are written together. */
    private static final int ROWS = 501;

    private static final String WAITING = """
            select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like ?""";

    @Test
    void sessions_that_are_counted_again_take_their_counters_day_by_day() throws Exception {
        // Given
        var branch = City.branch();
        var late = Ids.next();
        for (var day : new String[]{"2016-09-22", "2016-09-20", "2016-09-21"}) {
            SessionText.at(branch).on(day).attended(late, "PRESENT").recorded();
        }
        try (var importing = Database.asPipeline().connect()) {
            importing.setAutoCommit(false);
            hold(importing, branch, "2016-09-20");
            // When
            City.enrolled(late, branch).tell();
            eventually(() -> assertEquals(1, Database.asPipeline().query(WAITING, row -> row.getInt(1),
                    "%for no key update of t").get(0)));
            // Then
            hold(importing, branch, "2016-09-21");
            hold(importing, branch, "2016-09-22");
            importing.rollback();
        }
        eventually(() -> assertEquals("100.00", FiguresText.of(branch).equalTheirRecords().value("ATTENDANCE_RATE")));
        Recount.equalsTheCountersOf(branch);
    }

    @Test
    void whoever_records_does_not_wait_for_a_whole_file_that_is_still_being_read() throws Exception {
        // Given
        var branch = City.branch();
        var members = City.members(branch, 1);
        SessionText.at(branch).present(members).recorded();
        Response job;
        Response answer;
        try (var other = Database.asApplication().within(branch.path()).connect();
                var counting = Database.asPipeline().connect()) {
            counting.setAutoCommit(false);
            other.setAutoCommit(false);
            take(other, branch, "W-" + (ROWS - 1));
            job = wholeFile(branch, members.get(0));
            eventually(() -> assertEquals(1, Database.asApplication().query(WAITING, row -> row.getInt(1),
                    "insert into study_session%").get(0)));
            hold(counting, branch, "2016-09-20");
            counting.rollback();
            // When
            answer = SessionText.at(branch).present(members).post();
            other.rollback();
        }
        // Then
        answer.then().statusCode(201);
        eventually(() -> assertEquals("COMPLETED", state(branch, job).path("state")));
        state(branch, job).then().body("created", is(ROWS)).body("rejected", is(0));
        assertEquals(String.valueOf(ROWS + 2), FiguresText.of(branch).equalTheirRecords().value("SESSION_COUNT"));
        Recount.equalsTheCountersOf(branch);
    }

    /** As an import does, unless somebody holds it already. */
    private static void hold(Connection connection, City.Branch host, String day) throws SQLException {
        try (var statement = connection.prepareStatement(
                "select from study_tally where organization_id = ? and held_on = ?::date for no key update nowait")) {
            statement.setObject(1, host.id());
            statement.setString(2, day);
            assertEquals(true, statement.executeQuery().next());
        }
    }

    /** Writes a session under this number without an end of the transaction: who writes it too must wait. */
    private static void take(Connection connection, City.Branch host, String reference) throws SQLException {
        try (var statement = connection.prepareStatement(
                """
                        insert into study_session (id, organization_id, organization_path, type, contents, started_at, ended_at, held_on, recorded_on,
                          topic_record, discussion_record, outcome_record, state, present, absent, on_leave, exempt, guest, pending_directory,
                          reference, stated_digest, version)
                        values (?, ?, ?, 'TOPIC_DISCUSSION', '{}', '2016-07-01 01:00Z', '2016-07-01 02:00Z', '2016-07-01', '2016-07-01',
                          'x', 'x', 'x', 'RECORDED', 0, 0, 0, 0, 0, 0, ?, 'x', 1)""")) {
            statement.setObject(1, Ids.next());
            statement.setObject(2, host.id());
            statement.setString(3, host.path());
            statement.setString(4, reference);
            statement.executeUpdate();
        }
    }

    private static Response wholeFile(City.Branch host, UUID member) {
        var lines = IntStream.range(0, ROWS).mapToObj(i -> """
                {"reference":"W-%d","organization":"%s","type":"TOPIC_DISCUSSION","contents":["COLLECTIVE_STUDY"],\
                "startedAt":"2016-09-20T09:00:00+08:00","endedAt":"2016-09-20T10:30:00+08:00","topicRecord":"学党章党规",\
                "discussionRecord":"联系实际讨论","outcomeRecord":"形成共识","attendance":[{"member":"%s","state":"PRESENT"}]}"""
                .formatted(i, host.id(), member)).collect(Collectors.joining("\n"));
        return given().auth().oauth2(sender(host)).header("Idempotency-Key", Ids.next().toString())
                .contentType("application/x-ndjson").queryParam("kind", "sessions").queryParam("mode", "allOrNothing")
                .queryParam("dryRun", false).body(lines.getBytes(StandardCharsets.UTF_8)).post("/session/v1/imports")
                .then().statusCode(202).extract().response();
    }

    private static Response state(City.Branch host, Response job) {
        return given().auth().oauth2(sender(host)).get(job.header("Location"));
    }

    private static String sender(City.Branch host) {
        return Tokens.of("SYSTEM_CLIENT", host.code());
    }
}
