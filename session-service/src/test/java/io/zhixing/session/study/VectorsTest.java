package io.zhixing.session.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.zhixing.platform.figures.Rate;
import io.zhixing.session.directory.StudyFacts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cases worked out apart from this code. */
class VectorsTest {

    private static final StudyFacts HOST = new StudyFacts("/0001/", "BRANCH", null, null, null, null, Set.of(),
            Set.of(),
            Set.of());
    private static final AttendanceCount NOBODY = AttendanceCount.of(List.of());

    static Stream<JsonNode> days() {
        return cases("session-day");
    }

    static Stream<JsonNode> rates() {
        return cases("attendance-rate");
    }

    @ParameterizedTest
    @MethodSource("days")
    void a_session_counts_on_the_day_of_its_start_in_shanghai(JsonNode vector) {
        // Given
        var start = OffsetDateTime.parse(vector.path("startedAt").asText());
        var stated = new StudySessionRequest(UUID.randomUUID(), null, SessionType.TOPIC_DISCUSSION, List.of(), start,
                start.plusHours(1), null, null, "学", "议", "得", null, null, List.of(), List.of());
        // When
        var day = new StudySession(stated, HOST, LocalDate.of(2017, 5, 1), NOBODY).heldOn();
        // Then
        assertEquals(vector.path("date").asText(), day.toString());
        assertEquals(vector.path("month").asText(), YearMonth.from(day).toString());
        assertEquals(vector.path("quarter").asText(), day.getYear() + "-Q" + day.get(IsoFields.QUARTER_OF_YEAR));
        assertEquals(vector.path("weekday").asText(), day.getDayOfWeek().name());
    }

    @ParameterizedTest
    @MethodSource("rates")
    void the_rate_is_present_over_due_without_exempt(JsonNode vector) {
        // Given
        var count = new AttendanceCount(vector.path("present").asInt(), vector.path("absent").asInt(),
                vector.path("onLeave").asInt(), vector.path("exempt").asInt(), vector.path("guest").asInt(),
                vector.path("pendingDirectory").asInt());
        // When
        var rate = Rate.percent(count.numerator(), count.denominator());
        // Then
        assertEquals(vector.path("due").asInt(), count.due());
        assertEquals(vector.path("numerator").asInt(), count.numerator());
        assertEquals(vector.path("denominator").asInt(), count.denominator());
        assertEquals(vector.path("ratePercent").textValue(), rate);
    }

    private static Stream<JsonNode> cases(String name) {
        try (var file = VectorsTest.class.getResourceAsStream("/vectors/" + name + ".json")) {
            return StreamSupport.stream(new JsonMapper().readTree(file).path("cases").spliterator(), false);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
