package io.zhixing.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.database.Statements;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.event.TopicEvent;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AppraisalEventsTest {

    private static final OutboxProbe STANDINGS = OutboxProbe.on("evaluation.member-standing.v1");

    @Test
    void every_step_publishes_the_round_and_the_last_one_its_counts() {
        // Given
        var appraising = Appraising.branchWith(2);
        // When
        var confirmed = appraising.confirmed(appraising.allQualified());
        // Then
        var events = OutboxProbe.ofTheService().events(confirmed.path("id"), 4);
        assertEquals(List.of(1L, 2L, 3L, 4L), events.stream().map(TopicEvent::version).toList());
        assertEquals(List.of("DRAFT", "STUDY_DONE", "GRADES_PROPOSED", "CONFIRMED"),
                events.stream().map(event -> event.payload().path("state").asText()).toList());
        assertEquals(2, events.get(3).payload().path("counts").path("graded").asInt());
        assertTrue(events.get(2).payload().path("counts").isMissingNode());
    }

    @Test
    void a_members_standing_is_published_on_the_restricted_topic_alone() {
        // Given
        var appraising = Appraising.branchWith(1);
        // When
        var confirmed = appraising.confirmed(appraising.allQualified());
        // Then
        var standing = standingOf(appraising, confirmed);
        var event = STANDINGS.event(standing, "member-standing-confirmed.v1");
        assertEquals("QUALIFIED", event.payload().path("grade").asText());
        assertEquals(appraising.members.get(0).toString(), event.payload().path("memberId").asText());
        assertEquals("2017-01-20", event.payload().path("effectiveOn").asText());
        assertEquals(List.of(), OutboxProbe.ofTheService().soFar(standing));
        assertFalse(event.text().contains("name\""));
    }

    @Test
    void a_correction_is_the_next_version_of_the_same_standing() {
        // Given
        var appraising = Appraising.branchWith(1);
        var first = appraising.confirmed(appraising.allQualified());
        var second = appraising.freeze(Map.of("organization", appraising.branch.id(), "year", 2016, "on",
                "2017-02-01", "supersedesRoundId", first.path("id")));
        second = Appraising.move(appraising.secretary(), second, "confirm-study", "2017-02-01", Map.of());
        second = Appraising.move(appraising.secretary(), second, "propose-grades", "2017-02-01",
                appraising.grades().grade(appraising.members.get(0), "UNQUALIFIED").body());
        // When
        Appraising.move(appraising.officer(), second, "confirm", "2017-02-01", Map.of()).then().statusCode(200);
        // Then
        var events = STANDINGS.events(standingOf(appraising, first), 2);
        assertEquals(List.of("QUALIFIED", "UNQUALIFIED"),
                events.stream().map(event -> event.payload().path("grade").asText()).toList());
        assertEquals(List.of(1L, 2L), events.stream().map(TopicEvent::version).toList());
    }

    @Test
    void proposing_and_confirming_cost_the_same_statements_whatever_the_roll() {
        // Given
        var small = Appraising.branchWith(2);
        var large = Appraising.branchWith(40);
        small.confirmed(small.allQualified());   // warm
        var few = Appraising.below(small.city, small.committee, 2);
        // When
        var counts = List.of(counted(few), counted(large));
        // Then
        assertEquals(List.of(List.of(8L, 7L), List.of(8L, 7L)), counts);
    }

    /** Statements of proposing, and of confirming. */
    private static List<Long> counted(Appraising appraising) {
        var studied = appraising.studied();
        var proposed = new Response[1];
        var proposing = Statements.of(Database.asApplication(),
                () -> proposed[0] = appraising.propose(studied, appraising.allQualified()));
        var confirming = Statements.of(Database.asApplication(),
                () -> appraising.confirm(proposed[0]).then().statusCode(200));
        return List.of((long) proposing.count(), (long) confirming.count());
    }

    /** The first appraisal of a member gives his standing its id. */
    private static String standingOf(Appraising appraising, Response firstRound) {
        return appraising.officer().queryParam("round", firstRound.<String>path("id"))
                .get("/evaluation/v1/appraisals").path("items[0].id");
    }
}
