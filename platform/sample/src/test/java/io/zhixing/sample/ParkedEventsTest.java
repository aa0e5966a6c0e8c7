package io.zhixing.sample;

import static io.restassured.RestAssured.given;
import static io.zhixing.platform.testing.Eventually.eventually;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the system administrator sees of events that wait, and how he lets them go on. */
@QuarkusTest
class ParkedEventsTest {

    @Test
    void a_refused_event_is_listed_with_its_reason_and_what_waits_behind_it_and_never_with_its_content() {
        // Given
        var needed = Ids.next();
        var note = refused(needed);
        Told.note(note, 2, "behind");
        eventually(() -> assertEquals(2, Told.parked(note).size()));
        // When
        var list = listed("aggregate", note);
        // Then
        list.then().statusCode(200).body("items.version", contains(1, 2))
                .body("items.reason", contains("REFUSED", "BEHIND_PARKED"))
                .body("items.behind", contains(1, 0)).body("items[0].consumer", is("sample"))
                .body("items[0].type", is("note-written.v1"))
                .body("items[0].sentence", is("处理失败 Failed with IllegalArgumentException"));
        assertEquals(-1, list.asString().indexOf(needed.toString()), list.asString());
    }

    @Test
    void the_list_is_filtered_by_reason_and_consumer() {
        // Given
        var note = refused(Ids.next());
        // When, Then
        listed("aggregate", note, "reason", "GAP").then().body("items", empty());
        listed("aggregate", note, "reason", "REFUSED").then().body("items.version", contains(1));
        listed("aggregate", note, "consumer", "sample").then().body("items.version", contains(1));
        listed("consumer", "nobody").then().statusCode(400).body("errors[0].parameter", is("consumer"));
        listed("reason", "BROKEN").then().statusCode(400).body("code", is("PARAMETER_INVALID"));
    }

    @Test
    void a_retry_applies_what_was_mended_in_its_order_and_is_audited() {
        // Given
        var needed = Ids.next();
        var note = refused(needed);
        Told.note(note, 2, "second");
        Told.note(note, 3, "third");
        eventually(() -> assertEquals(3, Told.parked(note).size()));
        Told.note(needed, 1, "needed");
        eventually(() -> assertEquals(1, Told.known(needed).size()));
        // When
        var retried = retry("sample", note);
        // Then
        retried.then().statusCode(200).body("applied", is(3)).body("waiting", is(0)).body("reason", nullValue());
        assertEquals(List.of("third 3 3"), Told.known(note));
        assertEquals(List.of(), Told.parked(note));
        assertEquals(List.of("parked-key-retried 3 DONE"), entered(note));
    }

    @Test
    void a_retry_of_what_is_still_wrong_leaves_it_parked_and_says_so() {
        // Given
        var note = refused(Ids.next());
        Told.note(note, 2, "behind");
        eventually(() -> assertEquals(2, Told.parked(note).size()));
        // When
        var retried = retry("sample", note);
        // Then
        retried.then().statusCode(200).body("applied", is(0)).body("waiting", is(2)).body("reason", is("REFUSED"))
                .body("sentence", not(containsString("needs")));
        assertEquals(List.of("1 REFUSED", "2 BEHIND_PARKED"), Told.parked(note));
        assertEquals(List.of(), Told.known(note));
        assertEquals("parked-key-retried 0 DONE", entered(note).get(0));
    }

    @Test
    void a_retry_does_not_apply_a_version_whose_predecessor_is_missing() {
        // Given
        var note = Ids.next();
        Told.note(note, 3, "third");
        eventually(() -> assertEquals(List.of("3 GAP"), Told.parked(note)));
        // When
        var retried = retry("sample", note);
        // Then
        retried.then().statusCode(200).body("applied", is(0)).body("waiting", is(1)).body("reason", is("GAP"));
        assertEquals(List.of(), Told.known(note));
    }

    @Test
    void a_retry_of_nothing_does_nothing_and_an_unknown_consumer_is_refused() {
        // Given
        var note = Ids.next();
        // When, Then
        retry("sample", note).then().statusCode(200).body("applied", is(0)).body("waiting", is(0));
        retry("nobody", note).then().statusCode(400).body("errors[0].pointer", is("/consumer"))
                .body("errors[0].detail", is("sample"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"READER", "WRITER", "AUDIT_ADMINISTRATOR", "SECURITY_ADMINISTRATOR"})
    void nobody_but_the_system_administrator_sees_or_retries_them(String role) {
        // Given
        var note = refused(Ids.next());
        // When, Then
        given().auth().oauth2(Tokens.of(role, "F-1")).get("/sample/v1/parked-events").then().statusCode(403)
                .body("code", is("FORBIDDEN"));
        given().auth().oauth2(Tokens.of(role, "F-1")).contentType(ContentType.JSON).body(body("sample", note))
                .post("/sample/v1/parked-events/retries").then().statusCode(403).body("code", is("FORBIDDEN"));
        assertEquals(List.of("1 REFUSED"), Told.parked(note));
    }

    private static UUID refused(UUID needed) {
        var note = Ids.next();
        Told.note(note, 1, "needs " + needed);
        eventually(() -> assertEquals(List.of("1 REFUSED"), Told.parked(note)));
        return note;
    }

    private static Response listed(Object... parameters) {
        var request = given().auth().oauth2(operator());
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i].toString(), parameters[i + 1]);
        }
        return request.get("/sample/v1/parked-events");
    }

    private static Response retry(String consumer, UUID note) {
        return given().auth().oauth2(operator()).contentType(ContentType.JSON).body(body(consumer, note))
                .post("/sample/v1/parked-events/retries");
    }

    private static String body(String consumer, UUID note) {
        return "{\"consumer\":\"%s\",\"aggregateId\":\"%s\"}".formatted(consumer, note);
    }

    private static String operator() {
        return Tokens.of("SYSTEM_ADMINISTRATOR", "F-1");
    }

    private static List<String> entered(UUID note) {
        return Database.asOwner().query(
                "select action || ' ' || row_count || ' ' || result from audit_entry where object_id = ? order by seq",
                row -> row.getString(1), note);
    }
}
