package io.zhixing.sample;

import static io.restassured.RestAssured.given;
import static io.zhixing.platform.testing.Eventually.eventually;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two calls may be at work, and both hang on a lock. */
@QuarkusTest
@Tag("landing")
@TestProfile(ServiceApart.class)
class BusyServiceTest {

    private static final String NOTES = "/sample/v1/notes";
    /** Much longer than the wait at the door, since a busy computer takes its time, and half of what a call waits for a lock. */
    private static final Duration SOON = Duration.ofSeconds(5);

    @Inject
    Folders folders;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Test
    void who_finds_no_place_is_refused_soon_and_told_when_to_come_again_while_the_service_stays_ready()
            throws SQLException {
        // Given
        var folder = folders.top();
        var note = written(folder, "busy " + folder.code());
        try (var holder = locked()) {
            var hanging = hang(folder, note, 2);
            eventually(() -> assertEquals(0, free()));
            // When
            long asked = System.nanoTime();
            var refused = given().auth().oauth2(Tokens.of("READER", folder.code())).get(NOTES);
            var took = Duration.ofNanos(System.nanoTime() - asked);
            // Then
            refused.then().statusCode(503).header("Retry-After", is("1")).body("code", is("TEMPORARILY_UNAVAILABLE"));
            assertTrue(took.compareTo(SOON) < 0, took.toString());
            given().get(management.resolve("/q/health/ready")).then().statusCode(200);
            given().get(management.resolve("/q/health/live")).then().statusCode(200);
            given().get("/sample/q/openapi").then().statusCode(200);
            holder.rollback();
            hanging.forEach(CompletableFuture::join);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sample/%76%31/notes", "/%73ample/v1/notes", "/sample/q/../v1/notes"})
    void who_writes_the_address_in_another_way_finds_the_same_door(String address) throws Exception {
        // Given
        var folder = folders.top();
        var note = written(folder, "past " + folder.code());
        try (var holder = locked(); var door = new Socket("localhost", RestAssured.port)) {
            var hanging = hang(folder, note, 2);
            eventually(() -> assertEquals(0, free()));
            int refused = counted("calls_refused");
            // When
            door.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
                            .formatted(address, Tokens.of("READER", folder.code()))
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(door.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            // Then
            assertTrue(answer.startsWith("HTTP/1.1 503"), answer);
            assertEquals(refused + 1, counted("calls_refused"), answer);
            holder.rollback();
            hanging.forEach(CompletableFuture::join);
        }
    }

    @Test
    void events_are_sent_and_applied_while_no_call_is_let_in() throws SQLException {
        // Given
        var folder = folders.top();
        var note = written(folder, "held " + folder.code());
        try (var holder = locked()) {
            var hanging = hang(folder, note, 2);
            eventually(() -> assertEquals(0, free()));
            // When
            var told = Ids.next();
            Told.note(told, 1, "told");
            // Then
            eventually(() -> assertEquals(List.of("told 1 1"), Told.known(told)));
            holder.rollback();
            hanging.forEach(CompletableFuture::join);
        }
    }

    @Test
    void places_are_free_again_when_the_calls_have_ended() throws SQLException {
        // Given
        var folder = folders.top();
        var note = written(folder, "free " + folder.code());
        try (var holder = locked()) {
            hang(folder, note, 4).forEach(CompletableFuture::join);   // each ends: by its lock time-out, or at the door
            holder.rollback();
        }
        // When
        var answer = given().auth().oauth2(Tokens.of("READER", folder.code())).get(NOTES);
        // Then
        answer.then().statusCode(200);
        eventually(() -> assertEquals(2, free()));
    }

    private static Connection locked() throws SQLException {
        var holder = Database.asOwner().connect();
        holder.setAutoCommit(false);
        try (var statement = holder.createStatement()) {
            statement.execute("lock table note in exclusive mode");   // rows of forced tables are hidden from their owner
        }
        return holder;
    }

    private static List<CompletableFuture<Response>> hang(Folders.Folder folder, Response note, int calls) {
        var writer = Tokens.of("WRITER", folder.code());
        return Stream.generate(() -> CompletableFuture.supplyAsync(
                () -> given().auth().oauth2(writer).contentType(ContentType.JSON).header("If-Match", "\"v1\"")
                        .body("{\"title\":\"%s\"}".formatted("never")).put(NOTES + "/" + note.path("id"))))
                .limit(calls).toList();
    }

    private int free() {
        return counted("calls_free");
    }

    private int counted(String metric) {
        return given().get(management.resolve("/q/metrics")).asString().lines()
                .filter(line -> line.startsWith(metric)).findFirst()
                .map(line -> (int) Double.parseDouble(line.split(" ")[1])).orElseThrow();
    }

    private static Response written(Folders.Folder folder, String title) {
        return given().auth().oauth2(Tokens.of("WRITER", folder.code())).contentType(ContentType.JSON)
                .body("{\"folder\":\"%s\",\"title\":\"%s\",\"writtenOn\":\"2016-07-01\"}".formatted(folder.code(),
                        title))
                .post(NOTES).then().statusCode(201).extract().response();
    }
}
