package io.zhixing.sample;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuditTest {

    private static final String NOTES = "/sample/v1/notes";

    @Inject
    Folders folders;

    @Test
    void a_write_leaves_one_entry_that_says_who_did_what_by_which_call() {
        // Given
        var folder = folders.top();
        var clerk = Tokens.grant("WRITER", folder.code()).client("county-office").subject("clerk-7").token();
        // When
        var note = write(clerk, folder, "said").<String>path("id");
        // Then
        AuditReader.entriesAbout(note).body("items", hasSize(1)).body("items[0].action", is("note-written.v1"))
                .body("items[0].operation", is("writeNote")).body("items[0].client", is("county-office"))
                .body("items[0].actor", is("clerk-7")).body("items[0].roles", is("WRITER"))
                .body("items[0].organizationId", is(folder.id().toString())).body("items[0].seq", is(1))
                .body("items[0].objectType", is("note")).body("items[0].objectVersion", is(1))
                .body("items[0].result", is("DONE")).body("items[0].traceId", matchesPattern("[0-9a-f]{32}"))
                .body("items[0].digestBefore", nullValue())
                .body("items[0].digestAfter", matchesPattern("[0-9a-f]{64}"));
    }

    @Test
    void a_change_is_entered_with_the_digests_before_and_after_it() {
        // Given
        var folder = folders.top();
        var written = write(writer(folder), folder, "before");
        // When
        given().auth().oauth2(writer(folder)).contentType(ContentType.JSON).header("If-Match", written.header("ETag"))
                .body("{\"title\":\"after %s\"}".formatted(folder.code())).put(written.header("Location")).then()
                .statusCode(200);
        // Then
        var entries = AuditReader.entriesAbout(written.path("id"));
        entries.body("items.objectVersion", is(List.of(1, 2)));
        entries.body("items[1].digestBefore", equalTo(entries.extract().path("items[0].digestAfter")));
    }

    @Test
    void a_write_that_fails_leaves_no_entry_and_no_gap() {
        // Given
        var folder = folders.top();
        write(writer(folder), folder, "taken");
        // When
        post(writer(folder), folder, "taken").then().statusCode(409).body("code", is("NOTE_TITLE_TAKEN"));
        write(writer(folder), folder, "free");
        // Then
        AuditReader.entriesOf(folder).body("items.seq", is(List.of(1, 2)));
    }

    @Test
    void a_refusal_is_entered_though_its_transaction_was_rolled_back() {
        // Given
        var mine = folders.top();
        var other = folders.top();
        var subject = Ids.next().toString();
        var caller = Tokens.grant("WRITER", mine.code()).and("READER", other.code()).subject(subject).token();
        // When
        post(caller, other, "intruder").then().statusCode(403).body("code", is("FORBIDDEN"));
        // Then
        AuditReader.entriesBy(subject).body("items", hasSize(1)).body("items[0].action", is("refusal"))
                .body("items[0].operation", is("writeNote")).body("items[0].objectType", is("notes"))
                .body("items[0].roles", is("READER,WRITER")).body("items[0].result", is("FORBIDDEN"));
    }

    /** docs/adr/0022: an entry would tell that there is something, and anybody could fill the trail with guesses. */
    @Test
    void what_lies_outside_the_callers_scope_leaves_no_entry_in_anybodys_trail() {
        // Given
        var mine = folders.top();
        var other = folders.top();
        var hidden = write(writer(other), other, "hidden");
        var subject = Ids.next().toString();
        var caller = Tokens.grant("WRITER", mine.code()).subject(subject).token();
        // When
        given().auth().oauth2(caller).get(hidden.header("Location")).then().statusCode(404);
        given().auth().oauth2(caller).contentType(ContentType.JSON).header("If-Match", hidden.header("ETag"))
                .body("{\"title\":\"mine now\"}").put(hidden.header("Location")).then().statusCode(404);
        post(caller, other, "intruder").then().statusCode(422).body("code", is("REFERENCE_UNKNOWN"));
        // Then
        AuditReader.entriesBy(subject).body("items", hasSize(0));
        AuditReader.entriesOf(other).body("items.actor", is(List.of("test")));
        AuditReader.entriesOf(mine).body("items", hasSize(0));
    }

    @Test
    void a_call_whose_role_is_refused_before_any_work_is_entered() {
        // Given
        var folder = folders.top();
        var subject = Ids.next().toString();
        var reader = Tokens.grant("READER", folder.code()).subject(subject).token();
        // When
        post(reader, folder, "reader").then().statusCode(403);
        // Then
        AuditReader.entriesBy(subject).body("items", hasSize(1)).body("items[0].result", is("FORBIDDEN"));
    }

    @Test
    void a_token_with_two_administrator_roles_is_entered_with_its_code() {
        // Given
        var subject = Ids.next().toString();
        var both = Tokens.grant("AUDIT_ADMINISTRATOR", "city").and("SYSTEM_ADMINISTRATOR", "city").subject(subject)
                .token();
        // When
        given().auth().oauth2(both).get("/sample/v1/audit-entries").then().statusCode(403).body("code",
                is("ADMINISTRATOR_ROLES_COMBINED"));
        // Then
        AuditReader.entriesBy(subject).body("items", hasSize(1)).body("items[0].result",
                is("ADMINISTRATOR_ROLES_COMBINED"));
    }

    @Test
    void an_export_is_entered_at_its_start_and_at_its_end_with_its_rows() {
        // Given
        var folder = folders.top();
        write(writer(folder), folder, "one");
        write(writer(folder), folder, "two");
        var subject = Ids.next().toString();
        var reader = Tokens.grant("READER", folder.code()).subject(subject).token();
        // When
        given().auth().oauth2(reader).accept("text/csv").get(NOTES).then().statusCode(200);
        // Then
        AuditReader.entriesBy(subject).body("items.action", is(List.of("export-started", "export-finished")))
                .body("items.objectType", everyItem(is("notes"))).body("items[1].rows", is(2))
                .body("items[1].result", is("DONE"));
    }

    @Test
    void an_import_is_entered_at_its_start_and_its_rows_have_a_chain_of_their_own() {
        // Given
        var folder = folders.top();
        var title = Ids.next().toString().substring(20);
        // When
        var job = Imports.by(folder)
                .ended("title,folder,writtenOn\r\n%s,%s,2016-07-01\r\n%s b,%s,2016-07-01\r\n".formatted(title,
                        folder.code(), title, folder.code()))
                .<String>path("id");
        // Then
        AuditReader.entriesAbout(job).body("items", hasSize(1)).body("items[0].operation", is("startImport"))
                .body("items[0].action", is("silent-write"));
        AuditReader.entriesOf(folder).body("items.findAll { it.importId == '%s' }.seq".formatted(job),
                is(List.of(1, 2)));
    }

    @Test
    void rows_of_two_organizations_by_turns_are_chained_in_the_order_of_the_file_for_each_of_them() {
        // Given
        var above = folders.top();
        var left = folders.in(above);
        var right = folders.in(above);
        var title = Ids.next().toString().substring(20);
        var rows = IntStream.range(0, 7)
                .mapToObj(i -> "%s %d,%s,2016-07-01\r\n".formatted(title, i, (i % 2 == 0 ? left : right).code()))
                .collect(Collectors.joining());
        // When
        var ended = Imports.by(above).ended("title,folder,writtenOn\r\n" + rows);
        // Then
        var made = Imports.by(above).get("/sample/v1/imports/" + ended.path("id") + "/results")
                .<List<String>>path("items.resourceId");
        AuditReader.entriesOf(left).body("items.seq", is(List.of(1, 2, 3, 4))).body("items.objectId",
                is(List.of(made.get(0), made.get(2), made.get(4), made.get(6))));
        AuditReader.entriesOf(right).body("items.seq", is(List.of(1, 2, 3))).body("items.objectId",
                is(List.of(made.get(1), made.get(3), made.get(5))));
        AuditReader.verificationOf(left).body("intact", is(true)).body("entries", is(4));
        AuditReader.verificationOf(right).body("intact", is(true)).body("entries", is(3));
    }

    @Test
    void writers_of_one_organization_at_once_leave_no_gap() throws Exception {
        // Given
        var folder = folders.top();
        var token = writer(folder);
        var threads = Executors.newFixedThreadPool(8);
        // When
        var answers = threads.invokeAll(IntStream.range(0, 40)
                .<Callable<Response>>mapToObj(i -> () -> post(token, folder, "at once " + i)).toList());
        threads.shutdown();
        long written = 0;
        for (var answer : answers) {
            written += answer.get().statusCode() == 201 ? 1 : 0;
        }
        // Then
        assertEquals(40, written);
        AuditReader.entriesOf(folder).body("items.seq.collect { it as long }",
                is(LongStream.rangeClosed(1, written).boxed().toList()));
        AuditReader.verificationOf(folder).body("intact", is(true)).body("entries", is(40));
    }

    @Test
    void the_auditors_own_reading_is_entered() {
        // Given
        var folder = folders.top();
        write(writer(folder), folder, "watched");
        var auditor = Ids.next().toString();
        // When
        AuditReader.as(auditor).queryParam("organization", folder.id().toString()).get("/sample/v1/audit-entries")
                .then().statusCode(200);
        AuditReader.as(auditor).queryParam("organization", folder.id().toString())
                .get("/sample/v1/audit-entries/verification").then().statusCode(200);
        // Then
        AuditReader.entriesBy(auditor).body("items.action", is(List.of("trail-read", "trail-verified")))
                .body("items[0].rows", is(1)).body("items.actor", everyItem(is(auditor)))
                .body("items[0].at", notNullValue());
    }

    @Test
    void days_and_pages_are_kept() {
        // Given
        var folder = folders.top();
        write(writer(folder), folder, "page one");
        write(writer(folder), folder, "page two");
        // When
        var first = AuditReader.of(folder).queryParam("limit", 1).get("/sample/v1/audit-entries");
        var second = AuditReader.of(folder).queryParam("limit", 1).queryParam("cursor", first.<String>path("next"))
                .get("/sample/v1/audit-entries");
        var before = AuditReader.of(folder).queryParam("enteredTo", "2016-07-01").get("/sample/v1/audit-entries");
        // Then
        first.then().body("items.seq", is(List.of(1)));
        second.then().body("items.seq", is(List.of(2)));
        before.then().statusCode(200).body("items", hasSize(0));
    }

    private static String writer(Folders.Folder folder) {
        return Tokens.of("WRITER", folder.code());
    }

    private static Response write(String token, Folders.Folder folder, String title) {
        var answer = post(token, folder, title);
        answer.then().statusCode(201);
        return answer;
    }

    private static Response post(String token, Folders.Folder folder, String title) {
        return given().auth().oauth2(token).contentType(ContentType.JSON)
                .body("{\"folder\":\"%s\",\"title\":\"%s %s\",\"writtenOn\":\"2016-07-01\"}".formatted(folder.code(),
                        title, folder.code()))
                .post(NOTES);
    }
}
