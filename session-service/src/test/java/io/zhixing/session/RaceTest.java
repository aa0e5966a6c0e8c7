package io.zhixing.session;

import static io.zhixing.platform.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;

/** Recording and the directory's news at the same moment. */
@QuarkusTest
class RaceTest {

    private static final int ROUNDS = 30;

    @Test
    void whichever_comes_first_every_attendee_and_every_lecture_is_counted_once() throws Exception {
        // Given
        var branch = City.branch();
        var attendees = new ArrayList<UUID>();
        var posts = new ArrayList<UUID>();
        var sessions = new ArrayList<UUID>();
        var threads = Executors.newFixedThreadPool(2);
        // When
        for (int round = 0; round < ROUNDS; round++) {
            var attendee = Ids.next();
            var post = Ids.next();
            attendees.add(attendee);
            posts.add(post);
            var together = new CyclicBarrier(2);
            var recorded = threads.submit(() -> {
                together.await();
                return SessionText.at(branch).attended(attendee, "PRESENT").lecture(attendee).recorded();
            });
            var told = threads.submit(() -> {
                together.await();
                City.secretary(post, attendee, branch).tell();
                City.enrolled(attendee, branch).tell();
                return null;
            });
            sessions.add(recorded.get());
            told.get();
        }
        threads.shutdown();
        City.awaitMembers(attendees);
        City.await("select count(*) from post_ref where id = any (?)", posts);
        // Then
        eventually(() -> assertEquals(ROUNDS, City.count(
                "select count(*) from attendance where state = 'PRESENT' and member_id = any (?)", attendees)));
        Recount.equalsTheCountersOf(branch);
        var figures = FiguresText.of(branch).equalTheirRecords();
        assertEquals(String.valueOf(ROUNDS), figures.value("SESSION_COUNT"));
        assertEquals(String.valueOf(ROUNDS), figures.value("SECRETARY_LECTURE_COUNT"));
        assertEquals("100.00", figures.value("ATTENDANCE_RATE"));
        assertEquals(String.valueOf(ROUNDS), figures.field("ATTENDANCE_RATE", "denominator"));
        sessions.forEach(RaceTest::everyVersionIsPublishedOnce);
    }

    @Test
    void of_two_corrections_at_once_one_is_made_and_the_other_is_told_that_it_read_a_former_version() throws Exception {
        // Given
        var branch = City.branch();
        var member = City.member(branch);
        var id = SessionText.at(branch).attended(member, "PRESENT").lecture(member).recorded();
        var threads = Executors.newFixedThreadPool(8);
        var days = IntStream.rangeClosed(10, 17).<Callable<Response>>mapToObj(
                day -> () -> Correcting.of(branch, id).on("2016-10-" + day).send("\"v1\"")).toList();
        // When
        var statuses = threads.invokeAll(days).stream().map(RaceTest::value).map(Response::statusCode).sorted()
                .toList();
        threads.shutdown();
        // Then
        assertEquals(List.of(200, 412, 412, 412, 412, 412, 412, 412), statuses);
        assertEquals("1", FiguresText.of(branch).equalTheirRecords().value("SESSION_COUNT"));
        Recount.equalsTheCountersOf(branch);
        everyVersionIsPublishedOnce(id);
    }

    @Test
    void of_a_correction_and_voidings_at_once_one_is_made() throws Exception {
        // Given
        var branch = City.branch();
        var member = City.member(branch);
        var threads = Executors.newFixedThreadPool(4);
        int voided = 0;
        // When
        for (int round = 0; round < ROUNDS / 3; round++) {
            var id = SessionText.at(branch).attended(member, "PRESENT").lecture(member).recorded();
            var statuses = threads.invokeAll(List.<Callable<Response>>of(
                    () -> Correcting.of(branch, id).on("2016-10-10").send("\"v1\""),
                    () -> Voiding.of(branch, id).reading("\"v1\"").send(),
                    () -> Voiding.of(branch, id).reading("\"v1\"")
                            .as(Voiding.by("third", "BRANCH_SECRETARY", branch)).send()))
                    .stream().map(RaceTest::value).map(Response::statusCode).toList();
            voided += statuses.get(0) == 200 ? 0 : 1;
            // Then
            assertEquals(List.of(200, 412, 412), statuses.stream().sorted().toList());
            everyVersionIsPublishedOnce(id);
        }
        threads.shutdown();
        assertEquals(String.valueOf(ROUNDS / 3 - voided),
                FiguresText.of(branch).equalTheirRecords().value("SESSION_COUNT"));
        Recount.equalsTheCountersOf(branch);
    }

    @Test
    void a_correction_and_the_directory_s_news_of_who_is_in_it_count_everybody_once() throws Exception {
        // Given
        var branch = City.branch();
        var threads = Executors.newFixedThreadPool(2);
        var attendees = new ArrayList<UUID>();
        var sessions = new ArrayList<UUID>();
        // When
        for (int round = 0; round < ROUNDS; round++) {
            var attendee = Ids.next();
            var id = SessionText.at(branch).attended(attendee, "PRESENT").lecture(attendee).recorded();
            attendees.add(attendee);
            sessions.add(id);
            var day = "2016-10-" + (10 + round % 20);
            var together = new CyclicBarrier(2);
            var corrected = threads.submit(() -> {
                together.await();
                return Correcting.of(branch, id).on(day).send("\"v1\"").statusCode();
            });
            var told = threads.submit(() -> {
                together.await();
                City.secretary(Ids.next(), attendee, branch).tell();
                City.enrolled(attendee, branch).tell();
                return null;
            });
            assertTrue(List.of(200, 412).contains(corrected.get()));
            told.get();
        }
        threads.shutdown();
        // Then
        eventually(() -> assertEquals(ROUNDS, City.count("""
                select count(*) from attendance a join lecture l on l.session_id = a.session_id
                where a.state = 'PRESENT' and l.lecturer_kind = 'SECRETARY' and a.member_id = any (?)""", attendees)));
        FiguresText.of(branch).equalTheirRecords();
        Recount.equalsTheCountersOf(branch);
        sessions.forEach(RaceTest::everyVersionIsPublishedOnce);
    }

    @Test
    void sessions_of_one_host_and_day_recorded_at_once_are_all_counted() throws Exception {
        // Given
        var branch = City.branch();
        var members = City.members(branch, 3);
        var threads = Executors.newFixedThreadPool(8);
        Callable<UUID> record = () -> SessionText.at(branch).present(members).recorded();
        // When
        var recorded = threads.invokeAll(Collections.nCopies(40, record));
        threads.shutdown();
        // Then
        for (var one : recorded) {
            one.get();
        }
        assertEquals("40", FiguresText.of(branch).equalTheirRecords().value("SESSION_COUNT"));
        Recount.equalsTheCountersOf(branch);
    }

    @Test
    void one_session_sent_many_times_at_once_under_one_key_is_recorded_once() throws Exception {
        // Given
        var branch = City.branch();
        var session = SessionText.at(branch).present(City.members(branch, 2));
        var token = Tokens.of("BRANCH_CLERK", branch.code());
        var key = Ids.next().toString();
        var threads = Executors.newFixedThreadPool(8);
        Callable<Response> record = () -> session.postWith(token, key);
        // When
        var answers = threads.invokeAll(Collections.nCopies(24, record)).stream().map(RaceTest::value)
                .toList();
        threads.shutdown();
        // Then
        assertEquals(List.of(),
                answers.stream().map(Response::statusCode).filter(status -> status != 201 && status != 409).toList());
        assertEquals(1, answers.stream()
                .filter(answer -> answer.statusCode() == 201 && answer.header("Idempotent-Replayed") == null).count());
        assertEquals(1, SessionText.sessionsOf(branch));
        Recount.equalsTheCountersOf(branch);
    }

    private static Response value(Future<Response> answer) {
        try {
            return answer.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        } catch (ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }

    private static void everyVersionIsPublishedOnce(UUID session) {
        var version = City.count("select version from study_session where id = any (?)", List.of(session));
        var published = OutboxProbe.ofTheService().events(session, version).stream().map(event -> event.version())
                .toList();
        assertEquals(LongStream.rangeClosed(1, version).boxed().toList(), published);
    }
}
