package io.zhixing.sample;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file looks like: rows, lines, headers, bytes, and what is kept of it. */
@QuarkusTest
class ImportFileTest {

    @Inject
    Folders folders;

    @Test
    void a_row_counts_as_a_row_whatever_lines_it_spans_and_blank_lines_do_not() {
        // Given
        var folder = folders.top();
        var file = "\uFEFF标题,文件夹,日期,备注\r\n\r\n" + Imports.title() + "," + folder.code() + ",2016-07-01,\"两\n行\"\r\n"
                + Imports.title() + ",F-none,2016-07-01,\r\n";
        // When
        var job = Imports.by(folder).ended(file);
        // Then
        Imports.by(folder).get("/sample/v1/imports/" + job.path("id") + "/results").then()
                .body("items.row", is(List.of(1, 2))).body("items.line", is(List.of(3, 5)));
    }

    @Test
    void a_line_of_json_is_a_row_and_null_says_clear() {
        // Given
        var folder = folders.top();
        var file = "{\"title\":\"%s\",\"folder\":\"%s\",\"writtenOn\":\"2016-07-01\"}\n\nnot json\n{\"title\":\"%s\",\"wrong\":1}\n"
                .formatted(Imports.title(), folder.code(), Imports.title());
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
    void a_stored_upload_is_sealed() {
        // Given
        var folder = folders.top();
        var title = Imports.title();
        // When
        var job = Imports.by(folder)
                .ended("title,folder,writtenOn\r\n" + title + "," + folder.code() + ",2016-07-01\r\n");
        // Then
        var content = Database.asApplication().query("select content from import_upload where job_id = ?::uuid",
                row -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1), job.<String>path("id")).get(0);
        assertFalse(content.contains(title));
    }

    @Test
    void rejected_rows_come_back_as_uploaded_and_can_be_corrected_and_sent_again() {
        // Given
        var folder = folders.top();
        var wrong = Imports.title();
        var job = Imports.by(folder).ended(Imports.file(folder, 2) + wrong + ",F-none,2016-07-01\r\n");
        // When
        var rejected = Imports.by(folder).get("/sample/v1/imports/" + job.path("id") + "/rejected").asString();
        // Then
        assertTrue(rejected.startsWith("title,folder,writtenOn,problemCodes,problemDetails\r\n" + wrong
                + ",F-none,2016-07-01,REFERENCE_UNKNOWN,"), rejected);
        Imports.by(folder).ended(rejected.replace("F-none", folder.code())).then().body("created", is(1));
    }

    @Test
    void however_many_rows_are_rejected_each_comes_back_with_what_is_wrong_with_it() {
        // Given: more than are looked up, and more than are written down, at once
        int rows = 2_501;
        var folder = folders.top();
        var file = "title,folder,writtenOn\r\n" + IntStream.rangeClosed(1, rows)
                .mapToObj(i -> "n" + i + ",F-none," + (i % 2 == 0 ? "2016-07-01" : "soon") + "\r\n")
                .collect(Collectors.joining());
        // When
        var job = Imports.by(folder).allOrNothing().ended(file);
        // Then
        job.then().body("state", is("COMPLETED")).body("rejected", is(rows));
        var back = Imports.by(folder).get("/sample/v1/imports/" + job.path("id") + "/rejected").asString().lines()
                .skip(1).toList();
        assertEquals(rows, back.size());
        for (int i = 1; i <= rows; i++) {
            var line = back.get(i - 1);
            assertTrue(line.startsWith("n" + i + ",F-none,"), line);
            assertEquals(i % 2 == 1, line.contains("writtenOn: "), line);
        }
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

    @ParameterizedTest
    @CsvSource({"templates/notes?header=fr,header", "templates/notes?header=ZH,header",
            "templates/notes?header=,header",
            "?kind=nothing,kind", "?kind=Notes,kind", "?kind=,kind"})
    void a_language_or_a_kind_that_there_is_none_of_is_refused(String address, String parameter) {
        // Given
        var folder = folders.top();
        // When
        var answer = Imports.by(folder).get("/sample/v1/imports" + (address.startsWith("?") ? "" : "/") + address);
        // Then
        answer.then().statusCode(400).body("code", is("PARAMETER_INVALID"))
                .body("errors.parameter", is(List.of(parameter)));
    }

    @Test
    void ones_own_imports_are_found_by_their_kind() {
        // Given
        var folder = folders.top();
        var job = Imports.by(folder).ended(Imports.file(folder, 1));
        // When
        var found = Imports.by(folder).get("/sample/v1/imports?kind=notes&sort=-queuedAt");
        // Then
        found.then().statusCode(200).body("items.id", hasItems(job.<String>path("id")));
    }
}
