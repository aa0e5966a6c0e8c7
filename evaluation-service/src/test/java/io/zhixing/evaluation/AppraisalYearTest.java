package io.zhixing.evaluation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Shanghai;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AppraisalYearTest {

    private static final String YEARS = "/evaluation/v1/appraisal-years";

    @Test
    void the_city_sets_one_day_of_reckoning_and_a_branch_reads_it() {
        // Given
        var city = City.city();
        var branch = City.branch(city);
        // When
        var set = set(city, city, 2016, "2016-12-31");
        // Then
        set.then().statusCode(201).body("asOf", is("2016-12-31"));
        given().auth().oauth2(Tokens.of("BRANCH_SECRETARY", branch.code())).queryParam("count", "true")
                .queryParam("year", "2016").get(YEARS).then().statusCode(200).body("total", is(1))
                .body("items[0].asOf", is("2016-12-31"));
        given().auth().oauth2(Tokens.of("READER", branch.code())).get(set.header("Location")).then().statusCode(200);
    }

    @Test
    void another_city_does_not_see_it() {
        // Given
        var set = setBy(City.city());
        // When
        var answer = given().auth().oauth2(Tokens.of("CAMPAIGN_OFFICER", City.city().code()))
                .get(set.header("Location"));
        // Then
        answer.then().statusCode(404).body("code", is("NOT_FOUND"));
    }

    @Test
    void a_day_that_is_set_is_not_changed() {
        // Given
        var city = City.city();
        set(city, city, 2016, "2016-12-31").then().statusCode(201);
        // When
        var answer = set(city, city, 2016, "2016-11-30");
        // Then
        answer.then().statusCode(409).body("code", is("APPRAISAL_YEAR_EXISTS"));
    }

    @Test
    void a_committee_below_the_city_sets_no_day() {
        // Given
        var city = City.city();
        var committee = City.committee(city);
        // When
        var answer = set(city, committee, 2016, "2016-12-31");
        // Then
        answer.then().statusCode(422).body("code", is("YEAR_SET_BY_CITY"));
    }

    @Test
    void the_day_lies_in_the_year_or_the_next() {
        // Given
        var city = City.city();
        // When
        var answer = set(city, city, 2016, "2018-01-01");
        // Then
        answer.then().statusCode(422).body("code", is("AS_OF_OUTSIDE_YEAR"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abcd", "16", "1948", "2201", "2016.0", "-2016"})
    void a_year_that_none_can_be_is_refused_and_not_taken_for_one_without_rounds(String year) {
        // Given
        var reader = Tokens.of("READER", City.city().code());
        // When
        var answers = Stream.of("appraisal-years", "appraisal-rounds", "appraisals")
                .map(list -> given().auth().oauth2(reader).queryParam("year", year).get("/evaluation/v1/" + list))
                .toList();
        // Then
        answers.forEach(answer -> answer.then().statusCode(400).body("code", is("PARAMETER_INVALID"))
                .body("errors.parameter", is(List.of("year"))));
    }

    @Test
    void a_year_is_decided_in_the_year_before_it_at_the_earliest_and_not_in_the_future() {
        // Given
        var city = City.city();
        // When
        var mistyped = set(city, city, 2106, "2106-12-31");
        var early = set(city, city, 2018, "2018-12-31");
        var tomorrow = Shanghai.today(Clock.systemUTC()).plusDays(1);
        var next = tomorrow.getYear() + 1;
        var future = set(as(city).header("Accept-Language", "en"), city, next, next + "-12-31", tomorrow.toString());
        var before = set(city, city, 2017, "2017-12-31");
        // Then
        mistyped.then().statusCode(422).body("code", is("DECISION_DAY_INVALID"))
                .body("errors.pointer", is(List.of("/on")))
                .body("errors[0].detail", is("决定日期不得晚于今天，也不得早于2105-01-01，即评议年度的上一年开始之日。"));
        early.then().statusCode(422).body("code", is("DECISION_DAY_INVALID"));
        future.then().statusCode(422).body("code", is("DECISION_DAY_INVALID"))
                .body("errors.pointer", is(List.of("/on")))
                .body("errors[0].detail", is("A year is decided on a day not after today and not before "
                        + tomorrow.getYear() + "-01-01, the first day of the year before it."));
        before.then().statusCode(201);
        given().auth().oauth2(Tokens.of("READER", city.code())).queryParam("count", "true").get(YEARS).then()
                .body("total", is(1));
    }

    private static Response setBy(City.Organization city) {
        return set(city, city, 2016, "2016-12-31");
    }

    private static Response set(City.Organization grantedOn, City.Organization city, int year, String asOf) {
        return set(as(grantedOn), city, year, asOf, "2016-11-15");
    }

    private static RequestSpecification as(City.Organization grantedOn) {
        return given().auth().oauth2(Tokens.of("CAMPAIGN_OFFICER", grantedOn.code())).contentType(ContentType.JSON);
    }

    private static Response set(RequestSpecification caller, City.Organization city, int year, String asOf,
            String on) {
        return caller
                .body("{\"organization\":\"%s\",\"year\":%d,\"asOf\":\"%s\",\"on\":\"%s\"}".formatted(city.id(), year,
                        asOf, on))
                .post(YEARS);
    }
}
