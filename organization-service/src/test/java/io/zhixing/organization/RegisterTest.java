package io.zhixing.organization;

import static io.restassured.RestAssured.given;
import static io.zhixing.organization.Register.MEMBERS;
import static io.zhixing.organization.Register.ORGANIZATIONS;
import static io.zhixing.organization.Register.POSTS;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.database.Statements;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RegisterTest {

    @Test
    void a_branch_with_three_full_members_is_activated_and_counted() {
        // Given
        var committee = Register.committee();
        var branch = Register.below(committee, "BRANCH");
        Register.member(branch);
        Register.member(branch);
        Register.activate(branch, branch.etag(), "2012-01-04").then().statusCode(409).body("code",
                is("TOO_FEW_FULL_MEMBERS"));
        Register.member(branch);
        // When
        var activated = Register.activate(branch, branch.etag(), "2012-01-04");
        // Then
        activated.then().statusCode(200).body("state", is("ACTIVE")).body("activatedOn", is("2012-01-04"))
                .body("version", is(2));
        var event = OutboxProbe.ofTheService().event(branch.id(), "organization-activated.v1");
        assertEquals("ACTIVE", event.payload().path("state").asText());
        assertEquals("2012-01-04", event.payload().path("effectiveOn").asText());
        figure(committee, "ORG_COUNT", "2012-01-03", 0);
        figure(committee, "ORG_COUNT", "2012-01-04", 1);
        figure(committee, "MEMBER_COUNT", "2012-01-04", 3);
    }

    @Test
    void the_records_behind_a_figure_are_as_many_as_its_value() {
        // Given
        var committee = Register.committee();
        var branch = Register.below(committee, "BRANCH");
        for (int i = 0; i < 4; i++) {
            Register.member(branch);
        }
        Register.activate(branch, branch.etag(), "2012-01-04").then().statusCode(200);
        // When
        var figures = figures(committee, "2016-12-31");
        // Then
        for (var code : new String[]{"ORG_COUNT", "MEMBER_COUNT"}) {
            String records = figures.path("figures.find { it.code == '%s' }.records".formatted(code));
            String value = figures.path("figures.find { it.code == '%s' }.value".formatted(code));
            given().auth().oauth2(Register.officer()).urlEncodingEnabled(false).get(records + "&count=true").then()
                    .statusCode(200).body("total", is(Integer.parseInt(value)));
        }
    }

    @Test
    void a_member_is_published_by_number_and_never_by_name_or_id_number() {
        // Given
        var branch = Register.branch();
        var text = MemberText.full(branch.id()).with("name", "金丝雀甲");
        // When
        var enrolled = Register.post(MEMBERS, text);
        // Then
        enrolled.then().statusCode(201).body("idNumberMasked", is(mask(text.get("idNumber"))));
        assertFalse(enrolled.asString().contains(text.get("idNumber")));
        var event = OutboxProbe.ofTheService().event(enrolled.path("id"), "member-enrolled.v1");
        assertEquals(text.get("memberNumber"), event.payload().path("memberNumber").asText());
        assertFalse(event.text().contains("金丝雀"));
        assertFalse(event.text().contains(text.get("idNumber")));
    }

    @Test
    void the_secretary_of_a_day_is_found_by_that_day() {
        // Given
        var branch = Register.branch();
        var first = Register.member(branch);
        var second = Register.member(branch);
        var held = Register.post(POSTS, Register.secretary(first, branch, "2014-03-01"));
        held.then().statusCode(201);
        Register.post(POSTS, Register.secretary(second, branch, "2015-01-01")).then().statusCode(409).body("code",
                is("SECRETARY_ALREADY_HELD"));
        given().auth().oauth2(Register.officer()).contentType("application/json")
                .header("If-Match", held.header("ETag"))
                .body("{\"transition\":\"leave\",\"on\":\"2016-05-01\"}")
                .post(POSTS + "/" + held.path("id") + "/transitions").then().statusCode(200);
        Register.post(POSTS, Register.secretary(second, branch, "2016-05-01")).then().statusCode(201);
        // When, Then
        secretaryOn(branch, "2016-04-30", first);
        secretaryOn(branch, "2016-05-01", second);
        assertEquals("2016-05-01",
                OutboxProbe.ofTheService().event(held.path("id"), "post-left.v1").payload().path("to").asText());
    }

    @Test
    void names_are_given_only_for_members_in_scope() {
        // Given
        var mine = Register.branch();
        var other = Register.branch();
        var visible = Register.member(mine);
        var hidden = Register.member(other);
        // When
        var found = given().auth().oauth2(Tokens.of("BRANCH_CLERK", mine.code())).contentType("application/json")
                .body("{\"ids\":[\"%s\",\"%s\"]}".formatted(visible, hidden)).post(MEMBERS + "/lookup");
        // Then
        found.then().statusCode(200).body("items.id", is(List.of(visible)));
    }

    @Test
    void enrolling_costs_four_statements_of_the_platform_and_three_of_its_own() {
        // Given
        var branch = Register.branch();
        Register.member(branch);
        var text = MemberText.full(branch.id()).toString();
        // When
        var statements = Statements.of(Database.asApplication(), () -> given().auth().oauth2(Register.officer())
                .contentType("application/json").header("Idempotency-Key", Ids.next().toString()).body(text)
                .post(MEMBERS).then().statusCode(201));
        // Then
        assertEquals(7, statements.count(), statements.toString());
    }

    @Test
    void an_organization_that_the_caller_does_not_see_does_not_exist() {
        // Given
        var mine = Register.branch();
        var other = Register.branch();
        // When, Then
        given().auth().oauth2(Tokens.of("BRANCH_SECRETARY", mine.code())).get(ORGANIZATIONS + "/" + other.id()).then()
                .statusCode(404);
        given().auth().oauth2(Tokens.of("BRANCH_SECRETARY", mine.code())).get(ORGANIZATIONS + "/" + mine.id()).then()
                .statusCode(200);
    }

    @Test
    void the_database_counts_an_organization_for_nobody_who_does_not_see_it() {
        // Given
        var counted = Register.committee();
        Register.member(Register.below(counted, "BRANCH"));
        var members = "select coalesce(sum(members), 0) from register_counts('%s', true, true, true)"
                .formatted(counted.id());
        // When, Then
        assertEquals(List.of(1L), Database.asApplication().within(Register.path(counted)).query(members,
                row -> row.getLong(1)));
        assertEquals(List.of(0L), Database.asApplication().within(Register.path(Register.branch())).query(members,
                row -> row.getLong(1)));
    }

    private static void secretaryOn(Register.Organization branch, String day, String member) {
        given().auth().oauth2(Register.officer()).queryParam("organization", branch.id())
                .queryParam("post", "SECRETARY")
                .queryParam("heldOn", day).get(POSTS).then().statusCode(200)
                .body("items.memberId", is(List.of(member)));
    }

    private static void figure(Register.Organization organization, String code, String day, int value) {
        figures(organization, day).then().statusCode(200)
                .body("figures.find { it.code == '%s' }.value".formatted(code), is(String.valueOf(value)));
    }

    private static Response figures(Register.Organization organization, String day) {
        return given().auth().oauth2(Register.officer()).queryParam("organization", organization.code())
                .queryParam("from", "2010-01-01").queryParam("to", day).get("/organization/v1/figures");
    }

    private static String mask(String idNumber) {
        return idNumber.substring(0, 3) + "***********" + idNumber.substring(14);
    }
}
