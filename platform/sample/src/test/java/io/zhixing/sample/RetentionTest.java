package io.zhixing.sample;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.zhixing.platform.retention.RemoveExpired;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;

/** What is kept for a time is gone after it. */
@QuarkusTest
class RetentionTest {

    @Inject
    Folders folders;

    @Inject
    RemoveExpired expiry;

    @Test
    void answers_are_removed_when_their_time_is_over_and_others_stay() {
        // Given
        var folder = folders.top();
        var forgetful = writeWithKey(folder);
        var young = writeWithKey(folder);
        expire(forgetful);
        // When
        expiry.run();
        // Then
        assertEquals(List.of(0L), answersOf(forgetful));
        assertEquals(List.of(1L), answersOf(young));
    }

    @Test
    void received_events_are_forgotten_after_thirty_days_however_many_they_are() {
        // Given
        received("sample", "31 days", 4_500);
        var young = received("sample", "29 days", 1);
        // When
        expiry.run();
        // Then
        assertEquals(List.of(0L), Database.asPipeline().query(
                "select count(*) from inbox where received_at < clock_timestamp() - interval '30 days' and consumer = 'sample'",
                row -> row.getLong(1)));
        assertEquals(young, stillThere(young));
    }

    @Test
    void what_a_consumer_without_a_projection_has_received_is_never_forgotten() {
        // Given
        var old = received("of-an-effect", "400 days", 1);
        // When
        expiry.run();
        // Then
        assertEquals(old, stillThere(old));
    }

    @Test
    void nothing_is_removed_while_another_instance_is_at_it() throws SQLException {
        // Given
        var folder = folders.top();
        var forgetful = writeWithKey(folder);
        expire(forgetful);
        try (var other = Database.asPipeline().connect(); var lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("select pg_advisory_xact_lock(hashtext('zhixing-expiry'))");
            // When
            int removed = expiry.run();
            // Then
            assertEquals(0, removed);
            assertEquals(List.of(1L), answersOf(forgetful));
            other.rollback();
        }
    }

    /** A caller who has written a note with a key. */
    private static String writeWithKey(Folders.Folder folder) {
        var subject = Ids.next().toString();
        given().auth().oauth2(Tokens.grant("WRITER", folder.code()).subject(subject).token())
                .header("Idempotency-Key", Ids.next().toString()).contentType(ContentType.JSON)
                .body("{\"folder\":\"%s\",\"title\":\"%s\",\"writtenOn\":\"2016-07-01\"}".formatted(folder.code(),
                        Imports.title()))
                .post("/sample/v1/notes").then().statusCode(201);
        return subject;
    }

    private static void expire(String subject) {
        assertEquals(1, Database.asApplication().query("""
                update idempotency set expires_at = clock_timestamp() - interval '1 second'
                where caller like '%' || ? returning caller""", row -> row.getString(1), subject).size());
    }

    private static List<Long> answersOf(String subject) {
        return Database.asApplication().query("select count(*) from idempotency where caller like '%' || ?",
                row -> row.getLong(1), subject);
    }

    private static List<UUID> received(String consumer, String ago, int events) {
        return Database.asPipeline().query(
                """
                insert into inbox (consumer, event_id, received_at)
                select ?, gen_random_uuid(), clock_timestamp() - ?::interval from generate_series(1, ?) returning event_id""",
                row -> row.getObject(1, UUID.class), consumer, ago, events);
    }

    private static List<UUID> stillThere(List<UUID> events) {
        return Database.asPipeline().query("select event_id from inbox where event_id = ?",
                row -> row.getObject(1, UUID.class), events.get(0));
    }
}
