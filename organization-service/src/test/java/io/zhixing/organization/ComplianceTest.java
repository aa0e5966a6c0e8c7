package io.zhixing.organization;

import static io.restassured.RestAssured.given;
import static io.zhixing.organization.Register.MEMBERS;
import static io.zhixing.organization.Register.POSTS;
import static io.zhixing.organization.Register.refused;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ComplianceTest {

    @Test
    void a_branch_meets_a_rule_by_the_roll_and_the_rule_of_the_day() {
        // Given
        var committee = Register.committee();
        var branch = branchOf(committee, 3);
        Register.post(MEMBERS, MemberText.full(branch.id()).with("onRollFrom", "2019-03-01")).then().statusCode(201);
        // When
        var then = compliance("BRANCH_KEEPS_FULL_MEMBERS", committee, "&on=2016-12-31");
        var later = compliance("BRANCH_KEEPS_FULL_MEMBERS", committee, "&on=2019-12-31");
        var before = compliance("BRANCH_KEEPS_FULL_MEMBERS", committee, "&on=2011-12-31");
        // Then
        then.then().body("items.organizationId", is(List.of(branch.id()))).body("items.verdict", is(List.of("MET")))
                .body("items.present", is(List.of(3))).body("items.needed", is(List.of(3)))
                .body("items.certainty", is(List.of("B")));
        later.then().body("items.present", is(List.of(4))).body("items.certainty", is(List.of("A")))
                .body("items[0].source", startsWith("中国共产党支部工作条例"));
        before.then().body("items", empty());
    }

    @Test
    void what_does_not_meet_a_rule_is_listed_and_counted() {
        // Given
        var committee = Turn.active(Register.committee());
        var branch = branchOf(committee, 7);
        // When
        var withoutCommittee = compliance("BRANCH_COMMITTEE_POSTS", committee, "&verdict=NOT_MET&count=true");
        var tooSmall = compliance("PRIMARY_COMMITTEE_LEAST_MEMBERS", committee, "&verdict=NOT_MET");
        var tooLarge = compliance("BRANCH_MOST_MEMBERS", committee, "&verdict=NOT_MET&count=true");
        // Then
        withoutCommittee.then().body("items.organizationId", is(List.of(branch.id()))).body("total", is(1))
                .body("items[0].severity", is("WARNING"));
        tooSmall.then().body("items.organizationId", is(List.of(committee.id()))).body("items.present",
                is(List.of(7)));
        tooLarge.then().body("items", empty()).body("total", is(0));
    }

    @Test
    void an_export_without_a_row_says_the_day_by_which_nobody_was_concerned() {
        // Given
        var committee = Turn.active(Register.committee());
        // When
        var export = given().auth().oauth2(Register.officer()).accept("text/csv").get(
                "/organization/v1/compliance/BRANCH_MOST_MEMBERS?on=2016-12-31&organization=" + committee.code());
        // Then
        export.then().statusCode(200).header("As-Of", "2016-12-31");
        assertEquals(1, export.asString().lines().count(), export.asString());
    }

    @Test
    void a_branch_of_few_members_needs_no_committee_and_one_with_three_posts_has_it() {
        // Given
        var committee = Register.committee();
        branchOf(committee, 3);
        var large = branchOf(committee, 7);
        for (var post : List.of("SECRETARY", "DEPUTY_SECRETARY", "COMMITTEE_MEMBER")) {
            Register.post(POSTS, Register.secretary(Register.member(large), large, "2014-03-01").with("post", post))
                    .then().statusCode(201);
        }
        // When
        var judged = compliance("BRANCH_COMMITTEE_POSTS", committee, "");
        // Then
        judged.then().body("items.organizationId", is(List.of(large.id()))).body("items.verdict", is(List.of("MET")));
    }

    @Test
    void one_organization_is_held_against_every_rule_that_concerns_it() {
        // Given
        var committee = Register.committee();
        var branch = branchOf(committee, 7);
        // When
        var then = Register.get(Register.officer(),
                "/organization/v1/organizations/" + branch.id() + "/checks?on=2016-12-31");
        var later = Register.get(Register.officer(),
                "/organization/v1/organizations/" + branch.id() + "/checks?on=2019-12-31");
        var preparing = Register.get(Register.officer(),
                "/organization/v1/organizations/" + committee.id() + "/checks?on=2016-12-31");
        // Then
        then.then().statusCode(200)
                .body("findings.rule",
                        is(List.of("BRANCH_KEEPS_FULL_MEMBERS", "BRANCH_MOST_MEMBERS", "SECRETARY_IN_POST")))
                .body("findings.verdict", is(List.of("MET", "MET", "OVERDUE")));
        later.then()
                .body("findings.rule",
                        is(List.of("BRANCH_KEEPS_FULL_MEMBERS", "BRANCH_MOST_MEMBERS", "BRANCH_COMMITTEE_POSTS",
                                "BRANCH_COMMITTEE_MOST_POSTS", "SECRETARY_IN_POST")))
                .body("findings.verdict", is(List.of("MET", "MET", "NOT_MET", "MET", "OVERDUE")));
        preparing.then().statusCode(200).body("findings", empty());
    }

    @Test
    void a_rule_is_listed_with_its_source_for_the_day() {
        // Given
        var address = "/organization/v1/rules?code=BRANCH_MOST_MEMBERS";
        // When
        var then = Register.get(Register.officer(), address + "&on=2016-12-31");
        var ever = Register.get(Register.officer(), address);
        // Then
        then.then().statusCode(200).body("items.certainty", is(List.of("B"))).body("items.threshold", is(List.of(50)));
        ever.then().body("items.certainty", is(List.of("B", "A")));
    }

    @Test
    void a_rule_that_is_not_kept_is_not_there() {
        // Given
        var committee = Register.committee();
        // When
        var unknown = compliance("NO_SUCH_RULE", committee, "");
        var noDay = compliance("BRANCH_MOST_MEMBERS", committee, "&on=yesterday");
        // Then
        refused(unknown, 404, "RULE_UNKNOWN");
        unknown.then().body("detail", containsString("BRANCH_KEEPS_FULL_MEMBERS, BRANCH_MOST_MEMBERS"))
                .body("detail", containsString("RESIDENCES_CONFIRMED"));
        refused(noDay, 400, "PARAMETER_INVALID");
    }

    private static Register.Organization branchOf(Register.Organization committee, int members) {
        var branch = Register.below(committee, "BRANCH");
        for (int i = 0; i < members; i++) {
            Register.member(branch);
        }
        return Turn.active(branch);
    }

    private static Response compliance(String rule, Register.Organization organization, String more) {
        return Register.get(Register.officer(),
                "/organization/v1/compliance/" + rule + "?organization=" + organization.id() + more);
    }
}
