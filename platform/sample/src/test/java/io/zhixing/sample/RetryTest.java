package io.zhixing.sample;

import static io.restassured.RestAssured.given;
import static io.zhixing.platform.testing.Eventually.eventually;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RetryTest {

    @Inject
    Folders folders;

    @Test
    void a_repeated_call_gets_the_first_answer_and_makes_no_second_effect() {
        // Given
        var folder = folders.top();
        var key = Ids.next().toString();
        var first = write(folder, "first").header("Idempotency-Key", key).post("/sample/v1/notes");
        // When
        var second = write(folder, "first").header("Idempotency-Key", key).post("/sample/v1/notes");
        // Then
        first.then().statusCode(201).header("Idempotent-Replayed", (String) null);
        second.then().statusCode(201).header("Idempotent-Replayed", "true")
                .header("Location", first.header("Location")).header("ETag", first.header("ETag"));
        assertEquals(first.asString(), second.asString());
        as("READER", folder).queryParam("count", "true").get("/sample/v1/notes").then().body("total", is(1));
    }

    @Test
    void a_key_used_for_another_request_is_refused() {
        // Given
        var folder = folders.top();
        var key = Ids.next().toString();
        write(folder, "one").header("Idempotency-Key", key).post("/sample/v1/notes").then().statusCode(201);
        // When
        var other = write(folder, "two").header("Idempotency-Key", key).post("/sample/v1/notes");
        // Then
        other.then().statusCode(422).body("code", is("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void an_empty_key_is_refused_also_where_none_is_needed() {
        // Given
        var folder = folders.top();
        // When
        var answer = write(folder, "unprotected").header("Idempotency-Key", "").post("/sample/v1/notes");
        // Then
        answer.then().statusCode(400).body("code", is("IDEMPOTENCY_KEY_INVALID"));
        as("READER", folder).queryParam("count", "true").get("/sample/v1/notes").then().body("total", is(0));
    }

    @Test
    void a_refused_call_stores_nothing_so_its_repeat_is_judged_anew() {
        // Given
        var folder = folders.top();
        var key = Ids.next().toString();
        write(folder, "").header("Idempotency-Key", key).post("/sample/v1/notes").then().statusCode(400);
        // When
        var corrected = write(folder, "right").header("Idempotency-Key", key).post("/sample/v1/notes");
        // Then
        corrected.then().statusCode(201);
    }

    @Test
    void three_hundred_and_twenty_parallel_calls_with_one_key_make_one_effect() throws Exception {
        // Given
        var folder = folders.top();
        var key = Ids.next().toString();
        var title = Ids.next().toString().substring(18);
        var threads = Executors.newFixedThreadPool(32);
        // When
        var answers = threads.invokeAll(IntStream.range(0, 320)
                .<Callable<Response>>mapToObj(
                        i -> () -> write(folder, title).header("Idempotency-Key", key).post("/sample/v1/notes"))
                .toList()).stream().map(RetryTest::value).toList();
        threads.shutdown();
        // Then
        var statuses = answers.stream().map(Response::statusCode).collect(Collectors.toSet());
        assertTrue(Set.of(201, 409, 503).containsAll(statuses), () -> "statuses " + statuses);
        assertEquals(1, answers.stream().filter(answer -> answer.statusCode() == 201).map(Response::asString).distinct()
                .count());
        assertEquals(1, answers.stream()
                .filter(answer -> answer.statusCode() == 201 && answer.header("Idempotent-Replayed") == null).count());
        as("READER", folder).queryParam("count", "true").get("/sample/v1/notes").then().body("total", is(1));
    }

    @Test
    void a_key_whose_time_is_over_is_a_new_one() {
        // Given
        var folder = folders.top();
        var key = Ids.next().toString();
        var caller = writeOnce(folder, key);
        var title = Imports.title();
        // When
        var other = write(folder, title).auth().oauth2(caller).header("Idempotency-Key", key)
                .post("/sample/v1/notes");
        var again = write(folder, title).auth().oauth2(caller).header("Idempotency-Key", key)
                .post("/sample/v1/notes");
        // Then
        other.then().statusCode(201).header("Idempotent-Replayed", (String) null);
        again.then().statusCode(201).header("Idempotent-Replayed", "true").header("Location", other.header("Location"));
        as("READER", folder).queryParam("count", "true").get("/sample/v1/notes").then().body("total", is(2));
    }

    @Test
    void of_many_calls_with_a_key_whose_time_is_over_one_makes_the_effect() throws Exception {
        // Given
        var folder = folders.top();
        var key = Ids.next().toString();
        var caller = writeOnce(folder, key);
        var title = Ids.next().toString().substring(18);
        var threads = Executors.newFixedThreadPool(16);
        // When
        var answers = threads.invokeAll(IntStream.range(0, 64)
                .<Callable<Response>>mapToObj(i -> () -> write(folder, title).auth().oauth2(caller)
                        .header("Idempotency-Key", key).post("/sample/v1/notes"))
                .toList()).stream().map(RetryTest::value).toList();
        threads.shutdown();
        // Then
        var statuses = answers.stream().map(Response::statusCode).collect(Collectors.toSet());
        assertTrue(Set.of(201, 409, 503).containsAll(statuses), () -> "statuses " + statuses);
        assertEquals(1, answers.stream()
                .filter(answer -> answer.statusCode() == 201 && answer.header("Idempotent-Replayed") == null).count());
        as("READER", folder).queryParam("count", "true").get("/sample/v1/notes").then().body("total", is(2));
    }

    @Test
    void a_change_needs_the_version_that_was_read() {
        // Given
        var folder = folders.top();
        var written = write(folder, "draft").post("/sample/v1/notes");
        var address = written.header("Location");
        // When
        var without = rename(folder, "a").put(address);
        var any = rename(folder, "a").header("If-Match", "*").put(address);
        var right = rename(folder, "final").header("If-Match", written.header("ETag")).put(address);
        var stale = rename(folder, "b").header("If-Match", written.header("ETag")).put(address);
        // Then
        without.then().statusCode(428).body("code", is("PRECONDITION_REQUIRED"));
        any.then().statusCode(428);
        right.then().statusCode(200).header("ETag", notNullValue()).body("version", is(2));
        stale.then().statusCode(412).body("code", is("PRECONDITION_FAILED")).header("ETag",
                equalTo(right.header("ETag")));
    }

    @Test
    void a_version_is_known_without_the_quotes_of_its_tag_and_by_no_half_of_them() {
        // Given
        var folder = folders.top();
        var written = write(folder, Imports.title()).post("/sample/v1/notes");
        var address = written.header("Location");
        // When
        var half = rename(folder, Imports.title()).header("If-Match", "\"v1").put(address);
        var bare = rename(folder, Imports.title()).header("If-Match", "v1").put(address);
        var stale = rename(folder, Imports.title()).header("If-Match", "v1").put(address);
        // Then
        half.then().statusCode(412).body("code", is("PRECONDITION_FAILED"));
        bare.then().statusCode(200).body("version", is(2));
        stale.then().statusCode(412).body("code", is("PRECONDITION_FAILED"));
    }

    @Test
    void a_change_that_another_one_overtakes_between_its_look_and_its_write_is_told_the_present_version()
            throws Exception {
        // Given
        var folder = folders.top();
        var written = write(folder, Imports.title()).post("/sample/v1/notes");
        var address = written.header("Location");
        try (var other = Database.asApplication().within(folder.path()).connect()) {
            other.setAutoCommit(false);
            try (var overtaking = other.prepareStatement("update note set version = version + 1 where id = ?::uuid")) {
                overtaking.setString(1, written.path("id"));
                assertEquals(1, overtaking.executeUpdate());
            }
            // When
            var overtaken = CompletableFuture.supplyAsync(() -> rename(folder, Imports.title())
                    .header("If-Match", written.header("ETag")).put(address));
            eventually(() -> assertTrue(waitsForAnother()));
            other.commit();
            // Then
            overtaken.get().then().statusCode(412).body("code", is("PRECONDITION_FAILED")).header("ETag",
                    equalTo("\"v2\""));
        }
        as("READER", folder).get(address).then().header("ETag", equalTo("\"v2\""));
    }

    private static boolean waitsForAnother() {
        return Database.asOwner().query(
                "select count(*) from pg_locks where locktype = 'transactionid' and not granted",
                row -> row.getInt(1)).get(0) > 0;
    }

    @Test
    void a_resource_that_the_caller_has_is_not_sent_again() {
        // Given
        var folder = folders.top();
        var written = write(folder, "same").post("/sample/v1/notes");
        // When
        var again = as("READER", folder).header("If-None-Match", written.header("ETag"))
                .get(written.header("Location"));
        // Then
        again.then().statusCode(304);
        assertEquals("", again.asString());
    }

    /** Token of a caller whose call with this key was answered longer ago than an answer is kept. */
    private static String writeOnce(Folders.Folder folder, String key) {
        var subject = Ids.next().toString();
        var caller = Tokens.grant("WRITER", folder.code()).subject(subject).token();
        write(folder, Imports.title()).auth().oauth2(caller).header("Idempotency-Key", key).post("/sample/v1/notes")
                .then()
                .statusCode(201);
        assertEquals(1, Database.asApplication().query("""
                update idempotency set expires_at = clock_timestamp() - interval '1 second'
                where caller like '%' || ? returning caller""", row -> row.getString(1), subject).size());
        return caller;
    }

    private static RequestSpecification as(String role, Folders.Folder folder) {
        return given().auth().oauth2(Tokens.of(role, folder.code()));
    }

    private static RequestSpecification write(Folders.Folder folder, String title) {
        return as("WRITER", folder).contentType(ContentType.JSON)
                .body("{\"folder\":\"%s\",\"title\":\"%s\",\"writtenOn\":\"2016-07-01\"}".formatted(folder.code(),
                        title));
    }

    private static RequestSpecification rename(Folders.Folder folder, String title) {
        return as("WRITER", folder).contentType(ContentType.JSON).body("{\"title\":\"%s\"}".formatted(title));
    }

    private static <T> T value(Future<T> future) {
        try {
            return future.get();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }
}
