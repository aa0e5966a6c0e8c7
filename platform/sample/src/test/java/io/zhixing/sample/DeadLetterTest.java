package io.zhixing.sample;

import static io.restassured.RestAssured.given;
import static io.zhixing.platform.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.event.TopicEvent;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records that are no events. */
@QuarkusTest
class DeadLetterTest {

    private static final OutboxProbe DEAD_LETTERS = OutboxProbe.on("sample.events.v1.dead-letter.sample");

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"noteId\":            | PAYLOAD_UNREADABLE | byte ",
            "no JSON at all         | PAYLOAD_UNREADABLE | byte ",
            "{\"version\":\"third\"}  | PAYLOAD_UNREADABLE | /version",
            "[]                     | PAYLOAD_UNREADABLE | ",
            "null                   | PAYLOAD_UNREADABLE | null"})
    void a_payload_that_cannot_be_read_is_kept_as_it_came_with_the_place_of_the_fault(String payload, String reason,
            String detail) {
        // Given
        var note = Ids.next();
        // When
        Told.event(note, 1).publish(payload);
        // Then
        var letter = letter(note);
        assertEquals(payload, letter.text());
        assertEquals(reason, letter.headers().get("dl_reason"));
        assertTrue(letter.headers().get("dl_detail").startsWith(detail == null ? "" : detail.trim()),
                letter.toString());
        assertEquals("1", letter.headers().get("ce_aggregateversion"));
        assertEquals(List.of(), Told.known(note));
        assertEquals(List.of(), Told.parked(note));
    }

    @ParameterizedTest
    @CsvSource({"ce_id,", "ce_id,no-id", "ce_type,", "ce_subject,", "ce_subject,7", "ce_aggregateversion,",
            "ce_aggregateversion,0", "ce_aggregateversion,second", "ce_time,", "ce_time,yesterday",
            "ce_time,+99999-01-01T00:00:00Z", "ce_type,'io.zhixing.note\u0001written.v1'",
            "ce_aggregatetype,"})
    void a_record_without_readable_headers_is_kept_with_the_name_of_the_header(String header, String value) {
        // Given
        var note = Ids.next();
        var event = Told.event(note, 1);
        // When
        (value == null ? event.without(header) : event.header(header, value)).publish(Told.state(note, 1, "first"));
        // Then
        var letter = letter(note);
        assertEquals(value == null ? "HEADER_MISSING" : "HEADER_INVALID", letter.headers().get("dl_reason"));
        assertEquals(header, letter.headers().get("dl_detail"));
    }

    @Test
    void a_dead_letter_says_where_it_stood_and_who_could_not_read_it() {
        // Given
        var note = Ids.next();
        // When
        Told.event(note, 1).publishBytes(null);
        // Then
        var headers = letter(note).headers();
        assertEquals("VALUE_MISSING", headers.get("dl_reason"));
        assertEquals("sample.events.v1", headers.get("dl_topic"));
        assertEquals("sample", headers.get("dl_consumer"));
        assertTrue(Integer.parseInt(headers.get("dl_partition")) >= 0);
        assertTrue(Long.parseLong(headers.get("dl_offset")) >= 0);
        assertNotNull(headers.get("dl_time"));
    }

    @Test
    void a_value_that_is_too_large_is_kept_whole() {
        // Given
        var note = Ids.next();
        var payload = "x".repeat(1_010_000);
        // When
        Told.event(note, 1).publish(payload);
        // Then
        assertEquals(payload, letter(note).text());
        assertEquals("VALUE_TOO_LARGE", letter(note).headers().get("dl_reason"));
    }

    @Test
    void what_follows_a_dead_letter_waits_until_the_version_comes_in_a_readable_form() {
        // Given
        var note = Ids.next();
        Told.event(note, 1).publish("{broken");
        Told.note(note, 2, "second");
        eventually(() -> assertEquals(List.of("2 GAP"), Told.parked(note)));
        // When
        Told.note(note, 1, "first");
        // Then
        eventually(() -> assertEquals(List.of("second 2 2"), Told.known(note)));
    }

    @Test
    void what_is_applied_skipped_parked_and_dead_is_counted_for_each_consumer() {
        // Given
        var good = Ids.next();
        var gap = Ids.next();
        var before = new Counts();
        // When
        Told.note(good, 1, "first");
        Told.event(good, 2).event("note-illuminated.v1").header("ce_aggregatetype", "note").publish("{}");
        Told.note(gap, 2, "second");
        Told.event(Ids.next(), 1).publish("{broken");
        // Then
        eventually(() -> {
            var after = new Counts();
            assertTrue(after.applied >= before.applied + 1, after + " " + before);
            assertTrue(after.skipped >= before.skipped + 1, after + " " + before);
            assertTrue(after.parked >= before.parked + 1, after + " " + before);
            assertTrue(after.dead >= before.dead + 1, after + " " + before);
            assertEquals(after.keysInTheTable, after.keys);
        });
    }

    private static TopicEvent letter(UUID note) {
        return DEAD_LETTERS.events(note, 1).get(0);
    }

    /** What the management port shows. */
    private final class Counts {

        private final String shown = given().get(management.resolve("/q/metrics")).asString();
        private final double applied = sum("events_applied_total");
        private final double skipped = sum("events_skipped_total");
        private final double parked = sum("events_parked_total");
        private final double dead = sum("events_dead_lettered_total");
        private final double keys = sum("parked_keys");
        private final double keysInTheTable = Database.asPipeline()
                .query("select count(distinct aggregate_id) from parked_event", row -> row.getDouble(1)).get(0);

        private double sum(String name) {
            return shown.lines().filter(line -> line.startsWith(name + "{") && line.contains("consumer=\"sample\""))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).sum();
        }

        @Override
        public String toString() {
            return "%s %s %s %s %s".formatted(applied, skipped, parked, dead, keys);
        }
    }
}
