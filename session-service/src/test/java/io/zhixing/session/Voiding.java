package io.zhixing.session;

import static io.restassured.RestAssured.given;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zhixing.platform.testing.token.Tokens;

/** The step that voids a recorded session, by another person than whoever records in these tests. */
final class Voiding {

    static final String ANOTHER = "another";

    private final UUID session;
    private final Map<String, Object> body = new LinkedHashMap<>(Map.of("transition", "void", "comment", "重复登记"));
    private String token;
    private String tag;

    private Voiding(City.Branch host, UUID session) {
        this.session = session;
        this.token = by(ANOTHER, "BRANCH_SECRETARY", host);
        this.tag = Correcting.tag(host, session);
        body.put("on", City.today().toString());
    }

    /** By the host's secretary, today, with the tag that was just read. */
    static Voiding of(City.Branch host, UUID session) {
        return new Voiding(host, session);
    }

    static String by(String person, String role, City.Branch at) {
        return Tokens.grant(role, at.code()).subject(person).token();
    }

    Voiding as(String token) {
        this.token = token;
        return this;
    }

    Voiding with(String field, Object value) {
        body.put(field, value);
        return this;
    }

    Voiding reading(String tag) {
        this.tag = tag;
        return this;
    }

    Response send() {
        return given().auth().oauth2(token).contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString()).header("If-Match", tag).body(body)
                .post(SessionText.ADDRESS + "/" + session + "/transitions");
    }
}
