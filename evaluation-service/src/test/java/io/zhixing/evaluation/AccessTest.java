package io.zhixing.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.access.AccessMatrix;
import io.zhixing.platform.testing.access.Call;
import io.zhixing.platform.testing.access.Neighbourhood;
import io.zhixing.platform.testing.access.Standing;
import io.zhixing.platform.testing.access.TokenAttacks;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.database.Rights;
import io.zhixing.platform.testing.database.SecondWall;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rounds stand on branches below the own committee; the descendant is another branch of it. */
@QuarkusTest
class AccessTest {

    private static final String YEARS = "/evaluation/v1/appraisal-years";

    @TestFactory
    Stream<DynamicTest> access() {
        var confirmed = Appraising.branchWith(2);
        var city = confirmed.city;
        var own = confirmed.committee;
        var sibling = City.committee(city);
        var around = new Neighbourhood(site(own), site(city), site(City.branch(own)), site(sibling),
                site(City.branch(sibling)), site(City.committee(City.city())));
        var grades = confirmed.confirmed(confirmed.allQualified());
        String round = grades.path("id");
        var moving = Appraising.below(city, own, 1);
        var filed = Appraising.below(city, own, 1);
        var fresh = Appraising.below(city, own, 1);
        filed.draft();
        var matrix = AccessMatrix.around(around)
                .record("getAppraisalRound", Call.of(round))
                .record("listAppraisalRoundHistory", Call.of(round))
                .record("listAppraisalRoundRoll", Call.of(round))
                .record("getAppraisalRoundTransitions", Call.of(round))
                .list("listAppraisalRounds", round)
                .list("listAppraisals", confirmed.members.get(0).toString())
                .naming("freezeRoll",
                        Call.plain().body(Map.of("organization", fresh.branch.id(), "year", 2016, "on", "2017-01-04")))
                .record("moveAppraisalRound", confirmingStudy(moving.draft()).as("BRANCH_SECRETARY"))
                .figures("getEvaluationFigures")
                .imports("grades", "BRANCH_SECRETARY",
                        "organization,year,memberNumber,grade,ungradedReason,explanation,tookPart,name\r\n%s,2016,%s,QUALIFIED,,,true,\r\n"
                                .formatted(filed.branch.code(), City.numberOf(filed.members.get(0))));
        return years(matrix).checks();
    }

    /** A city's year is read by everybody below the city, and set at the city alone. */
    private static AccessMatrix years(AccessMatrix matrix) {
        var city = City.city();
        var year = set(city, 2016);
        var other = City.city();
        var around = new Neighbourhood(site(city), site(city), site(City.committee(city)), site(other),
                site(City.committee(other)), site(City.city()));
        return matrix.thenAround(around)
                .record("getAppraisalYear", Call.of(year).alsoFor(Standing.DESCENDANT))
                .list("listAppraisalYears", year, Call.plain().alsoFor(Standing.DESCENDANT))
                .naming("setAppraisalYear", Call.plain().body(year(city, 2017)));
    }

    @Test
    void a_year_is_seen_from_below_and_written_from_its_city_alone() {
        // Given
        var city = City.city();
        var branch = City.branch(City.committee(city));
        var year = set(city, 2016);
        var other = City.city();
        set(other, 2016);
        // When
        var below = Database.asApplication().within(branch.path()).query(
                "select id::text from appraisal_year", row -> row.getString(1));
        var beside = Database.asApplication().within(City.branch(other).path()).query(
                "select id::text from appraisal_year where id = ?::uuid", row -> row.getString(1), year);
        // Then
        assertEquals(List.of(year), below);
        assertEquals(List.of(), beside);
    }

    @TestFactory
    Stream<DynamicTest> attacks() {
        return TokenAttacks.checks(YEARS, () -> Tokens.grant("READER", "nowhere"));
    }

    @TestFactory
    Stream<DynamicTest> rights() {
        return Rights.checks();
    }

    @TestFactory
    Stream<DynamicTest> wall() {
        var appraising = Appraising.branchWith(1);
        appraising.confirmed(appraising.allQualified());
        var beside = Appraising.below(appraising.city, appraising.committee, 1);
        beside.confirmed(beside.allQualified());
        return SecondWall.of(appraising.branch::path).downward("appraisal_year").checks();
    }

    private static Call confirmingStudy(Response round) {
        return Call.of(round.path("id")).ifMatch(round.header("ETag"))
                .body(Map.of("transition", "confirm-study", "on", "2017-01-05"));
    }

    private static String set(City.Organization city, int year) {
        return Appraising.as(Tokens.grant("CAMPAIGN_OFFICER", city.code())).body(year(city, year)).post(YEARS).then()
                .statusCode(201).extract().path("id");
    }

    private static Map<String, Object> year(City.Organization city, int year) {
        return Map.of("organization", city.id(), "year", year, "asOf", year + "-12-31", "on", "2016-11-15");
    }

    private static Neighbourhood.Site site(City.Organization organization) {
        return new Neighbourhood.Site(organization.code(), organization.path());
    }
}
