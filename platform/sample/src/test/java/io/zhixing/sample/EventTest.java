package io.zhixing.sample;

import static io.restassured.RestAssured.given;
import static io.zhixing.platform.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.database.Statements;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.event.TopicEvent;
import io.zhixing.platform.testing.event.TopicPublisher;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Inject
    Folders folders;

    @Test
    void a_change_is_published_as_a_cloud_event_with_the_callers_trace() {
        // Given
        var folder = folders.top();
        // When
        var written = write(folder, "event " + folder.code());
        // Then
        var event = OutboxProbe.ofTheService().event(written.path("id"), "note-written.v1");
        assertEquals(written.path("id"), event.key());
        assertEquals("1.0", event.headers().get("ce_specversion"));
        assertEquals("/sample", event.headers().get("ce_source"));
        assertEquals("io.zhixing.sample.note-written.v1", event.headers().get("ce_type"));
        assertEquals(folder.id().toString(), event.headers().get("ce_organization"));
        assertEquals("application/json", event.headers().get("content-type"));
        assertTrue(event.headers().get("traceparent").startsWith("00-" + TRACE), event.headers().toString());
        assertEquals("2016-07-01", event.payload().path("effectiveOn").asText());
    }

    @Test
    void the_events_of_one_aggregate_arrive_in_version_order_however_many_write() throws Exception {
        // Given
        var folder = folders.top();
        var threads = Executors.newFixedThreadPool(8);
        // When
        var ids = threads.invokeAll(IntStream.range(0, 8).<Callable<String>>mapToObj(i -> () -> {
            var written = write(folder, folder.code() + "-" + i);
            for (int version = 1; version < 10; version++) {
                rename(folder, written.header("Location"), "\"v" + version + "\"",
                        folder.code() + "-" + i + "-" + version);
            }
            return written.path("id");
        }).toList()).stream().map(EventTest::value).toList();
        threads.shutdown();
        // Then
        for (var id : ids) {
            var versions = OutboxProbe.ofTheService().events(id, 10).stream().map(TopicEvent::version).distinct()
                    .toList();
            assertEquals(LongStream.rangeClosed(1, 10).boxed().toList(), versions);
        }
    }

    @Test
    void an_event_that_comes_twice_or_late_changes_nothing() {
        // Given
        var note = Ids.next();
        var eventId = Ids.next();
        publish(note, 1, Ids.next(), "first");
        eventually(() -> assertEquals(List.of("first 1 1"), projection(note)));
        publish(note, 2, eventId, "second");
        eventually(() -> assertEquals(List.of("second 2 2"), projection(note)));
        // When
        publish(note, 2, eventId, "second");
        publish(note, 1, Ids.next(), "first");
        publish(note, 3, Ids.next(), "third");
        // Then
        eventually(() -> assertEquals(List.of("third 3 3"), projection(note)));
    }

    @Test
    void an_event_that_cannot_be_applied_waits_with_its_followers_while_others_flow() {
        // Given
        var sick = Ids.next();
        var sound = Ids.next();
        // When
        publish(sick, 1, Ids.next(), "needs " + Ids.next());
        publish(sick, 2, Ids.next(), "behind it");
        publish(sound, 1, Ids.next(), "sound");
        // Then
        eventually(() -> assertEquals(List.of("sound 1 1"), projection(sound)));
        eventually(() -> assertEquals(
                List.of("REFUSED 处理失败 Failed with IllegalArgumentException", "BEHIND_PARKED "),
                Database.asPipeline().query(
                        "select reason || ' ' || sentence from parked_event where aggregate_id = ? order by seq",
                        row -> row.getString(1), sick.toString())));
        assertEquals(List.of(), projection(sick));
    }

    @Test
    void a_write_costs_four_statements_of_the_platform_beside_its_own() {
        // Given
        var folder = folders.top();
        write(folder, "warm " + folder.code());
        // When
        var statements = Statements.of(Database.asApplication(),
                () -> given().auth().oauth2(Tokens.of("WRITER", folder.code()))
                        .header("Idempotency-Key", Ids.next().toString()).contentType(ContentType.JSON)
                        .body(body(folder, "counted " + folder.code())).post("/sample/v1/notes").then()
                        .statusCode(201));
        // Then: scope, key, event, answer; of its own: the folder and the note
        assertEquals(6, statements.count(), statements.toString());
    }

    private static void publish(UUID note, long version, UUID eventId, String title) {
        TopicPublisher.to("sample.events.v1").event("note-written.v1").about(note, version).id(eventId)
                .publish("{\"noteId\":\"%s\",\"version\":%d,\"title\":\"%s\",\"added\":\"later\"}".formatted(note,
                        version, title));
    }

    private static List<String> projection(UUID note) {
        return Database.asPipeline().query(
                "select title || ' ' || version || ' ' || applied from note_ref where id = ?",
                row -> row.getString(1), note);
    }

    private static Response write(Folders.Folder folder, String title) {
        var answer = given().auth().oauth2(Tokens.of("WRITER", folder.code())).contentType(ContentType.JSON)
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01").body(body(folder, title))
                .post("/sample/v1/notes");
        answer.then().statusCode(201);
        return answer;
    }

    private static void rename(Folders.Folder folder, String address, String match, String title) {
        given().auth().oauth2(Tokens.of("WRITER", folder.code())).contentType(ContentType.JSON)
                .header("If-Match", match)
                .body("{\"title\":\"%s\"}".formatted(title)).put(address).then().statusCode(200);
    }

    private static String body(Folders.Folder folder, String title) {
        return "{\"folder\":\"%s\",\"title\":\"%s\",\"writtenOn\":\"2016-07-01\"}".formatted(folder.code(), title);
    }

    private static <T> T value(Future<T> future) {
        try {
            return future.get();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }
}
