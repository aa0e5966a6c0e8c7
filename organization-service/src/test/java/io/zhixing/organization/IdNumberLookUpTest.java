package io.zhixing.organization;

import static io.restassured.RestAssured.given;
import static io.zhixing.organization.Register.MEMBERS;
import static io.zhixing.organization.Register.refused;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IdNumberLookUpTest {

    private static final String LIMIT = "zhixing.calls-a-minute.look-up-id-number";

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
    void a_member_in_scope_is_found_by_his_number_however_it_is_written() {
        // When
        var answer = lookUp(branch, " " + text.get("idNumber").toLowerCase() + " ");
        // Then
        answer.then().statusCode(200).body("items", hasSize(1)).body("items[0].id", is(member))
                .body("items[0].memberNumber", is(text.get("memberNumber")))
                .body("items[0].organizationId", is(branch.id()));
        assertFalse(answer.asString().contains(text.get("idNumber")), answer.asString());
    }

    @Test
    void a_member_elsewhere_and_one_of_nowhere_are_answered_alike() {
        // Given
        var elsewhere = Register.branch();
        var unregistered = MemberText.full(branch.id()).get("idNumber");
        // When
        var other = lookUp(elsewhere, text.get("idNumber"));
        var nobody = lookUp(elsewhere, unregistered);
        // Then
        assertEquals(200, other.statusCode());
        assertEquals(nobody.statusCode(), other.statusCode());
        assertEquals(nobody.asString(), other.asString());
        assertEquals("{\"items\":[]}", other.asString());
    }

    @Test
    void each_look_up_is_entered_with_whom_it_found_and_without_the_number() {
        // When
        lookUp(branch, text.get("idNumber"));
        lookUp(branch, MemberText.full(branch.id()).get("idNumber"));
        // Then
        var entries = Trail.by(subject);
        entries.body("items.action", is(List.of("id-number-looked-up", "id-number-looked-up")))
                .body("items.operation", is(List.of("lookUpIdNumber", "lookUpIdNumber")))
                .body("items.rows", is(List.of(1, 0))).body("items[0].objectId", is(member))
                .body("items[1].objectId", nullValue()).body("items[0].organizationId", is(branch.id()));
        assertFalse(entries.extract().asString().contains(text.get("idNumber")));
    }

    @Test
    void what_is_no_id_number_is_refused_and_not_repeated() {
        // Given
        var wrong = text.get("idNumber").substring(0, 17) + (text.get("idNumber").endsWith("1") ? "2" : "1");
        // When
        var answer = lookUp(branch, wrong);
        // Then
        refused(answer, 422, "ID_NUMBER_INVALID");
        assertFalse(answer.asString().contains(wrong), answer.asString());
        Trail.by(subject).body("items", hasSize(0));
    }

    @Test
    void names_by_id_or_number_are_entered_as_one_look_up_with_their_count() {
        // Given
        var clerk = Tokens.grant("BRANCH_CLERK", branch.code()).subject(subject).token();
        // When
        Register.post(clerk, MEMBERS + "/lookup",
                "{\"ids\":[\"%s\"],\"memberNumbers\":[\"M-UNKNOWN\"]}".formatted(member)).then().statusCode(200)
                .body("items", hasSize(1));
        // Then
        Trail.by(subject).body("items", hasSize(1)).body("items[0].action", is("members-named"))
                .body("items[0].operation", is("lookUpMembers")).body("items[0].rows", is(1));
    }

    @Test
    void one_caller_tries_so_many_numbers_a_minute() {
        // Given
        System.setProperty(LIMIT, "2");
        try {
            lookUp(branch, text.get("idNumber"));
            lookUp(branch, "not a number");
            // When
            var third = lookUp(branch, text.get("idNumber"));
            // Then
            refused(third, 429, "TOO_MANY_CALLS");
            Trail.by(subject).body("items", hasSize(1));
        } finally {
            System.clearProperty(LIMIT);
        }
    }

    private Response lookUp(Register.Organization scope, String number) {
        return given().auth().oauth2(Tokens.grant("IDENTITY_CHECKER", scope.code()).subject(subject).token())
                .contentType(ContentType.JSON).body(new Body().with("idNumber", number).toString())
                .post(MEMBERS + "/id-numbers/lookup");
    }
}
