package io.zhixing.organization;

import static io.zhixing.organization.Register.TERMS;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.refused;
import static io.zhixing.organization.Register.stepOf;
import static io.zhixing.organization.Register.term;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.event.TopicEvent;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class TermTest {

    private Register.Organization committee;
    private Register.Organization branch;

    @BeforeEach
    void settle() {
        committee = Register.committee();
        branch = Register.below(committee, "BRANCH");
    }

    @ParameterizedTest
    @CsvSource({"2016-08-31, 0, 0, 0", "2016-09-01, 1, 0, 0", "2017-02-28, 1, 0, 0", "2017-03-01, 0, 1, 0"})
    void a_term_is_due_half_a_year_before_it_ends_and_overdue_from_that_day(String day, int due, int overdue,
            int postponed) {
        // Given
        Register.post(TERMS, term(branch, 1, "2014-03-01", 3)).then().statusCode(201);
        // When
        var counts = counts(day);
        // Then
        assertEquals(List.of(due, overdue, postponed), counts);
    }

    @Test
    void a_postponed_term_is_not_overdue_until_its_new_day_has_passed() {
        // Given
        var id = recorded(term(branch, 1, "2014-03-01", 3));
        var body = stepOf("postpone", "2017-01-10").with("until", "2017-09-01").with("comment", "村组撤并尚未完成");
        // When
        var byItself = Register.step(Tokens.of("CAMPAIGN_OFFICER", branch.code()), TERMS + "/" + id, "\"v1\"", body);
        var above = Register.step(Tokens.of("CAMPAIGN_OFFICER", committee.code()), TERMS + "/" + id, "\"v1\"", body);
        // Then
        refused(byItself, 403, "FORBIDDEN");
        above.then().statusCode(200).body("extendedUntil", is("2017-09-01"));
        assertEquals(List.of(0, 0, 1), counts("2017-09-01"));
        assertEquals(List.of(0, 1, 0), counts("2017-09-02"));
        list("postponedTooLong=true").then().body("total", is(0));
        assertEquals(List.of(1L, 2L), OutboxProbe.ofTheService().events(id, 2).stream().map(TopicEvent::version)
                .toList());
    }

    @Test
    void a_term_postponed_when_it_was_over_was_overdue_until_then() {
        // Given
        var id = recorded(term(branch, 1, "2014-03-01", 3));
        // When
        postpone(id, stepOf("postpone", "2017-03-20").with("until", "2017-09-01").with("comment", "村组撤并")).then()
                .statusCode(200);
        // Then
        assertEquals(List.of(0, 1, 0), counts("2017-03-19"));
        assertEquals(List.of(0, 0, 1), counts("2017-03-20"));
        assertEquals(List.of("TERM_ENDING OVERDUE " + branch.code()),
                Outstanding.below(committee, "2017-03-19", "TERM_ENDING"));
        assertEquals(List.of("TERM_ENDING DUE " + branch.code()),
                Outstanding.below(committee, "2017-03-20", "TERM_ENDING"));
    }

    @Test
    void a_postponement_of_more_than_a_year_is_found_and_one_without_reason_or_day_is_refused() {
        // Given
        var id = recorded(term(branch, 1, "2014-03-01", 3));
        // When
        var unfounded = postpone(id, stepOf("postpone", "2017-01-10").with("until", "2017-09-01"));
        var endless = postpone(id, stepOf("postpone", "2017-01-10").with("comment", "村组撤并"));
        var early = postpone(id, stepOf("postpone", "2017-01-10").with("comment", "村组撤并").with("until", "2017-03-01"));
        var late = postpone(id, stepOf("postpone", "2017-01-10").with("comment", "村组撤并").with("until", "2018-03-02"));
        // Then
        refused(unfounded, 422, "STEP_REASON_REQUIRED");
        refused(endless, 422, "POSTPONEMENT_DAY_INVALID");
        refused(early, 422, "POSTPONEMENT_DAY_INVALID");
        late.then().statusCode(200);
        list("postponedTooLong=true").then().body("total", is(1));
    }

    @Test
    void terms_of_one_organization_do_not_overlap_and_one_runs() {
        // Given
        recorded(term(branch, 1, "2011-03-01", 3).with("endedOn", "2014-03-01"));
        recorded(term(branch, 2, "2014-03-01", 3));
        var before = Stored.below(committee);
        // When
        var overlapping = Register.post(TERMS, term(branch, 3, "2013-01-04", 3).with("endedOn", "2014-03-02"));
        var second = Register.post(TERMS, term(branch, 3, "2017-03-01", 3));
        var sameNumber = Register.post(TERMS, term(branch, 2, "2010-08-01", 3).with("endedOn", "2011-02-01"));
        var beforeItExisted = Register.post(TERMS, term(branch, 3, "2010-06-30", 3).with("endedOn", "2010-12-31"));
        var backwards = Register.post(TERMS, term(branch, 3, "2010-08-01", 3).with("endedOn", "2010-08-01"));
        // Then
        refused(overlapping, 409, "TERM_OVERLAPS");
        second.then().statusCode(409);
        refused(sameNumber, 409, "TERM_NUMBER_TAKEN");
        refused(beforeItExisted, 422, "DAYS_INCONSISTENT");
        refused(backwards, 422, "DAYS_INCONSISTENT");
        assertEquals(before, Stored.below(committee));
    }

    @Test
    void of_many_terms_recorded_at_once_one_stands() {
        // Given
        var before = Stored.below(committee);
        // When
        var answers = Race.of(8, i -> Register.post(TERMS, term(branch, i + 1, "2014-03-01", 3)));
        // Then
        assertEquals(1, Race.won(answers).size());
        assertEquals(before.changes() + 1, Stored.below(committee).changes());
    }

    @ParameterizedTest(name = "{0} years from {1} as {2}: {3}")
    @CsvSource({"3, 2014-03-01, , 201", "2, 2014-03-01, , 201", "5, 2014-03-01, , 422", "5, 2018-03-01, , 201",
            "2, 2018-03-01, , 422", "5, 2019-03-01, , 422", "3, 2019-03-01, RURAL, 422", "5, 2019-03-01, RURAL, 201",
            "3, 2014-03-01, RURAL, 201"})
    void the_years_follow_the_rule_of_the_day_of_the_election(int years, String electedOn, String sector, int status) {
        // Given
        var organization = sector == null ? branch : sectorBranch(sector);
        // When
        var answer = Register.post(TERMS, term(organization, 1, electedOn, years));
        // Then
        answer.then().statusCode(status);
    }

    @Test
    void years_beside_the_general_rule_are_explained_and_a_village_has_no_choice() {
        // Given
        var village = sectorBranch("RURAL");
        var explained = term(branch, 1, "2019-03-01", 5).with("deviationReason", "经上级党委批准");
        // When
        var bare = Register.post(TERMS, term(branch, 1, "2019-03-01", 5));
        var general = Register.post(TERMS, explained);
        var strict = Register.post(TERMS, term(village, 1, "2019-03-01", 3).with("deviationReason", "经上级党委批准"));
        // Then
        refused(bare, 422, "TERM_DEVIATION_UNEXPLAINED");
        general.then().statusCode(201).body("deviationSource", notNullValue());
        refused(strict, 422, "TERM_YEARS_NOT_ALLOWED");
    }

    private Register.Organization sectorBranch(String sector) {
        var code = Register.codeBelow(committee);
        var answer = Register.post(Register.ORGANIZATIONS,
                Register.organization(code, "BRANCH", committee.id()).with("sector", sector));
        return new Register.Organization(answer.path("id"), code, answer.header("ETag"));
    }

    private Response postpone(String id, Body move) {
        return Register.step(officer(), TERMS + "/" + id, "\"v1\"", move);
    }

    private static String recorded(Body term) {
        var answer = Register.post(TERMS, term);
        answer.then().statusCode(201);
        return answer.path("id");
    }

    private List<Integer> counts(String day) {
        return List.of(list("dueOn=" + day).path("total"), list("overdueOn=" + day).path("total"),
                list("postponedOn=" + day).path("total"));
    }

    private Response list(String filter) {
        return Register.get(officer(), TERMS + "?count=true&organization=" + committee.code() + "&" + filter);
    }
}
