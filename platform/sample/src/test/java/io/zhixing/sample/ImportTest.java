package io.zhixing.sample;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ImportTest {

    @Inject
    Folders folders;

    @Test
    void every_row_has_a_result_in_the_order_of_the_file_with_the_codes_of_a_single_call() {
        // Given
        var folder = folders.top();
        var file = "title,folder,writtenOn\r\n" + Imports.title() + "," + folder.code() + ",2016-07-01\r\n"
                + Imports.title() + ",F-none,2016-07-01\r\n" + Imports.title() + "," + folder.code() + ",2016-02-30\r\n"
                + "," + folder.code() + ",2016-07-01\r\n" + Imports.title() + "," + folder.code() + "\r\n";
        // When
        var job = Imports.by(folder).ended(file);
        // Then
        job.then().body("state", is("COMPLETED")).body("rowsRead", is(5)).body("created", is(1)).body("rejected",
                is(4));
        assertEquals(List.of("CREATED", "REJECTED", "REJECTED", "REJECTED", "REJECTED"),
                Imports.by(folder).outcomes(job));
        assertEquals("[, REFERENCE_UNKNOWN, FIELD_WRONG_TYPE, VALUE_INVALID, ROW_WRONG_LENGTH]",
                Imports.by(folder).codes(job).toString());
    }

    @Test
    void imported_rows_publish_their_events_and_a_second_import_of_the_file_changes_nothing() {
        // Given
        var folder = folders.top();
        var file = Imports.file(folder, 3);
        var first = Imports.by(folder).ended(file);
        var ids = Imports.by(folder).get("/sample/v1/imports/" + first.path("id") + "/results")
                .<List<String>>path("items.resourceId");
        // When
        var second = Imports.by(folder).ended(file);
        // Then
        second.then().body("unchanged", is(3)).body("created", is(0)).body("updated", is(0));
        ids.forEach(id -> assertEquals(1, OutboxProbe.eventsOf(java.util.UUID.fromString(id)).size()));
    }

    @Test
    void a_dry_run_answers_what_the_real_run_answers_and_writes_nothing() {
        // Given
        var folder = folders.top();
        var random = new Random(20160228);
        for (int round = 0; round < 5; round++) {
            var file = faultyFile(folder, random);
            // When
            var dry = Imports.by(folder).dry().ended(file);
            var stored = notesOf(folder);
            var real = Imports.by(folder).ended(file);
            // Then
            assertEquals(Imports.by(folder).outcomes(real), Imports.by(folder).outcomes(dry));
            assertEquals(Imports.by(folder).codes(real), Imports.by(folder).codes(dry));
            assertEquals(stored + real.<Integer>path("created"), notesOf(folder));
        }
    }

    @Test
    void one_refused_row_leaves_everything_undone_when_all_or_nothing_is_asked_for() {
        // Given
        var folder = folders.top();
        var file = Imports.file(folder, 3) + Imports.title() + ",F-none,2016-07-01\r\n";
        // When
        var job = Imports.by(folder).allOrNothing().ended(file);
        // Then
        job.then().body("state", is("COMPLETED")).body("notAttempted", is(3)).body("rejected", is(1));
        assertEquals(0, notesOf(folder));
    }

    @Test
    void all_rows_are_applied_when_all_are_good_and_all_or_nothing_is_asked_for() {
        // Given
        var folder = folders.top();
        // When
        var job = Imports.by(folder).allOrNothing().ended(Imports.file(folder, 1_200));
        // Then
        job.then().body("created", is(1_200));
        assertEquals(1_200, notesOf(folder));
    }

    @Test
    void the_second_row_of_one_key_is_refused_and_named_after_the_first_across_chunks() {
        // Given
        var folder = folders.top();
        var title = Imports.title();
        var file = "title,folder,writtenOn\r\n" + title + "," + folder.code() + ",2016-07-01\r\n"
                + Imports.file(folder, 600).substring("title,folder,writtenOn\r\n".length())
                + title + "," + folder.code() + ",2016-07-02\r\n";
        // When
        var job = Imports.by(folder).ended(file);
        // Then
        job.then().body("created", is(601)).body("rejected", is(1));
        Imports.by(folder).get("/sample/v1/imports/" + job.path("id") + "/results?outcome=REJECTED").then()
                .body("items[0].row", is(602)).body("items[0].errors[0].code", is("DUPLICATE_IN_FILE"))
                .body("items[0].errors[0].detailEn", containsString("row 1."));
    }

    @Test
    void a_row_that_the_database_refuses_does_not_take_its_neighbours_with_it() {
        // Given
        var folder = folders.top();
        var elsewhere = folders.top();
        var taken = Imports.title();
        Imports.by(elsewhere).ended("title,folder,writtenOn\r\n" + taken + "," + elsewhere.code() + ",2016-07-01\r\n")
                .then().body("created", is(1));   // invisible to the other writer, but its title is unique
        var file = Imports.file(folder, 3) + taken + "," + folder.code() + ",2016-07-01\r\n";
        // When
        var job = Imports.by(folder).ended(file);
        // Then
        job.then().body("created", is(3)).body("rejected", is(1));
        assertEquals("[, , , NOTE_TITLE_TAKEN]", Imports.by(folder).codes(job).toString());
    }

    @Test
    void a_file_needs_a_key_and_the_same_key_takes_it_once() {
        // Given
        var folder = folders.top();
        var file = Imports.file(folder, 2);
        var key = Ids.next().toString();
        var first = Imports.by(folder).sendWith(key, file);
        // When
        var again = Imports.by(folder).sendWith(key, file);
        var other = Imports.by(folder).sendWith(key, Imports.file(folder, 1));
        var keyless = given().auth().oauth2(Tokens.of("WRITER", folder.code())).contentType("text/csv")
                .queryParam("kind", "notes").queryParam("mode", "partial").queryParam("dryRun", "true")
                .body(file.getBytes()).post("/sample/v1/imports");
        // Then
        again.then().statusCode(202).header("Location", first.header("Location"));
        other.then().statusCode(422).body("code", is("IDEMPOTENCY_KEY_REUSED"));
        keyless.then().statusCode(400).body("code", is("IDEMPOTENCY_KEY_REQUIRED"))
                .body("detail", containsString("每个新请求自拟一个新值"))
                .body("detail", containsString("Idempotency-Key: 7f6c0d2e"));
        Imports.by(folder).awaitEnd(first.header("Location")).then().body("created", is(2));   // and not at work in other tests
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\""})
    void an_empty_key_is_none(String empty) {
        // Given
        var folder = folders.top();
        // When
        var answer = Imports.by(folder).sendWith(empty, Imports.file(folder, 2));
        // Then
        answer.then().statusCode(400).body("code", is("IDEMPOTENCY_KEY_REQUIRED"))
                .body("detail", containsString("Idempotency-Key: 7f6c0d2e"));
        assertEquals(0, notesOf(folder));
    }

    @Test
    void nobody_but_the_uploader_sees_a_job_its_results_or_its_rows() {
        // Given
        var folder = folders.top();
        var job = Imports.by(folder).ended(Imports.file(folder, 1));
        var path = "/sample/v1/imports/" + job.path("id");
        var other = Tokens.grant("WRITER", folder.code()).member(Ids.next()).token();
        for (var address : List.of(path, path + "/results", path + "/rejected")) {
            // When
            var answer = given().auth().oauth2(other).get(address);
            // Then
            answer.then().statusCode(404);
        }
    }

    @Test
    void an_ended_import_cannot_be_cancelled() {
        // Given
        var folder = folders.top();
        var job = Imports.by(folder).ended(Imports.file(folder, 1));
        // When
        Response answer = given().auth().oauth2(Tokens.of("WRITER", folder.code()))
                .delete("/sample/v1/imports/" + job.path("id"));
        // Then
        answer.then().statusCode(409).body("code", is("IMPORT_ENDED"));
    }

    private static String faultyFile(Folders.Folder folder, Random random) {
        return "title,folder,writtenOn\r\n" + IntStream.range(0, 700).mapToObj(i -> switch (random.nextInt(10)) {
            case 0 -> Imports.title() + ",F-none,2016-07-01";
            case 1 -> Imports.title() + "," + folder.code() + ",yesterday";
            case 2 -> "t" + random.nextInt(50) + folder.code().substring(2) + "," + folder.code() + ",2016-07-01";
            case 3 -> "," + folder.code() + ",2016-07-01";
            case 4 -> Imports.title() + "," + folder.code() + ",";
            default -> Imports.title() + "," + folder.code() + ",2016-07-01";
        }).collect(Collectors.joining("\r\n")) + "\r\n";
    }

    private static int notesOf(Folders.Folder folder) {
        return given().auth().oauth2(Tokens.of("WRITER", folder.code())).queryParam("count", "true")
                .get("/sample/v1/notes").path("total");
    }
}
