package io.zhixing.sample;

import static io.restassured.RestAssured.given;
import static io.zhixing.platform.testing.Eventually.eventually;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;

/** Who writes holds the tree still, an import of all or nothing until its last row; who follows a move wants it alone. */
@QuarkusTest
class MoveMeetsImportTest {

    /** Half of what the pipeline waits for a lock. */
    private static final Duration SOON = Duration.ofSeconds(5);

    @Inject
    Folders folders;

    @Test
    void who_follows_a_move_gives_way_to_writers_as_long_as_the_tree_is_held_and_follows_it_then() throws SQLException {
        // Given
        var folder = folders.top();
        var note = Ids.next();
        try (var importing = owner("select pg_advisory_xact_lock_shared(hashtext('zhixing-tree'))")) {
            Told.note(note, 1, "moved");
            eventually(() -> assertEquals(1, waitingForTheTree()));
            // When
            long asked = System.nanoTime();
            var written = given().auth().oauth2(Tokens.of("WRITER", folder.code())).contentType(ContentType.JSON)
                    .body("{\"folder\":\"%s\",\"title\":\"%s\",\"writtenOn\":\"2016-07-01\"}".formatted(
                            folder.code(), "beside " + folder.code()))
                    .post("/sample/v1/notes");
            var took = Duration.ofNanos(System.nanoTime() - asked);
            // Then
            written.then().statusCode(201);
            assertTrue(took.compareTo(SOON) < 0, took.toString());
            assertEquals(List.of(), Told.known(note));
            importing.rollback();
        }
        eventually(() -> assertEquals(List.of("moved 1 1"), Told.known(note)));
    }

    @Test
    void a_move_that_waits_for_an_import_of_all_or_nothing_does_not_throw_it_back() throws SQLException {
        // Given
        var folder = folders.top();
        try (var held = owner("lock table note in exclusive mode"); var mover = owner("select 1")) {
            var job = Imports.by(folder).allOrNothing().send(Imports.file(folder, 501)).header("Location");
            eventually(() -> assertEquals(1, waitingForNotes()));
            var moved = CompletableFuture.supplyAsync(() -> stateWhenTheTreeIsMine(mover, job));
            eventually(() -> assertEquals(1, waitingForTheTree()));
            // When
            held.rollback();
            // Then
            assertEquals("COMPLETED", moved.join());
            mover.rollback();
            Imports.by(folder).get(job).then().body("created", is(501));
        }
    }

    private static String stateWhenTheTreeIsMine(Connection mover, String job) {
        try (var statement = mover.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(hashtext('zhixing-tree'))");
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
        return Database.asApplication().query("select state from import_job where id = ?::uuid",
                row -> row.getString(1), job.substring(job.lastIndexOf('/') + 1)).get(0);
    }

    private static Connection owner(String sql) throws SQLException {
        var connection = Database.asOwner().connect();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
        return connection;
    }

    /** Of its key there is one number; keys of other locks have two. */
    private static int waitingForTheTree() {
        return waiting("locktype = 'advisory' and objsubid = 1 and mode = 'ExclusiveLock'");
    }

    private static int waitingForNotes() {
        return waiting("relation = 'note'::regclass");
    }

    private static int waiting(String lock) {
        return Database.asOwner().query("""
                select count(*) from pg_locks l join pg_database d on d.oid = l.database
                where d.datname = current_database() and not granted and """ + " " + lock, row -> row.getInt(1)).get(0);
    }
}
