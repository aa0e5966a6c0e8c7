package io.zhixing.organization;

import static io.zhixing.organization.Dues.RATES;
import static io.zhixing.organization.Dues.RATE_TABLES;
import static io.zhixing.organization.Register.move;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.refused;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Tables of rates that one person proposes and another one confirms. */
@QuarkusTest
class RateTableTest {

    private static final String ON = "2016-01-12";
    private static final String SECOND = person("second");

    @Test
    void what_one_person_proposes_another_one_confirms_and_until_then_nobody_pays_by_it() {
        // Given
        var day = Dues.freshDay();
        var id = proposed(Dues.rates(day).with("category", "EMPLOYED"));
        var older = proposed(
                Dues.rates(LocalDate.parse(day).minusDays(1).toString()).with("category", "EMPLOYED"));
        // When
        var byProposer = move(officer(), RATE_TABLES + "/" + id, "\"v1\"", "confirm", ON);
        var meanwhile = inForce("EMPLOYED", day);
        var fromBelow = move(Tokens.grant("CAMPAIGN_OFFICER", Register.committee().code()).token(),
                RATE_TABLES + "/" + id, "\"v1\"", "confirm", ON);
        var bySecond = move(SECOND, RATE_TABLES + "/" + id, "\"v1\"", "confirm", ON);
        var behindIt = move(SECOND, RATE_TABLES + "/" + older, "\"v1\"", "confirm", ON);
        // Then
        refused(byProposer, 409, "SUBMITTER_APPROVES");
        meanwhile.then().body("items.effectiveFrom", not(hasItem(day)));
        refused(fromBelow, 403, "FORBIDDEN");
        bySecond.then().statusCode(200).body("state", is("ADOPTED")).body("version", is(2)).body(
                "brackets.toFen", is(Arrays.asList(500000, null)));
        refused(behindIt, 422, "DAYS_INCONSISTENT");
        inForce("EMPLOYED", day).then().body("items.effectiveFrom", is(List.of(day, day))).body("items.basisPoints",
                is(List.of(50, 100))).body("items.fromFen", is(List.of(0, 500001)));
        Register.get(officer(), RATE_TABLES + "/" + id + "/history").then().body("items.step", is(List.of("confirm")));
    }

    @Test
    void what_was_withdrawn_is_never_in_force() {
        // Given
        var day = Dues.freshDay();
        var id = proposed(Dues.rates(day).with("category", "UNEMPLOYED"));
        // When
        var withdrawn = move(officer(), RATE_TABLES + "/" + id, "\"v1\"", "withdraw", ON);
        var confirmed = move(SECOND, RATE_TABLES + "/" + id, "\"v2\"", "confirm", ON);
        // Then
        withdrawn.then().statusCode(200).body("state", is("WITHDRAWN"));
        refused(confirmed, 409, "TRANSITION_NOT_AVAILABLE");
        inForce("UNEMPLOYED", day).then().body("items.effectiveFrom", not(hasItem(day)));
    }

    /** Repeated, since both must have judged before either is done, and one must write after the other's commit. */
    @RepeatedTest(12)
    void of_two_tables_of_one_day_that_two_persons_confirm_at_once_one_is_in_force(RepetitionInfo turn) {
        // Given
        var day = LocalDate.parse(Dues.freshDay()).plusDays(turn.getCurrentRepetition()).toString();
        var ids = List.of(proposed(Dues.rates(day).with("category", "STUDENT")),
                proposed(Dues.rates(day).with("category", "STUDENT")));
        // When
        var answers = Race.of(2,
                i -> move(person("confirmer-" + i), RATE_TABLES + "/" + ids.get(i), "\"v1\"", "confirm", ON));
        // Then
        assertEquals(List.of(200, 422), answers.stream().map(Response::statusCode).sorted().toList());
        inForce("STUDENT", day).then().body("items.effectiveFrom", is(List.of(day, day)));
        Register.get(officer(), RATE_TABLES + "?category=STUDENT&state=ADOPTED").then()
                .body("items.findAll { it.effectiveFrom == '%s' }.size()".formatted(day), is(1));
    }

    @Test
    void a_proposal_of_a_day_to_come_or_behind_the_table_in_force_is_refused_and_nothing_is_written() {
        // Given
        var before = tables();
        // When
        var early = Register.post(RATE_TABLES, Dues.rates(Dues.freshDay()).with("on", "2126-01-04"));
        var behind = Register.post(RATE_TABLES, Dues.rates("2008-02-04"));
        // Then
        refused(early, 422, "DAY_IN_FUTURE");
        refused(behind, 422, "DAYS_INCONSISTENT");
        assertEquals(before, tables());
    }

    private static int tables() {
        return Register.get(officer(), RATE_TABLES + "?count=true&category=RETIRED").path("total");
    }

    private static Response inForce(String category, String day) {
        return Register.get(officer(), RATES + "?category=" + category + "&inForceOn=" + day);
    }

    private static String proposed(Body body) {
        return Register.post(RATE_TABLES, body).then().statusCode(201).body("state", is("PROPOSED")).extract()
                .path("id");
    }

    private static String person(String name) {
        return Tokens.grant("CAMPAIGN_OFFICER", Register.ROOT).subject(name).token();
    }
}
