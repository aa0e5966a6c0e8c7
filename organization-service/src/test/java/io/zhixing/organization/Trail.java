package io.zhixing.organization;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.zhixing.platform.testing.token.Tokens;

/** The audit trail as its administrator reads it. */
final class Trail {

    private static final String ENTRIES = "/organization/v1/audit-entries";

    private Trail() {}

    static ValidatableResponse about(String object) {
        return read("object", object);
    }

    static ValidatableResponse by(String actor) {
        return read("actor", actor);
    }

    private static ValidatableResponse read(String filter, String value) {
        return given().auth().oauth2(Tokens.grant("AUDIT_ADMINISTRATOR", Register.ROOT).subject("auditor").token())
                .queryParam(filter, value).get(ENTRIES).then().statusCode(200);
    }
}
