package io.zhixing.organization;

import static io.restassured.RestAssured.given;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zhixing.platform.testing.token.Tokens;

/** What tests need in the register, made through the API. Every call makes something new. */
final class Register {

    static final String DIVISIONS = "/organization/v1/divisions";
    static final String ORGANIZATIONS = "/organization/v1/organizations";
    static final String MEMBERS = "/organization/v1/members";
    static final String POSTS = "/organization/v1/posts";
    static final String ROOT = "001";
    static final String CITY = "441200";
    static final LocalDate SET_UP = LocalDate.of(2010, 7, 1);

    private static final AtomicInteger NEXT = new AtomicInteger();

    private Register() {}

    record Organization(String id, String code, String etag) {}

    static String officer() {
        return Tokens.grant("CAMPAIGN_OFFICER", ROOT).and("SYSTEM_CLIENT", ROOT).token();
    }

    static synchronized String rootId() {
        given().auth().oauth2(officer()).contentType(ContentType.JSON)
                .body("{\"code\":\"%s\",\"name\":\"肇庆市\",\"level\":\"CITY\"}".formatted(CITY)).post(DIVISIONS);
        post(ORGANIZATIONS, organization(ROOT, "LOCAL_COMMITTEE", null));
        return given().auth().oauth2(officer()).queryParam("code", ROOT).get(ORGANIZATIONS).path("items[0].id");
    }

    /** A primary committee below the root. */
    static Organization committee() {
        return below(new Organization(rootId(), ROOT, null), "PRIMARY_COMMITTEE");
    }

    static Organization branch() {
        return below(committee(), "BRANCH");
    }

    static Organization below(Organization parent, String type) {
        var code = parent.code() + "%03d".formatted(NEXT.incrementAndGet() % 1000);
        var answer = post(ORGANIZATIONS, organization(code, type, parent.id()));
        answer.then().statusCode(201);
        return new Organization(answer.path("id"), code, answer.header("ETag"));
    }

    static String organization(String code, String type, String parentId) {
        var parent = parentId == null ? "" : ",\"parentId\":\"%s\"".formatted(parentId);
        return "{\"code\":\"%s\",\"name\":\"示例 %s\",\"type\":\"%s\",\"areaCode\":\"%s\",\"establishedOn\":\"%s\"%s}"
                .formatted(code, code, type, CITY, SET_UP, parent);
    }

    static Response post(String path, String body) {
        return given().auth().oauth2(officer()).contentType(ContentType.JSON).body(body).post(path);
    }

    /** A full member, on the roll since the day the branch was set up. */
    static String member(Organization branch) {
        var answer = post(MEMBERS, MemberText.full(branch.id()).toString());
        answer.then().statusCode(201);
        return answer.path("id");
    }

    static Response activate(Organization organization, String etag, String on) {
        return given().auth().oauth2(officer()).contentType(ContentType.JSON).header("If-Match", etag)
                .body("{\"transition\":\"activate\",\"on\":\"%s\"}".formatted(on))
                .post(ORGANIZATIONS + "/" + organization.id() + "/transitions");
    }

    static int next() {
        return NEXT.incrementAndGet();
    }
}
