package io.zhixing.sample;

import static io.restassured.RestAssured.given;
import static io.zhixing.platform.testing.Eventually.eventually;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.database.Statements;
import io.zhixing.platform.testing.event.EventContract;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.event.TopicPublisher;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;

/** The words of platform/testing, on a running service with its real database, broker and identity server. */
@QuarkusTest
class TestSupportTest {

    private static final String TOPIC = "session.events.v1";

    @Inject
    Folders folders;

    @Test
    void a_token_that_is_expired_or_meant_for_others_or_signed_by_others_is_refused() {
        // Given
        var tokens = List.of(Tokens.grant("READER", "x").expired().token(),
                Tokens.grant("READER", "x").forAudience("other").token(),
                Tokens.grant("READER", "x").signedBySomebodyElse().token());
        for (var token : tokens) {
            // When
            var answer = given().auth().oauth2(token).get("/sample/v1/notes");
            // Then
            answer.then().statusCode(401).body("code", is("UNAUTHENTICATED"));
        }
    }

    @Test
    void a_token_without_the_scope_is_refused() {
        // Given
        var token = Tokens.grant("READER", folders.top().code()).scopes("sample:write").token();
        // When
        var answer = given().auth().oauth2(token).get("/sample/v1/notes");
        // Then
        answer.then().statusCode(403).body("code", is("FORBIDDEN"));
    }

    @Test
    void the_event_of_a_write_reaches_the_topic_as_its_contract_says() {
        // Given
        var id = write(folders.top()).jsonPath().getString("id");
        // When
        var event = OutboxProbe.on(TOPIC).event(id, "note-written.v1");
        // Then
        assertEquals(List.of(),
                EventContract.in(Path.of("src/contracts/events"), event.name()).violations(event.text()));
        assertEquals("/sample", event.headers().get("ce_source"));
        assertEquals(id, event.headers().get("ce_subject"));
    }

    @Test
    void a_published_event_reaches_the_consumer() {
        // Given
        var id = UUID.randomUUID();
        // When
        TopicPublisher.to(TOPIC).event("note-written.v1").about(id, 1).publish("""
                {"noteId":"%s","version":1,"organizationId":"%s","effectiveOn":"2016-07-01","title":"sent"}"""
                .formatted(id, id));
        // Then
        eventually(() -> assertEquals(List.of("sent"), Database.asApplication()
                .query("select title from note_ref where id = ?", row -> row.getString(1), id)));
    }

    @Test
    void statements_of_a_write_are_counted() {
        // Given
        var folder = folders.top();
        // When
        var statements = Statements.of(Database.asApplication(), () -> write(folder).then().statusCode(201));
        // Then
        assertTrue(statements.count() >= 3 && statements.count() <= 6, statements.toString());
        assertTrue(statements.toString().contains("1 x insert into note "), statements.toString());
        assertTrue(statements.toString().contains("append_event"), statements.toString());
    }

    private static Response write(Folders.Folder folder) {
        return given().auth().oauth2(Tokens.of("WRITER", folder.code())).contentType(ContentType.JSON)
                .header("Idempotency-Key", Ids.next().toString())
                .body(Map.of("folder", folder.code(), "title", Ids.next().toString().substring(18), "writtenOn",
                        "2016-07-01"))
                .post("/sample/v1/notes");
    }
}
