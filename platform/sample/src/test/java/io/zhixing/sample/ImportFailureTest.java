package io.zhixing.sample;

import static io.restassured.RestAssured.given;
import static io.zhixing.platform.testing.Eventually.eventually;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.database.Database;
import org.junit.jupiter.api.Test;

/** Imports that cannot go on, and files that cannot be read any more. */
@QuarkusTest
class ImportFailureTest {

    private static final int CHUNK = 500;
    /** {@code zhixing.bulkhead.calls} */
    private static final int PLACES = 14;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Inject
    Folders folders;

    @Test
    void an_import_that_never_gets_on_fails_at_last_and_says_of_every_row_what_became_of_it() throws SQLException {
        // Given
        var folder = folders.top();
        var contested = Imports.title();
        var file = Imports.file(folder, CHUNK) + contested + "," + folder.code() + ",2016-07-01\r\n";
        try (var other = Database.asApplication().within(folder.path()).connect()) {
            Imports.writeWithoutCommit(other, folder, contested);   // the second chunk waits for it
            var sent = Imports.by(folder).send(file);
            var id = sent.header("Location").substring(sent.header("Location").lastIndexOf('/') + 1);
            eventually(() -> assertEquals(List.of((long) CHUNK), rowsRead(id)));
            eventually(() -> assertEquals(1, Imports.cancelled().size()));
            // When
            eventually(() -> {
                triedOftenAndLeft(id);
                assertEquals("FAILED", Imports.by(folder).get(sent.header("Location")).path("state"));
            });
            // Then
            var job = Imports.by(folder).get(sent.header("Location"));
            job.then().body("rowsRead", is(CHUNK + 1)).body("created", is(CHUNK)).body("notAttempted", is(1));
            assertEquals(List.of(CHUNK + 1), notAttempted(folder, job));
            other.rollback();
        }
    }

    @Test
    void rejected_rows_that_break_off_do_not_look_as_if_they_were_all_and_leave_their_place_to_others() {
        // Given
        var folder = folders.top();
        var tooLong = "x".repeat(5_000);
        var job = Imports.by(folder).ended(IntStream.range(0, 300)
                .mapToObj(i -> i + tooLong + "," + folder.code() + ",2016-07-01\r\n")
                .collect(Collectors.joining("", "title,folder,writtenOn\r\n", "")));
        job.then().body("rejected", is(300));
        var address = "/sample/v1/imports/" + job.path("id") + "/rejected";
        assertTrue(Imports.by(folder).get(address).asString().contains("\r\n299" + tooLong));
        eventually(() -> assertEquals(PLACES, free()));
        // When
        assertEquals(1, Database.asOwner().query(
                "update import_upload set content = '\\x00' where job_id = ?::uuid and part = 1 returning part",
                row -> row.getInt(1), job.<String>path("id")).size());
        // Then
        assertThrows(IOException.class, () -> Imports.by(folder).get(address).asString());
        eventually(() -> assertEquals(PLACES, free()));
    }

    private int free() {
        return given().get(management.resolve("/q/metrics")).asString().lines()
                .filter(line -> line.startsWith("calls_free")).findFirst()
                .map(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).orElseThrow();
    }

    private static List<Long> rowsRead(String job) {
        return Database.asApplication().query("select rows_read from import_job where id = ?::uuid",
                row -> row.getLong(1), job);
    }

    /** As after many attempts, the last of which ended long ago. */
    private static void triedOftenAndLeft(String job) {
        Database.asApplication().query("""
                update import_job set attempts = 1000, lease_until = '-infinity'
                where id = ?::uuid and state = 'RUNNING' returning id""", row -> row.getString(1), job);
    }

    private static List<Integer> notAttempted(Folders.Folder folder, Response job) {
        return Imports.by(folder)
                .get("/sample/v1/imports/" + job.path("id") + "/results?outcome=NOT_ATTEMPTED").path("items.row");
    }
}
