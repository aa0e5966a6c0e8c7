package io.zhixing.project;

import static io.zhixing.platform.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.zhixing.platform.testing.database.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Notices that are put up, objected to and taken down at once: none is doubled, and none passes over an objection. */
@QuarkusTest
@ExtendWith({NoDrift.class, NoDeadlock.class})
class NoticeRaceTest {

    private static final String LATE = "412 PRECONDITION_FAILED";
    private static final String TOO_LATE = "409 TRANSITION_NOT_AVAILABLE";
    private static final String STOPPED = "409 OBJECTION_OPEN";

    private final Fund fund = new Fund();
    private final Announced announced = new Announced(fund);

    @Test
    void of_many_notices_for_overlapping_days_that_come_at_once_one_is_put_up() {
        // Given
        var project = fund.villageClerk.makes("projects", fund.proposal());
        // When
        var answers = Race.of(IntStream.range(0, 10).<Supplier<Response>>mapToObj(i -> () -> fund.clerk()
                .body(Map.of("projectId", project, "kind", "PLAN", "level", "VILLAGE", "startsOn",
                        "2016-04-" + (10 + i), "endsOn", "2016-04-25"))
                .post(Fund.BASE + "notices")).toList());
        // Then
        assertEquals(Map.of("201", 1L, "409 NOTICE_OVERLAPS", 9L), Race.outcomes(answers));
        assertEquals(1, noticesOf(project).getList("items.findAll { it.kind == 'PLAN' }").size());
    }

    /** Behind its row: of two for the same days that are both written already, each would wait for what becomes of the other. */
    @Test
    void notices_of_one_project_are_put_up_one_after_another() throws Exception {
        // Given
        var project = fund.villageClerk.makes("projects", fund.proposal());
        List<Future<Response>> coming;
        try (var other = HeldRow.of("project", project)) {
            // When
            coming = Race.started(Collections.nCopies(4, () -> fund.clerk().body(Map.of("projectId", project, "kind",
                    "PLAN", "level", "VILLAGE", "startsOn", "2016-04-10", "endsOn", "2016-04-25"))
                    .post(Fund.BASE + "notices")));
            eventually(() -> assertEquals(4, other.waiting()));
        }
        // Then
        assertEquals(Map.of("201", 1L, "409 NOTICE_OVERLAPS", 3L), Race.outcomes(Race.answers(coming)));
    }

    @Test
    void notices_of_one_project_for_other_days_or_levels_do_not_stand_in_one_another_s_way() {
        // Given
        var project = fund.villageClerk.makes("projects", fund.proposal());
        // When
        var answers = Race.of(IntStream.range(0, 8).<Supplier<Response>>mapToObj(i -> () -> fund.approver()
                .body(Map.of("projectId", project, "kind", "PLAN", "level", i % 2 == 0 ? "VILLAGE" : "TOWN",
                        "startsOn", "2016-04-1" + i / 2, "endsOn", "2016-04-1" + i / 2))
                .post(Fund.BASE + "notices")).toList());
        // Then
        assertEquals(Map.of("201", 8L), Race.outcomes(answers));
    }

    @Test
    void of_many_who_publish_one_project_at_once_one_puts_up_its_notice() {
        // Given
        var project = fund.villageClerk.makes("projects", fund.proposal());
        fund.taken(fund.approver, "projects/" + project, "approve", "2016-04-20");
        var read = fund.tag("projects/" + project);
        // When
        var answers = Race.of(8, () -> fund.moveFrom(read, fund.approver(), "projects/" + project,
                Map.of("transition", "publish", "on", "2016-05-03")));
        // Then
        assertEquals(Map.of("200", 1L, LATE, 7L), Race.outcomes(answers));
        assertEquals(1, noticesOf(project).getList("items").size());
    }

    @Test
    void a_notice_passes_before_every_objection_or_not_at_all() {
        // Given
        var notices = Stream.generate(() -> announced.noticeOf(announced.until("2016-05-10"))).limit(6).toList();
        var calls = new ArrayList<Supplier<Response>>();
        for (var notice : notices) {
            var read = fund.tag("notices/" + notice);
            calls.add(() -> object(notice));
            calls.add(() -> fund.moveFrom(read, fund.approver(), "notices/" + notice,
                    Map.of("transition", "pass", "on", "2016-05-12")));
            calls.add(() -> object(notice));
        }
        // When
        var answers = Race.of(calls);
        // Then
        for (int i = 0; i < notices.size(); i++) {
            var passing = answers.get(3 * i + 1);
            var objecting = Race.outcomes(List.of(answers.get(3 * i), answers.get(3 * i + 2)));
            judge(passing, objecting, 2L);
            var notice = fund.reader().get(Fund.BASE + "notices/" + notices.get(i)).jsonPath();
            assertEquals(Race.isDone(passing) ? "PASSED" : "OPEN", notice.getString("state"));
            assertEquals(Race.isDone(passing) ? 0 : 2, notice.getInt("openObjections"));
        }
    }

    @Test
    void a_project_enters_the_library_before_every_objection_or_not_at_all() {
        // Given
        var projects = Stream.generate(() -> announced.until("2016-05-10")).limit(6).toList();
        var calls = new ArrayList<Supplier<Response>>();
        for (var project : projects) {
            var notice = announced.noticeOf(project);
            var read = fund.tag("projects/" + project);
            calls.add(() -> object(notice));
            calls.add(() -> fund.moveFrom(read, fund.approver(), "projects/" + project,
                    Map.of("transition", "list", "on", "2016-05-12")));
        }
        // When
        var answers = Race.of(calls);
        // Then
        for (int i = 0; i < projects.size(); i++) {
            var listing = answers.get(2 * i + 1);
            judge(listing, Race.outcomes(List.of(answers.get(2 * i))), 1L);
            assertEquals(Race.isDone(listing) ? "IN_LIBRARY" : "PUBLIC_NOTICE",
                    fund.state("projects/" + projects.get(i)));
            assertEquals(Race.isDone(listing) ? "PASSED" : "OPEN",
                    noticesOf(projects.get(i)).getString("items[0].state"));
        }
    }

    /** Each has judged a notice without an objection; the version of the project that he read is still its own. */
    @Test
    void whoever_waits_for_an_objection_to_be_recorded_is_told_of_it() throws Exception {
        // Given
        var listed = announced.until("2016-05-10");
        var entry = announced.noticeOf(listed);
        var notice = announced.noticeOf(announced.until("2016-05-10"));
        var readOfProject = fund.tag("projects/" + listed);
        var readOfNotice = fund.tag("notices/" + notice);
        List<Future<Response>> steps;
        try (var ofEntry = objected(entry); var ofOther = objected(notice)) {
            // When
            steps = Race.started(List.of(
                    () -> fund.moveFrom(readOfProject, fund.approver(), "projects/" + listed,
                            Map.of("transition", "list", "on", "2016-05-12")),
                    () -> fund.moveFrom(readOfNotice, fund.approver(), "notices/" + notice,
                            Map.of("transition", "pass", "on", "2016-05-12"))));
            eventually(() -> assertEquals(List.of(1, 1), List.of(ofEntry.waiting(), ofOther.waiting())));
            ofEntry.commit();
            ofOther.commit();
        }
        // Then
        assertEquals(Map.of(STOPPED, 2L), Race.outcomes(Race.answers(steps)));
        assertEquals("PUBLIC_NOTICE", fund.state("projects/" + listed));
    }

    @Test
    void an_objection_that_is_upheld_and_dismissed_at_once_is_either_and_counted_once() {
        // Given
        var notices = Stream.generate(() -> announced.noticeOf(announced.until("2016-05-10"))).limit(4).toList();
        var calls = new ArrayList<Supplier<Response>>();
        for (var notice : notices) {
            var objection = "objections/" + announced.objectionTo(notice, "2016-05-04");
            var read = fund.tag(objection);
            for (var step : List.of("uphold", "dismiss")) {
                calls.add(() -> fund.moveFrom(read, fund.approver(), objection,
                        Map.of("transition", step, "on", "2016-05-05", "comment", "已核实")));
            }
        }
        // When
        var answers = Race.of(calls);
        // Then
        for (int i = 0; i < notices.size(); i++) {
            assertEquals(Map.of("200", 1L, LATE, 1L), Race.outcomes(answers.subList(2 * i, 2 * i + 2)));
            var notice = fund.reader().get(Fund.BASE + "notices/" + notices.get(i)).jsonPath();
            assertEquals(0, notice.getInt("openObjections"));
            assertEquals(Race.isDone(answers.get(2 * i)) ? 1 : 0, notice.getInt("upheldObjections"));
        }
    }

    /** Whoever came first stops all of the others. */
    private static void judge(Response passing, Map<String, Long> objecting, long objections) {
        assertEquals(Map.of(Race.isDone(passing) ? TOO_LATE : "201", objections), objecting);
        assertTrue(Race.isDone(passing) || STOPPED.equals(Race.outcome(passing)), passing.asString());
    }

    /** A notice to which an objection is being recorded. */
    private HeldRow objected(String notice) throws SQLException {
        return HeldRow.changed(Database.asApplication().within(fund.city.path()), "public_notice",
                "open_objections = 1", notice);
    }

    private Response object(String notice) {
        return fund.clerk().body(Map.of("noticeId", notice, "content", "路线与公示不符", "receivedOn", "2016-05-04"))
                .post(Fund.BASE + "objections");
    }

    private JsonPath noticesOf(String project) {
        return fund.reader().queryParam("project", project).get(Fund.BASE + "notices").jsonPath();
    }
}
