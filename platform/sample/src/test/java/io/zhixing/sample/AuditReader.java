package io.zhixing.sample;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.zhixing.platform.testing.token.Tokens;

/** The trail as the audit administrator asks for it. */
final class AuditReader {

    private static final String ENTRIES = "/sample/v1/audit-entries";

    private AuditReader() {}

    static RequestSpecification as(String subject) {
        return given().auth().oauth2(Tokens.grant("AUDIT_ADMINISTRATOR", "city").subject(subject).token());
    }

    static RequestSpecification of(Folders.Folder folder) {
        return as("auditor").queryParam("organization", folder.id().toString());
    }

    static ValidatableResponse entriesAbout(String object) {
        return as("auditor").queryParam("object", object).get(ENTRIES).then().statusCode(200);
    }

    static ValidatableResponse entriesBy(String actor) {
        return as("auditor").queryParam("actor", actor).get(ENTRIES).then().statusCode(200);
    }

    static ValidatableResponse entriesOf(Folders.Folder folder) {
        return of(folder).queryParam("limit", 200).get(ENTRIES).then().statusCode(200);
    }

    static ValidatableResponse verificationOf(Folders.Folder folder) {
        return of(folder).get(ENTRIES + "/verification").then().statusCode(200);
    }
}
