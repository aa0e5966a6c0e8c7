package io.zhixing.sample;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ImportTest {

    @Inject
    Folders folders;

    @Test
    void every_row_has_a_result_in_the_order_of_the_file_with_the_codes_of_a_single_call() {
        // Given
        var folder = folders.top();
        var file = "title,folder,writtenOn\r\n" + title() + "," + folder.code() + ",2016-07-01\r\n"
                + title() + ",F-none,2016-07-01\r\n" + title() + "," + folder.code() + ",2016-02-30\r\n"
                + "," + folder.code() + ",2016-07-01\r\n" + title() + "," + folder.code() + "\r\n";
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
        var file = file(folder, 3);
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
    void a_row_counts_as_a_row_whatever_lines_it_spans_and_blank_lines_do_not() {
        // Given
        var folder = folders.top();
        var file = "\uFEFF标题,文件夹,日期,备注\r\n\r\n" + title() + "," + folder.code() + ",2016-07-01,\"两\n行\"\r\n"
                + title() + ",F-none,2016-07-01,\r\n";
        // When
        var job = Imports.by(folder).ended(file);
        // Then
        Imports.by(folder).get("/sample/v1/imports/" + job.path("id") + "/results").then()
                .body("items.row", is(List.of(1, 2))).body("items.line", is(List.of(3, 5)));
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
        var file = file(folder, 3) + title() + ",F-none,2016-07-01\r\n";
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
        var job = Imports.by(folder).allOrNothing().ended(file(folder, 1_200));
        // Then
        job.then().body("created", is(1_200));
        assertEquals(1_200, notesOf(folder));
    }

    @Test
    void the_second_row_of_one_key_is_refused_and_named_after_the_first_across_chunks() {
        // Given
        var folder = folders.top();
        var title = title();
        var file = "title,folder,writtenOn\r\n" + title + "," + folder.code() + ",2016-07-01\r\n"
                + file(folder, 600).substring("title,folder,writtenOn\r\n".length())
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
        var taken = title();
        Imports.by(elsewhere).ended("title,folder,writtenOn\r\n" + taken + "," + elsewhere.code() + ",2016-07-01\r\n")
                .then().body("created", is(1));   // invisible to the other writer, but its title is unique
        var file = file(folder, 3) + taken + "," + folder.code() + ",2016-07-01\r\n";
        // When
        var job = Imports.by(folder).ended(file);
        // Then
        job.then().body("created", is(3)).body("rejected", is(1));
        assertEquals("[, , , NOTE_TITLE_TAKEN]", Imports.by(folder).codes(job).toString());
    }

    @Test
    void a_line_of_json_is_a_row_and_null_says_clear() {
        // Given
        var folder = folders.top();
        var file = "{\"title\":\"%s\",\"folder\":\"%s\",\"writtenOn\":\"2016-07-01\"}\n\nnot json\n{\"title\":\"%s\",\"wrong\":1}\n"
                .formatted(title(), folder.code(), title());
        // When
        var job = Imports.by(folder).lines().ended(file);
        // Then
        assertEquals("[, ROW_MALFORMED, FIELD_UNKNOWN]", Imports.by(folder).codes(job).toString());
    }

    @Test
    void bytes_that_are_no_utf8_are_reported_with_their_row() {
        // Given
        var folder = folders.top();
        var file = new String(("title,folder,writtenOn\r\n好," + folder.code() + ",2016-07-01\r\n")
                .getBytes(java.nio.charset.Charset.forName("GBK")), StandardCharsets.ISO_8859_1);
        // When
        var sent = given().auth().oauth2(Tokens.of("WRITER", folder.code()))
                .header("Idempotency-Key", Ids.next().toString()).contentType("text/csv").queryParam("kind", "notes")
                .queryParam("mode", "partial").queryParam("dryRun", "true")
                .body(file.getBytes(StandardCharsets.ISO_8859_1)).post("/sample/v1/imports");
        // Then
        var job = Imports.by(folder).awaitEnd(sent.header("Location"));
        assertEquals("[ROW_NOT_UTF8]", Imports.by(folder).codes(job).toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "title,wrong,folder|IMPORT_COLUMN_UNKNOWN", "title;folder|IMPORT_COLUMN_UNKNOWN",
            "title|IMPORT_COLUMN_MISSING",
            "title,标题,folder|IMPORT_COLUMN_REPEATED"})
    void a_file_with_a_wrong_header_is_refused_before_any_row(String header, String code) {
        // Given
        var folder = folders.top();
        // When
        var answer = Imports.by(folder).send(header + "\r\na,b,c\r\n");
        // Then
        answer.then().statusCode(400).body("errors.code", hasItems(code));
    }

    @Test
    void an_empty_file_and_missing_parameters_are_refused() {
        // Given
        var folder = folders.top();
        // When
        var empty = Imports.by(folder).send("title,folder\r\n");
        var bare = given().auth().oauth2(Tokens.of("WRITER", folder.code()))
                .header("Idempotency-Key", Ids.next().toString()).contentType("text/csv").body("title\r\n".getBytes())
                .post("/sample/v1/imports");
        // Then
        empty.then().statusCode(400).body("code", is("IMPORT_EMPTY"));
        bare.then().statusCode(400).body("errors.parameter", is(List.of("kind", "mode", "dryRun")));
    }

    @Test
    void a_file_needs_a_key_and_the_same_key_takes_it_once() {
        // Given
        var folder = folders.top();
        var file = file(folder, 2);
        var key = Ids.next().toString();
        var first = Imports.by(folder).sendWith(key, file);
        // When
        var again = Imports.by(folder).sendWith(key, file);
        var other = Imports.by(folder).sendWith(key, file(folder, 1));
        var keyless = given().auth().oauth2(Tokens.of("WRITER", folder.code())).contentType("text/csv")
                .queryParam("kind", "notes").queryParam("mode", "partial").queryParam("dryRun", "true")
                .body(file.getBytes()).post("/sample/v1/imports");
        // Then
        again.then().statusCode(202).header("Location", first.header("Location"));
        other.then().statusCode(422).body("code", is("IDEMPOTENCY_KEY_REUSED"));
        keyless.then().statusCode(400).body("code", is("IDEMPOTENCY_KEY_REQUIRED"));
    }

    @Test
    void rejected_rows_come_back_as_uploaded_and_can_be_corrected_and_sent_again() {
        // Given
        var folder = folders.top();
        var wrong = title();
        var job = Imports.by(folder).ended(file(folder, 2) + wrong + ",F-none,2016-07-01\r\n");
        // When
        var rejected = Imports.by(folder).get("/sample/v1/imports/" + job.path("id") + "/rejected").asString();
        // Then
        assertTrue(rejected.startsWith("title,folder,writtenOn,problemCodes,problemDetails\r\n" + wrong
                + ",F-none,2016-07-01,REFERENCE_UNKNOWN,"), rejected);
        Imports.by(folder).ended(rejected.replace("F-none", folder.code())).then().body("created", is(1));
    }

    @Test
    void nobody_but_the_uploader_sees_a_job_its_results_or_its_rows() {
        // Given
        var folder = folders.top();
        var job = Imports.by(folder).ended(file(folder, 1));
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
    void a_stored_upload_is_sealed() {
        // Given
        var folder = folders.top();
        var title = title();
        // When
        var job = Imports.by(folder)
                .ended("title,folder,writtenOn\r\n" + title + "," + folder.code() + ",2016-07-01\r\n");
        // Then
        var content = Database.asApplication().query("select content from import_upload where job_id = ?::uuid",
                row -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1), job.<String>path("id")).get(0);
        assertFalse(content.contains(title));
    }

    @Test
    void a_template_names_its_columns_in_both_languages() {
        // Given
        var folder = folders.top();
        // When
        var template = Imports.by(folder).get("/sample/v1/imports/templates/notes?header=zh");
        // Then
        template.then().statusCode(200).body("csv", is("标题,文件夹,日期,备注\r\n"))
                .body("columns[0].name", is("title")).body("columns[0].required", is(true))
                .body("columns[2].description", notNullValue());
    }

    @Test
    void an_ended_import_cannot_be_cancelled() {
        // Given
        var folder = folders.top();
        var job = Imports.by(folder).ended(file(folder, 1));
        // When
        Response answer = given().auth().oauth2(Tokens.of("WRITER", folder.code()))
                .delete("/sample/v1/imports/" + job.path("id"));
        // Then
        answer.then().statusCode(409).body("code", is("IMPORT_ENDED"));
    }

    private static String faultyFile(Folders.Folder folder, Random random) {
        return "title,folder,writtenOn\r\n" + IntStream.range(0, 700).mapToObj(i -> switch (random.nextInt(10)) {
            case 0 -> title() + ",F-none,2016-07-01";
            case 1 -> title() + "," + folder.code() + ",yesterday";
            case 2 -> "t" + random.nextInt(50) + folder.code().substring(2) + "," + folder.code() + ",2016-07-01";
            case 3 -> "," + folder.code() + ",2016-07-01";
            case 4 -> title() + "," + folder.code() + ",";
            default -> title() + "," + folder.code() + ",2016-07-01";
        }).collect(Collectors.joining("\r\n")) + "\r\n";
    }

    private static String file(Folders.Folder folder, int rows) {
        return IntStream.range(0, rows).mapToObj(i -> title() + "," + folder.code() + ",2016-07-01\r\n")
                .collect(Collectors.joining("", "title,folder,writtenOn\r\n", ""));
    }

    private static int notesOf(Folders.Folder folder) {
        return given().auth().oauth2(Tokens.of("WRITER", folder.code())).queryParam("count", "true")
                .get("/sample/v1/notes").path("total");
    }

    private static String title() {
        return Ids.next().toString().replace("-", "").substring(10, 29);
    }
}
