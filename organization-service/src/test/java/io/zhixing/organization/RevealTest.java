package io.zhixing.organization;

import static io.restassured.RestAssured.given;
import static io.zhixing.organization.Register.MEMBERS;
import static io.zhixing.organization.Register.refused;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An ID number is shown in full to whoever has the role for it, never without an entry that says so. */
@QuarkusTest
class RevealTest {

    private static final String LIMIT = "zhixing.calls-a-minute.reveal";
    private static final String REASON = "办理组织关系转接，函号〔2017〕12";

    private Register.Organization branch;
    private String subject;
    private Body text;
    private String member;

    @BeforeEach
    void enrol() {
        branch = Register.branch();
        subject = Ids.next().toString();
        text = MemberText.full(branch.id());
        member = Register.post(MEMBERS, text).path("id");
    }

    @Test
    void the_number_leaves_with_an_entry_of_its_purpose_and_is_not_to_be_stored() {
        // When
        var answer = reveal(member);
        // Then
        answer.then().statusCode(200).body("idNumber", is(text.get("idNumber"))).header("Cache-Control", "no-store");
        Trail.by(subject).body("items", hasSize(1)).body("items[0].action", is("id-number-revealed"))
                .body("items[0].operation", is("revealMember")).body("items[0].objectId", is(member))
                .body("items[0].organizationId", is(branch.id())).body("items[0].purpose", is("MEMBERSHIP_TRANSFER"))
                .body("items[0].rows", is(1)).body("items[0].result", is("DONE"));
        assertFalse(Trail.about(member).extract().asString().contains(text.get("idNumber")));
    }

    @Test
    void no_number_leaves_when_its_entry_cannot_be_written() throws SQLException {
        // Given
        try (var connection = Database.asOwner().connect()) {
            connection.setAutoCommit(false);
            try (var lock = connection
                    .prepareStatement("select from audit_head where organization_id = ?::uuid for update")) {
                lock.setString(1, branch.id());
                assertTrue(lock.executeQuery().next());
            }
            // When
            var answer = reveal(member);
            // Then
            refused(answer, 503, "TEMPORARILY_UNAVAILABLE");
            assertFalse(answer.asString().contains(text.get("idNumber")));
            connection.rollback();
        }
        reveals(member).then().body("items", hasSize(0));
        Trail.by(subject).body("items", hasSize(0));
    }

    @Test
    void the_superior_reads_why_a_number_was_shown_and_the_table_does_not_tell() {
        // Given
        reveal(member).then().statusCode(200);
        // When
        var list = reveals(member);
        // Then
        list.then().statusCode(200).body("items", hasSize(1)).body("items[0].reason", is(REASON))
                .body("items[0].purpose", is("MEMBERSHIP_TRANSFER")).body("items[0].revealedBy", is("test/" + subject));
        var path = Database.asOwner().query("select path from organizations_named(array[?])", row -> row.getString(1),
                branch.id()).get(0);
        var stored = Database.asApplication().within(path).query(
                "select r::text, encode(reason, 'escape') from id_number_reveal r where member_id = ?::uuid",
                row -> row.getString(1) + row.getString(2), member);
        assertEquals(1, stored.size());
        assertFalse(stored.get(0).contains("2017"), stored.get(0));
    }

    @Test
    void numbers_whose_rows_were_exchanged_open_for_neither_member() {
        // Given
        var otherText = MemberText.full(branch.id());
        String other = Register.post(MEMBERS, otherText).path("id");
        exchange(member, other);
        // When
        var first = reveal(member);
        var second = reveal(other);
        // Then
        for (var answer : new Response[]{first, second}) {
            refused(answer, 500, "INTERNAL_ERROR");
            assertFalse(answer.asString().contains(text.get("idNumber")), answer.asString());
            assertFalse(answer.asString().contains(otherText.get("idNumber")), answer.asString());
        }
        Trail.by(subject).body("items", hasSize(0));
    }

    @Test
    void the_answer_is_kept_for_no_repeat() {
        // When
        var answer = asking(subject).header("Idempotency-Key", Ids.next().toString()).post(MEMBERS + "/{id}/reveal",
                member);
        // Then
        refused(answer, 400, "IDEMPOTENCY_KEY_NOT_TAKEN");
        assertFalse(answer.asString().contains(text.get("idNumber")));
    }

    @Test
    void a_purpose_and_a_reason_are_needed() {
        // When
        var answer = given().auth().oauth2(revealer(subject)).contentType(ContentType.JSON)
                .body("{\"fields\":[],\"reason\":\"abc\"}").post(MEMBERS + "/{id}/reveal", member);
        // Then
        refused(answer, 400, "VALIDATION_FAILED");
        answer.then().body("errors.pointer", hasItem("/purpose")).body("errors.pointer", hasItem("/reason"))
                .body("errors.pointer", hasItem("/fields"));
    }

    @Test
    void whoever_may_only_look_members_up_is_shown_no_number() {
        // Given
        var officer = Tokens.grant("CAMPAIGN_OFFICER", branch.code()).and("IDENTITY_CHECKER", branch.code())
                .subject(subject).token();
        // When
        var answer = given().auth().oauth2(officer).contentType(ContentType.JSON).body(body())
                .post(MEMBERS + "/{id}/reveal", member);
        // Then
        refused(answer, 403, "FORBIDDEN");
        Trail.by(subject).body("items.action", is(List.of("refusal")));
    }

    @Test
    void one_caller_is_shown_so_many_numbers_a_minute_and_another_one_his_own() {
        // Given
        System.setProperty(LIMIT, "2");
        try {
            reveal(member).then().statusCode(200);
            reveal(Ids.next().toString()).then().statusCode(404);   // counts too
            // When
            var third = reveal(member);
            var another = asking(Ids.next().toString()).post(MEMBERS + "/{id}/reveal", member);
            // Then
            refused(third, 429, "TOO_MANY_CALLS");
            assertFalse(third.asString().contains(text.get("idNumber")));
            assertTrue(Integer.parseInt(third.header("Retry-After")) > 0);
            another.then().statusCode(200);
            Trail.by(subject).body("items.action", is(List.of("id-number-revealed")));
        } finally {
            System.clearProperty(LIMIT);
        }
    }

    private Response reveal(String id) {
        return asking(subject).post(MEMBERS + "/{id}/reveal", id);
    }

    private RequestSpecification asking(String caller) {
        return given().auth().oauth2(revealer(caller)).contentType(ContentType.JSON).body(body());
    }

    private String revealer(String caller) {
        return Tokens.grant("IDENTITY_REVEALER", branch.code()).subject(caller).token();
    }

    private static String body() {
        return new Body().raw("fields", "[\"ID_NUMBER\"]").with("purpose", "MEMBERSHIP_TRANSFER").with("reason", REASON)
                .toString();
    }

    private Response reveals(String id) {
        return Register.get(Tokens.of("CAMPAIGN_OFFICER", branch.code()), MEMBERS + "/" + id + "/reveals");
    }

    private void exchange(String one, String other) {
        var path = Database.asOwner().query("select path from organizations_named(array[?])", row -> row.getString(1),
                branch.id()).get(0);
        try (var connection = Database.asApplication().within(path).connect();
                var update = connection.prepareStatement("""
                        update party_member a set id_number = b.id_number from party_member b
                        where (a.id, b.id) in ((?::uuid, ?::uuid), (?::uuid, ?::uuid))""")) {
            update.setString(1, one);
            update.setString(2, other);
            update.setString(3, other);
            update.setString(4, one);
            assertEquals(2, update.executeUpdate());
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
