package io.zhixing.organization;

import static io.zhixing.organization.Dues.ASSESSMENTS;
import static io.zhixing.organization.Dues.LOCAL;
import static io.zhixing.organization.Dues.assessment;
import static io.zhixing.organization.Dues.local;
import static io.zhixing.organization.Register.move;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.refused;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Amounts of dues that an organization fixes for those below it. */
@QuarkusTest
class LocalDuesTest {

    private static final String SECOND = Tokens.grant("CAMPAIGN_OFFICER", Register.ROOT).subject("second").token();

    private Register.Organization county;
    private Register.Organization town;
    private Register.Organization branch;
    private String member;

    @BeforeEach
    void enrol() {
        county = Register.committee();
        town = Register.below(county, "PRIMARY_COMMITTEE");
        branch = Register.below(town, "BRANCH");
        member = Register.member(branch);
    }

    @Test
    void a_member_pays_by_the_nearest_organization_above_him_that_has_fixed_an_amount() {
        // Given
        var ofTheCounty = adopted(local(county, 50));
        var before = farmer("2016-01");
        // When
        var ofTheTown = adopted(local(town, 80));
        var after = farmer("2016-02");
        var elsewhere = Register.post(ASSESSMENTS, assessment(Register.member(Register.branch()), "2016-02", 0)
                .with("category", "FARMER"));
        var early = farmer("2015-12");
        // Then
        before.then().statusCode(200).body("dueFen", is(50)).body("localAmountId", is(ofTheCounty));
        after.then().statusCode(200).body("dueFen", is(80)).body("localAmountId", is(ofTheTown));
        elsewhere.then().body("dueFen", is(20)).body("localAmountId", nullValue());
        early.then().body("dueFen", is(20));
    }

    @Test
    void what_one_person_proposes_another_one_confirms_and_until_then_nobody_pays_by_it() {
        // Given
        String id = Register.post(LOCAL, local(town, 80)).then().statusCode(201).body("state", is("PROPOSED"))
                .extract().path("id");
        // When
        var byProposer = move(officer(), LOCAL + "/" + id, "\"v1\"", "confirm", "2015-12-22");
        var proposed = farmer("2016-01");
        var fromBelow = move(Tokens.of("CAMPAIGN_OFFICER", branch.code()), LOCAL + "/" + id, "\"v1\"", "confirm",
                "2015-12-22");
        var bySecond = move(SECOND, LOCAL + "/" + id, "\"v1\"", "confirm", "2015-12-22");
        // Then
        refused(byProposer, 409, "SUBMITTER_APPROVES");
        proposed.then().body("dueFen", is(20));
        refused(fromBelow, 404, "NOT_FOUND");
        bySecond.then().statusCode(200).body("state", is("ADOPTED")).body("version", is(2));
        farmer("2016-02").then().body("dueFen", is(80));
        Register.get(officer(), LOCAL + "/" + id + "/history").then().body("items.step", is(List.of("confirm")));
    }

    @Test
    void what_one_person_put_in_force_another_one_ends_and_it_holds_until_then() {
        // Given
        var id = adopted(local(town, 80));
        // When
        var byConfirmer = move(SECOND, LOCAL + "/" + id, "\"v2\"", "end", "2016-03-01");
        var onItsFirstDay = move(officer(), LOCAL + "/" + id, "\"v2\"", "end", "2016-01-01");
        var ended = move(officer(), LOCAL + "/" + id, "\"v2\"", "end", "2016-03-01");
        // Then
        refused(byConfirmer, 409, "SUBMITTER_APPROVES");
        refused(onItsFirstDay, 422, "TRANSITION_DAY_INVALID");
        ended.then().statusCode(200).body("effectiveTo", is("2016-03-01"));
        farmer("2016-02").then().body("dueFen", is(80));
        farmer("2016-03").then().body("dueFen", is(20));
        adopted(local(town, 90).with("effectiveFrom", "2016-03-01"));
        farmer("2016-04").then().body("dueFen", is(90));
    }

    @Test
    void within_a_local_range_the_branch_chooses_and_not_beyond_it() {
        // Given
        adopted(local(town, 40).raw("mostFen", "60"));
        // When
        var within = Register.post(ASSESSMENTS, farmer().with("month", "2016-01").raw("fixedFen", "60"));
        var beyond = Register.post(ASSESSMENTS, farmer().with("month", "2016-02").raw("fixedFen", "61"));
        // Then
        within.then().statusCode(200).body("dueFen", is(60));
        refused(beyond, 422, "DUES_AMOUNT_INVALID");
    }

    @Test
    void a_month_goes_by_the_branch_on_whose_roll_he_stood_at_its_end_also_for_whom_it_is_out_of_sight() {
        // Given
        var next = Register.below(Register.committee(), "BRANCH");
        var former = adopted(local(town, 80));
        var present = adopted(local(next, 90));
        var number = Row.number(branch);
        member = Row.id(number);
        Transferring.take(member, next, "2016-03-10");
        var clerk = Tokens.of("BRANCH_CLERK", next.code());
        // When
        var before = Register.post(clerk, ASSESSMENTS, farmer().with("month", "2016-02"));
        var after = Register.post(clerk, ASSESSMENTS, farmer().with("month", "2016-03"));
        Imports.of("dues-assessments").ended(Row.csv("党员编号,月份,类别,基数（分）", number + ",2016-01,农民,0",
                number + ",2016-04,农民,0")).then().body("created", is(2));
        // Then
        before.then().statusCode(200).body("dueFen", is(80)).body("localAmountId", is(former));
        after.then().statusCode(200).body("dueFen", is(90)).body("localAmountId", is(present));
        Register.get(clerk, ASSESSMENTS + "?member=" + member).then().body("items.month",
                is(List.of("2016-01", "2016-02", "2016-03", "2016-04"))).body("items.dueFen",
                        is(List.of(80, 80, 90, 90)));
    }

    @Test
    void a_month_goes_by_the_place_of_the_branch_at_its_end() {
        // Given
        var other = Register.below(county, "PRIMARY_COMMITTEE");
        adopted(local(town, 80));
        adopted(local(other, 90));
        // When
        Turn.of(branch, "reassign", "2016-03-10", Turn.under(other)).then().statusCode(200);
        // Then
        farmer("2016-02").then().statusCode(200).body("dueFen", is(80));
        farmer("2016-03").then().statusCode(200).body("dueFen", is(90));
    }

    @Test
    void it_is_seen_from_below_and_not_from_beside() {
        // Given
        var id = adopted(local(town, 80));
        var below = Tokens.of("READER", branch.code());
        var beside = Tokens.of("READER", Register.below(county, "PRIMARY_COMMITTEE").code());
        // When
        var seen = Register.get(below, LOCAL + "?inForceOn=2016-02-01");
        var unseen = Register.get(beside, LOCAL);
        // Then
        seen.then().body("items.id", is(List.of(id)));
        unseen.then().body("items.id", not(hasItem(id)));
        Register.get(below, LOCAL + "/" + id).then().statusCode(200);
        refused(Register.get(beside, LOCAL + "/" + id), 404, "NOT_FOUND");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void an_amount_with_one_fault_is_refused_and_nothing_is_written(String what, UnaryOperator<Body> fault, int status,
            String code) {
        // When
        var answer = Register.post(LOCAL, fault.apply(local(town, 80)));
        // Then
        refused(answer, status, code);
        Register.get(Tokens.of("READER", town.code()), LOCAL).then().body("items.size()", is(0));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("below the national rule", body -> body.raw("leastFen", "19"), 422, "DUES_AMOUNT_INVALID"),
                fault("above the national rule", body -> body.raw("mostFen", "101"), 422, "DUES_AMOUNT_INVALID"),
                fault("most below least", body -> body.raw("mostFen", "79"), 422, "DUES_AMOUNT_INVALID"),
                fault("of a category with a rate", body -> body.with("category", "EMPLOYED"), 422,
                        "LOCAL_AMOUNT_NOT_ALLOWED"),
                fault("before there was a rule", body -> body.with("effectiveFrom", "2007-01-01"), 422,
                        "RATE_UNKNOWN"),
                fault("proposed in a hundred years", body -> body.with("on", "2126-01-04"), 422, "DAY_IN_FUTURE"),
                fault("of nobody", body -> body.with("organizationId", "01912d68-783e-7a0f-8000-0f54b3b0a4ff"), 422,
                        "REFERENCE_UNKNOWN"));
    }

    @Test
    void of_many_who_propose_at_once_one_does() {
        // When
        var answers = Race.of(6, i -> Register.post(LOCAL, local(town, 80)));
        // Then
        assertEquals(1, Race.won(answers).size());
        assertEquals(List.of("LOCAL_AMOUNT_OVERLAPS"), Race.lost(answers));
    }

    private static Arguments fault(String what, UnaryOperator<Body> fault, int status, String code) {
        return Arguments.of(what, fault, status, code);
    }

    private static String adopted(Body proposal) {
        String id = Register.post(LOCAL, proposal).then().statusCode(201).extract().path("id");
        move(SECOND, LOCAL + "/" + id, "\"v1\"", "confirm", "2015-12-22").then().statusCode(200);
        return id;
    }

    private Response farmer(String month) {
        return Register.post(ASSESSMENTS, farmer().with("month", month));
    }

    private Body farmer() {
        return assessment(member, "2016-01", 0).with("category", "FARMER");
    }
}
