package io.zhixing.organization;

import static io.restassured.RestAssured.given;
import static io.zhixing.organization.Register.MEMBERS;
import static io.zhixing.organization.Register.ORGANIZATIONS;
import static io.zhixing.organization.Register.POSTS;
import static io.zhixing.organization.Register.refused;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;

/** What is wrong with a call whatever it says of the register. */
@QuarkusTest
class CallRefusalTest {

    @Test
    void nobody_writes_without_a_token_made_for_this_suite() {
        // Given
        var committee = Register.committee();
        var branch = Register.below(committee, "BRANCH");
        var grant = Tokens.grant("SYSTEM_CLIENT", Register.ROOT);
        var before = Stored.below(committee);
        var body = MemberText.full(branch.id());
        // When
        var missing = given().contentType(ContentType.JSON).body(body.toString()).post(MEMBERS);
        var expired = Register.post(Tokens.grant("SYSTEM_CLIENT", Register.ROOT).expired().token(), MEMBERS, body);
        var foreign = Register.post(Tokens.grant("SYSTEM_CLIENT", Register.ROOT).forAudience("other").token(), MEMBERS,
                body);
        var forged = Register.post(Tokens.grant("SYSTEM_CLIENT", Register.ROOT).signedBySomebodyElse().token(), MEMBERS,
                body);
        var readOnly = Register.post(grant.scopes("organization:read").token(), MEMBERS, body);
        var nobody = Register.post(Tokens.withoutGrants().token(), MEMBERS, body);
        // Then
        refused(missing, 401, "UNAUTHENTICATED");
        refused(expired, 401, "UNAUTHENTICATED");
        refused(foreign, 401, "UNAUTHENTICATED");
        refused(forged, 401, "UNAUTHENTICATED");
        refused(readOnly, 403, "FORBIDDEN");
        refused(nobody, 403, "FORBIDDEN");
        assertEquals(before, Stored.below(committee));
    }

    @Test
    void a_body_that_is_no_json_or_too_large_is_refused_and_nothing_is_written() {
        // Given
        var committee = Register.committee();
        var branch = Register.below(committee, "BRANCH");
        var before = Stored.below(committee);
        // When
        var cut = Register.post(MEMBERS, MemberText.full(branch.id()).toString().replace("}", ""));
        var doubled = Register.post(MEMBERS, MemberText.full(branch.id()).toString().replace("}", ",\"name\":\"b\"}"));
        var large = Register.post(MEMBERS, MemberText.full(branch.id()).with("name", "x".repeat(1_100_000)));
        var empty = given().auth().oauth2(Register.officer()).contentType(ContentType.JSON).post(MEMBERS);
        // Then
        refused(cut, 400, "BODY_MALFORMED");
        refused(doubled, 400, "BODY_MALFORMED");
        refused(large, 413, "BODY_TOO_LARGE");
        refused(empty, 400, "BODY_REQUIRED");
        assertEquals(before, Stored.below(committee));
    }

    @Test
    void what_lies_outside_the_scope_is_not_found_as_if_it_did_not_exist() {
        // Given
        var mine = Register.branch();
        var other = Register.branch();
        var member = Register.member(other);
        var post = Register.post(POSTS, Register.secretary(member, other, "2014-03-01"));
        var outsider = Tokens.of("CAMPAIGN_OFFICER", mine.code());
        for (var address : new String[]{ORGANIZATIONS + "/" + other.id(), MEMBERS + "/" + member,
                POSTS + "/" + post.path("id"), POSTS + "/" + post.path("id") + "/transitions",
                POSTS + "/" + post.path("id") + "/history", ORGANIZATIONS + "/" + other.id() + "/history"}) {
            // When
            var hidden = Register.get(outsider, address);
            var shown = Register.get(Tokens.of("READER", other.code()), address);
            var absent = Register.get(outsider, address.replaceAll("[0-9a-f-]{36}", UUID.randomUUID().toString()));
            // Then
            refused(hidden, 404, "NOT_FOUND");
            refused(absent, 404, "NOT_FOUND");
            assertEquals(withoutAddress(absent), withoutAddress(hidden));
            shown.then().statusCode(200);
        }
        refused(Register.move(outsider, POSTS + "/" + post.path("id"), post.header("ETag"), "leave", "2016-01-01"),
                404, "NOT_FOUND");
    }

    @Test
    void a_step_needs_the_version_that_was_read() {
        // Given
        var committee = Register.committee();
        var step = "{\"transition\":\"activate\",\"on\":\"2012-01-04\"}";
        var address = ORGANIZATIONS + "/" + committee.id() + "/transitions";
        Register.activate(committee, committee.etag(), "2012-01-04").then().statusCode(200);
        var before = Stored.below(committee);
        // When
        var without = Register.post(address, step);
        var stale = Register.activate(committee, committee.etag(), "2012-01-05");
        // Then
        refused(without, 428, "PRECONDITION_REQUIRED");
        refused(stale, 412, "PRECONDITION_FAILED");
        assertEquals(before, Stored.below(committee));
    }

    @Test
    void a_key_repeats_its_answer_and_serves_no_other_body() {
        // Given
        var committee = Register.committee();
        var branch = Register.below(committee, "BRANCH");
        var key = Ids.next().toString();
        var body = MemberText.full(branch.id()).toString();
        var first = enrol(key, body);
        var before = Stored.below(committee);
        // When
        var again = enrol(key, body);
        var other = enrol(key, MemberText.full(branch.id()).toString());
        // Then
        again.then().statusCode(201).header("Idempotent-Replayed", "true").body("id", is(first.<String>path("id")));
        refused(other, 422, "IDEMPOTENCY_KEY_REUSED");
        assertEquals(before, Stored.below(committee));
    }

    private static Response enrol(String key, String body) {
        return given().auth().oauth2(Register.officer()).contentType(ContentType.JSON).header("Idempotency-Key", key)
                .body(body).post(MEMBERS);
    }

    /** The problem without what differs with the call: its address and its trace. */
    private static String withoutAddress(Response answer) {
        return answer.asString().replaceAll("\"(instance|traceId)\":\"[^\"]*\"", "");
    }
}
