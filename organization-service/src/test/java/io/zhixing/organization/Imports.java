package io.zhixing.organization;

import static io.restassured.RestAssured.given;
import static io.zhixing.platform.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.restassured.response.Response;
import io.zhixing.platform.testing.contract.SetUp;
import io.zhixing.platform.time.Ids;

/** Files as a caller sends them and follows them. */
final class Imports {

    private static final String IMPORTS = "/organization/v1/imports";
    private static final Set<String> ENDED = Set.of("COMPLETED", "CANCELLED", "FAILED");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String kind;
    private final String token;
    private String mode = "partial";
    private boolean dryRun;
    private String form = "text/csv";

    private Imports(String kind, String token) {
        this.kind = kind;
        this.token = token;
    }

    static Imports of(String kind) {
        return by(Register.officer(), kind);
    }

    static Imports by(String token, String kind) {
        return new Imports(kind, token);
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
        form = "application/x-ndjson";
        return this;
    }

    Response send(String file) {
        return given().auth().oauth2(token).header("Idempotency-Key", Ids.next().toString()).contentType(form)
                .queryParam("kind", kind).queryParam("mode", mode).queryParam("dryRun", dryRun)
                .body(file.getBytes(StandardCharsets.UTF_8)).post(IMPORTS);
    }

    /** The job of this file once it has ended. */
    Response ended(String file) {
        var sent = send(file);
        sent.then().statusCode(202);
        var address = sent.header("Location");
        var asking = SetUp.by(token);
        eventually(PATIENCE, () -> assertTrue(ENDED.contains(asking.get(address).json().path("state").asText())));
        return Register.get(token, address);
    }

    /** What became of each row, with the codes of those refused: {@code CREATED}, {@code REJECTED ID_NUMBER_TAKEN}. */
    List<String> results(Response job) {
        var page = page(job);
        List<String> outcomes = page.path("items.outcome");
        List<String> codes = page.path("items.collect { it.errors == null ? '' : it.errors.code.join(' ') }");
        var results = new ArrayList<String>();
        for (int i = 0; i < outcomes.size(); i++) {
            results.add((outcomes.get(i) + " " + codes.get(i)).strip());
        }
        return results;
    }

    /** The columns that the errors of each row name; null for the row as a whole. */
    List<List<String>> columns(Response job) {
        return page(job).path("items.collect { it.errors == null ? [] : it.errors.column }");
    }

    Response page(Response job) {
        return Register.get(token, IMPORTS + "/" + job.path("id") + "/results?limit=200");
    }
}
