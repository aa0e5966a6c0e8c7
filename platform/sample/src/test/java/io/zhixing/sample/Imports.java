package io.zhixing.sample;

import static io.restassured.RestAssured.given;
import static io.zhixing.platform.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.restassured.response.Response;
import io.zhixing.platform.testing.contract.SetUp;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;

/** Files of notes as a caller sends them and follows them. */
final class Imports {

    private static final Set<String> ENDED = Set.of("COMPLETED", "CANCELLED", "FAILED");

    private final String token;
    private String mode = "partial";
    private boolean dryRun;
    private String mediaType = "text/csv";

    private Imports(String token) {
        this.token = token;
    }

    static Imports by(Folders.Folder folder) {
        return new Imports(Tokens.of("WRITER", folder.code()));
    }

    static String file(Folders.Folder folder, int rows) {
        return IntStream.range(0, rows).mapToObj(i -> title() + "," + folder.code() + ",2016-07-01\r\n")
                .collect(Collectors.joining("", "title,folder,writtenOn\r\n", ""));
    }

    static String title() {
        return Ids.next().toString().replace("-", "").substring(10, 29);
    }

    Imports allOrNothing() {
        mode = "allOrNothing";
        return this;
    }

    Imports dry() {
        dryRun = true;
        return this;
    }

    Imports lines() {
        mediaType = "application/x-ndjson";
        return this;
    }

    Response send(String file) {
        return sendWith(Ids.next().toString(), file);
    }

    Response sendWith(String key, String file) {
        return given().auth().oauth2(token).header("Idempotency-Key", key).contentType(mediaType)
                .queryParam("kind", "notes").queryParam("mode", mode).queryParam("dryRun", dryRun)
                .body(file.getBytes(java.nio.charset.StandardCharsets.UTF_8)).post("/sample/v1/imports");
    }

    /** The job of this file once it has ended. */
    Response ended(String file) {
        var sent = send(file);
        sent.then().statusCode(202);
        return awaitEnd(sent.header("Location"));
    }

    Response awaitEnd(String location) {
        var asking = SetUp.by(token);
        eventually(() -> assertTrue(ENDED.contains(asking.get(location).json().path("state").asText())));
        return get(location);
    }

    Response get(String path) {
        return given().auth().oauth2(token).get(path);
    }

    List<String> outcomes(Response job) {
        return get("/sample/v1/imports/" + job.path("id") + "/results?limit=200").path("items.outcome");
    }

    /** The codes of each row, joined; empty where nothing is wrong with it. */
    List<String> codes(Response job) {
        return get("/sample/v1/imports/" + job.path("id") + "/results?limit=200")
                .path("items.collect { it.errors == null ? '' : it.errors.code.join('+') }");
    }

    /** A note of this title, for which whoever writes another of the same waits. */
    static void writeWithoutCommit(Connection other, Folders.Folder folder, String title) throws SQLException {
        other.setAutoCommit(false);
        try (var insert = other.prepareStatement("""
                insert into note (id, folder_id, organization_path, title, written_on, version)
                values (?, ?, ?, ?, '2016-07-01', 1)""")) {
            insert.setObject(1, Ids.next());
            insert.setObject(2, folder.id());
            insert.setString(3, folder.path());
            insert.setString(4, title);
            insert.executeUpdate();
        }
    }

    /** The statement that waits is ended as by its time limit. */
    static List<Boolean> cancelled() {
        return Database.asApplication().query("""
                select pg_cancel_backend(pid) from pg_stat_activity
                where usename = current_user and state = 'active' and wait_event_type = 'Lock'""",
                row -> row.getBoolean(1));
    }

    /** How many statements wait for another transaction. */
    static int waiting() {
        return Database.asApplication().query("""
                select count(*) from pg_stat_activity
                where usename = current_user and state = 'active' and wait_event_type = 'Lock'""",
                row -> row.getInt(1)).get(0);
    }
}
