package io.zhixing.sample;

import static io.restassured.RestAssured.given;
import static io.zhixing.platform.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.restassured.response.Response;
import io.zhixing.platform.testing.contract.SetUp;
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
}
