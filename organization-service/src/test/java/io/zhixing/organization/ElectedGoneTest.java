package io.zhixing.organization;

import static io.zhixing.organization.Register.ELECTIONS;
import static io.zhixing.organization.Register.POSTS;
import static io.zhixing.organization.Register.TERMS;
import static io.zhixing.organization.Register.memberAddress;
import static io.zhixing.organization.Register.move;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.refused;
import static io.zhixing.organization.Register.stepOf;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A town has elected its secretary; before the result is confirmed, he dies, leaves or goes elsewhere. */
@QuarkusTest
class ElectedGoneTest {

    private Register.Organization county;
    private Register.Organization town;
    private String elected;
    private String election;

    @BeforeEach
    void elect() {
        county = Register.committee();
        town = Register.below(county, "PRIMARY_COMMITTEE");
        var branch = Register.below(town, "BRANCH");
        elected = Register.member(branch);
        var runnerUp = Register.member(branch);
        Register.member(branch);
        Register.post(TERMS, Register.term(town, 1, "2012-03-01", 5)).then().statusCode(201);
        election = ELECTIONS + "/" + Register.post(ELECTIONS,
                Register.election(town, "2017-01-10", 1).raw("years", "5")).then().statusCode(201).extract().path("id");
        step("approve", "2017-01-12").then().statusCode(200);
        Register.step(Tokens.grant("CAMPAIGN_OFFICER", town.code()).subject("recorder").token(), election,
                Register.tag(election),
                stepOf("record-result", "2017-02-28").raw("present", "3").raw("candidates",
                        "[{\"memberId\":\"%s\",\"post\":\"SECRETARY\",\"votes\":3,\"elected\":true},{\"memberId\":\"%s\",\"post\":\"SECRETARY\",\"votes\":0,\"elected\":false}]"
                                .formatted(elected, runnerUp)))
                .then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"record-death", "suspend", "withdraw", "elsewhere"})
    void who_is_gone_takes_no_post_and_nothing_of_the_election_is_written(String how) {
        // Given
        leave(how);
        var before = Stored.below(county);
        // When
        var open = Register.get(officer(), election + "/transitions");
        var confirmed = step("confirm", "2017-03-06");
        var untouched = Register.get(officer(), election);
        var after = Stored.below(county);
        var voided = Register.step(officer(), election, Register.tag(election),
                stepOf("void", "2017-03-06").with("comment", "当选人已不在"));
        // Then
        open.then().body("transitions.find { it.name == 'confirm' }.reasons.code", hasItem("ELECTED_MEMBER_GONE"));
        refused(confirmed, 409, "ELECTED_MEMBER_GONE");
        untouched.then().body("state", is("ELECTED")).body("version", is(3));
        assertEquals(before, after);
        Register.get(officer(), TERMS + "?organization=" + town.code()).then().body("items.number", is(List.of(1)))
                .body("items[0].endedOn", nullValue());
        voided.then().statusCode(200);
    }

    @Test
    void who_went_to_a_neighbouring_branch_of_the_town_is_still_there() {
        // Given
        Transferring.take(elected, Register.below(town, "BRANCH"), "2017-03-03");
        // When
        var confirmed = step("confirm", "2017-03-06");
        // Then
        confirmed.then().statusCode(200);
        Register.get(officer(), POSTS + "?organization=" + town.code() + "&heldOn=2017-03-06").then()
                .body("items.memberId", is(List.of(elected)));
    }

    @Test
    void where_he_went_is_nothing_that_the_superior_has_to_see() {
        // Given
        Transferring.take(elected, Register.branch(), "2017-03-03");
        var above = Tokens.grant("CAMPAIGN_OFFICER", county.code()).subject("above").token();
        // When
        var seen = Register.get(above, memberAddress(elected));
        var confirmed = Register.step(above, election, Register.tag(election), stepOf("confirm", "2017-03-06"));
        // Then
        refused(seen, 404, "NOT_FOUND");
        refused(confirmed, 409, "ELECTED_MEMBER_GONE");
    }

    @Test
    void of_a_confirmation_and_a_death_at_once_none_leaves_a_dead_secretary() {
        // Given
        var tag = Register.tag(election);
        // When
        var answers = Race.of(2, i -> i == 0
                ? Register.step(officer(), election, tag, stepOf("confirm", "2017-03-06"))
                : move(officer(), memberAddress(elected), "\"v1\"", "record-death", "2017-03-07"));
        // Then
        var codes = answers.stream().map(Response::statusCode).toList();
        assertTrue(codes.equals(List.of(200, 200)) || codes.equals(List.of(409, 200)), codes.toString());
        Register.get(officer(), POSTS + "?member=" + elected + "&heldOn=2017-03-07").then().body("items.size()", is(0));
    }

    private void leave(String how) {
        if (how.equals("elsewhere")) {
            Transferring.take(elected, Register.branch(), "2017-03-03");
        } else {
            Register.step(officer(), memberAddress(elected), "\"v1\"",
                    stepOf(how, "2017-03-03").with("comment", "支部决议")).then().statusCode(200);
        }
    }

    private Response step(String transition, String on) {
        return Register.step(officer(), election, Register.tag(election), stepOf(transition, on));
    }
}
