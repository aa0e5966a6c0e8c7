package io.zhixing.project;

import static io.restassured.RestAssured.given;

import java.util.Map;
import java.util.UUID;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.zhixing.platform.testing.contract.SetUp;
import io.zhixing.platform.testing.token.Tokens;

/** Somebody who handles money: what he does that is judged is a {@link #call}, what a test needs done before is not. */
record Handler(String role, City.Organization at, UUID person) {

    RequestSpecification call() {
        return call(key());
    }

    /** A call that counts once however often it is sent with this key. */
    RequestSpecification call(String key) {
        return given().auth().oauth2(token()).contentType(ContentType.JSON).header("Idempotency-Key", key);
    }

    /** The id of what he makes. */
    String makes(String list, Map<String, Object> body) {
        return setUp().post(Fund.BASE + list, body).id();
    }

    /** @param etag of the version from which the step is taken */
    void takes(String resource, String etag, Map<String, Object> move) {
        setUp().with("If-Match", etag).post(Fund.BASE + resource + "/transitions", move);
    }

    private SetUp setUp() {
        return SetUp.by(token()).with("Idempotency-Key", key());
    }

    private String token() {
        return Tokens.grant(role, at.code()).member(person).token();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
