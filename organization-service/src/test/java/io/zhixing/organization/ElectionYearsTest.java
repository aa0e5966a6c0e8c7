package io.zhixing.organization;

import static io.zhixing.organization.Register.ELECTIONS;
import static io.zhixing.organization.Register.ORGANIZATIONS;
import static io.zhixing.organization.Register.TERMS;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.refused;
import static io.zhixing.organization.Register.stepOf;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An election planned before 2018-07-12, the day from which a village's term has five years, and confirmed after it. */
@QuarkusTest
class ElectionYearsTest {

    private Register.Organization committee;

    @BeforeEach
    void settle() {
        committee = Register.committee();
    }

    @Test
    void a_term_that_the_rule_of_its_first_day_does_not_allow_is_not_begun_and_nothing_is_written() {
        // Given
        var election = elected("RURAL", 3);
        var before = Stored.below(committee);
        // When
        var open = Register.get(officer(), election + "/transitions");
        var confirmed = confirm(election, "2018-07-12");
        var after = Stored.below(committee);
        var terms = Register.get(officer(), TERMS + "?organization=" + committee.code());
        var dayBefore = confirm(election, "2018-07-11");
        // Then
        open.then().body("transitions.find { it.name == 'confirm' }.reasons.code", hasItem("TERM_YEARS_NOT_ALLOWED"));
        refused(confirmed, 422, "TERM_YEARS_NOT_ALLOWED");
        assertEquals(before, after);
        terms.then().body("items.size()", is(0));
        dayBefore.then().statusCode(200).body("state", is("CONFIRMED"));
    }

    @Test
    void a_term_that_generally_has_other_years_is_begun_and_found_as_deviating() {
        // Given
        var election = elected("CITY_ORGAN", 4);
        // When
        var confirmed = confirm(election, "2018-07-12");
        // Then
        confirmed.then().statusCode(200);
        Register.get(officer(), TERMS + "?organization=" + committee.code()).then().body("items.years", is(List.of(4)))
                .body("items[0].deviationSource", startsWith("关于党的基层组织任期的意见"));
    }

    private String elected(String sector, int years) {
        var code = Register.codeBelow(committee);
        var branch = new Register.Organization(Register.setUp().post(ORGANIZATIONS,
                Register.organization(code, "BRANCH", committee.id()).with("sector", sector)).id(), code, null);
        var members = IntStream.range(0, 3).mapToObj(i -> Register.member(branch)).toList();
        var election = ELECTIONS + "/" + Register.setUp().post(ELECTIONS, Register.election(branch, "2018-06-01", 1)
                .with("plannedOn", "2018-07-01").raw("years", "" + years)).id();
        Register.taken(officer(), election, stepOf("approve", "2018-06-10"));
        Register.taken(Tokens.grant("BRANCH_SECRETARY", code).subject("recorder").token(), election,
                stepOf("record-result", "2018-07-01").raw("present", "3").raw("candidates",
                        "[{\"memberId\":\"%s\",\"post\":\"SECRETARY\",\"votes\":3,\"elected\":true}]"
                                .formatted(members.get(0))));
        return election;
    }

    private static Response confirm(String election, String on) {
        return Register.step(officer(), election, Register.tag(election), stepOf("confirm", on));
    }
}
