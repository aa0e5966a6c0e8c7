package io.zhixing.session;

import static io.restassured.RestAssured.given;
import static io.zhixing.platform.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import io.restassured.response.Response;
import io.zhixing.platform.testing.contract.SetUp;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;

/** A file of sessions as a clerk or another system sends it, and what became of it. */
final class SessionFile {

    private static final Set<String> ENDED = Set.of("COMPLETED", "CANCELLED", "FAILED");

    private final String token;
    private final Response job;

    private SessionFile(String token, Response job) {
        this.token = token;
        this.job = job;
    }

    static SessionFile csv(City.Branch of, boolean dryRun, String... lines) {
        return sent(Tokens.of("BRANCH_CLERK", of.code()), "text/csv", dryRun, String.join("\r\n", lines));
    }

    static SessionFile lines(City.Branch of, boolean dryRun, List<String> lines) {
        return sent(Tokens.of("SYSTEM_CLIENT", of.code()), "application/x-ndjson", dryRun, String.join("\n", lines));
    }

    private static SessionFile sent(String token, String mediaType, boolean dryRun, String text) {
        var sent = given().auth().oauth2(token).header("Idempotency-Key", Ids.next().toString()).contentType(mediaType)
                .queryParam("kind", "sessions").queryParam("mode", "partial").queryParam("dryRun", dryRun)
                .body(text.getBytes(StandardCharsets.UTF_8)).post("/session/v1/imports");
        sent.then().statusCode(202);
        var address = sent.header("Location");
        var asking = SetUp.by(token);
        eventually(() -> assertTrue(ENDED.contains(asking.get(address).json().path("state").asText())));
        return new SessionFile(token, given().auth().oauth2(token).get(address));
    }

    Response job() {
        return job;
    }

    List<String> outcomes() {
        return results().path("items.outcome");
    }

    /** The codes of each row, joined; empty where nothing is wrong with it. */
    List<String> codes() {
        return results().path("items.collect { it.errors == null ? '' : it.errors.code.join('+') }");
    }

    private Response results() {
        return given().auth().oauth2(token)
                .get("/session/v1/imports/" + job.path("id") + "/results?limit=200");
    }
}
