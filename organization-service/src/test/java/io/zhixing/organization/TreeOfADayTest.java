package io.zhixing.organization;

import static io.restassured.RestAssured.given;
import static io.zhixing.organization.Register.ORGANIZATIONS;
import static io.zhixing.organization.Register.refused;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tree, its export and its figures as of a day, before and after an organization has moved. */
@QuarkusTest
class TreeOfADayTest {

    @Test
    void the_tree_of_a_day_is_that_before_or_after_the_move() {
        // Given
        var from = Register.committee();
        var to = Register.committee();
        var town = Register.below(from, "PRIMARY_COMMITTEE");
        var branch = Register.below(town, "BRANCH");
        Turn.of(town, "reassign", "2016-03-01", Turn.under(to)).then().statusCode(200);
        // When, Then
        on(from, "subtree", "2016-02-29").then().body("items.id", is(List.of(from.id(), town.id(), branch.id())));
        on(from, "subtree", "2016-03-01").then().body("items.id", is(List.of(from.id())));
        on(to, "subtree", "2016-03-01").then().body("items.id", is(List.of(to.id(), town.id(), branch.id())));
        on(to, "children", "2016-02-29").then().body("items", empty());
        on(to, "children", "2016-03-01").then().body("items.id", is(List.of(town.id())));
        on(branch, "ancestors", "2016-02-29").then().body("items.id", hasItem(from.id())).body("items.id",
                not(hasItem(to.id())));
        on(branch, "ancestors", "2016-03-01").then().body("items.id",
                is(List.of(Register.rootId(), to.id(), town.id())));
        refused(on(to, "subtree", "2010-06-30"), 422, "ORGANIZATION_NOT_YET_SET_UP");
        refused(on(to, "subtree", "yesterday"), 400, "PARAMETER_INVALID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"subtree", "children", "ancestors"})
    void an_export_of_the_tree_says_of_which_day_it_is_with_rows_or_without(String what) {
        // Given
        var branch = Register.below(Register.committee(), "BRANCH");
        var address = ORGANIZATIONS + "/" + branch.id() + "/" + what;
        // When
        var before = Days.today();
        var now = exported(address);
        var then = exported(address + "?on=2016-03-01");
        // Then
        now.then().statusCode(200).header("As-Of", is(oneOf(before, Days.today())));
        then.then().statusCode(200).header("As-Of", "2016-03-01");
    }

    @Test
    void organizations_are_counted_by_the_tree_of_the_last_day_and_members_by_todays() {
        // Given
        var from = Register.committee();
        var to = Register.committee();
        var town = Turn.active(Register.below(from, "PRIMARY_COMMITTEE"));
        Register.member(Register.below(town, "BRANCH"));
        Turn.of(town, "reassign", "2016-03-01", Turn.under(to)).then().statusCode(200);
        // When, Then
        assertEquals(List.of("1", "0"), figures(from, "2016-02-29"));
        assertEquals(List.of("0", "1"), figures(to, "2016-02-29"));
        assertEquals(List.of("0", "0"), figures(from, "2016-03-01"));
        assertEquals(List.of("1", "1"), figures(to, "2016-03-01"));
    }

    private static Response exported(String address) {
        return given().auth().oauth2(Register.officer()).accept("text/csv").get(address);
    }

    private static List<String> figures(Register.Organization organization, String day) {
        return Register.get(Register.officer(), "/organization/v1/figures?from=2010-01-01&organization="
                + organization.id() + "&to=" + day)
                .path("figures.findAll { it.code in ['ORG_COUNT', 'MEMBER_COUNT'] }.value");
    }

    private static Response on(Register.Organization organization, String what, String day) {
        return Register.get(Register.officer(), ORGANIZATIONS + "/" + organization.id() + "/" + what + "?on=" + day);
    }
}
