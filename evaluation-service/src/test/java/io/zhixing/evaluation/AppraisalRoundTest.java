package io.zhixing.evaluation;

import static io.restassured.RestAssured.given;
import static io.zhixing.evaluation.Appraising.ROUNDS;
import static io.zhixing.evaluation.Appraising.value;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.figures.Rate;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;
import io.zhixing.platform.time.Shanghai;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AppraisalRoundTest {

    @Test
    void a_round_goes_from_the_frozen_roll_to_confirmed_grades_with_four_separate_counts() {
        // Given
        var appraising = Appraising.branchWith(5);
        var probationary = City.probationary(appraising.branch);
        var grades = appraising.grades().grade(appraising.members.get(0), "EXCELLENT")
                .grade(appraising.members.get(1), "QUALIFIED").grade(appraising.members.get(2), "BASICALLY_QUALIFIED")
                .none(appraising.members.get(3), "LOST_CONTACT", false)
                .line(Map.of("memberId", appraising.members.get(4), "ungradedReason", "NOT_APPRAISED", "explanation",
                        "长期住院", "tookPart", false))
                .none(probationary, "PROBATIONARY", true);
        // When
        var confirmed = appraising.confirmed(grades);
        // Then
        confirmed.then().body("state", is("CONFIRMED")).body("confirmedOn", is("2017-01-20"))
                .body("rollHash", matchesPattern("[0-9a-f]{64}")).body("studySessionIds", hasSize(1))
                .body("counts.roll", is(6)).body("counts.eligible", is(4)).body("counts.tookPart", is(4))
                .body("counts.tookPartFull", is(3)).body("counts.tookPartProbationary", is(1))
                .body("counts.graded", is(3)).body("cap.base", is(5)).body("cap.maximum", is(1));
        var figures = appraising.figures();
        assertEquals(List.of("6", "4", "4", "3", "2", "66.67"), figures.path("figures.value"));
    }

    @Test
    void the_records_behind_a_figure_are_as_many_as_its_value() {
        // Given
        var appraising = Appraising.branchWith(4);
        appraising.confirmed(appraising.grades().grade(appraising.members.get(0), "EXCELLENT")
                .grade(appraising.members.get(1), "QUALIFIED").grade(appraising.members.get(2), "UNQUALIFIED")
                .none(appraising.members.get(3), "ABROAD", false));
        // When
        var figures = appraising.figures();
        // Then
        for (Map<String, Object> figure : figures.<List<Map<String, Object>>>path("figures")) {
            var counted = figure.containsKey("numerator") ? figure.get("numerator") : figure.get("value");
            given().auth().oauth2(Tokens.of("READER", appraising.committee.code())).urlEncodingEnabled(false)
                    .get(figure.get("records") + "&count=true").then().statusCode(200)
                    .body("total", is(Integer.parseInt(counted.toString())));
        }
    }

    @Test
    void the_roll_is_of_the_day_of_reckoning_and_half_open() {
        // Given
        var appraising = Appraising.branchWith(1);
        var lastDay = City.member(appraising.branch, "2012-01-01", "2017-01-01");
        City.member(appraising.branch, "2012-01-01", "2016-12-31");
        City.member(appraising.branch, "2017-01-01", null);
        // When
        var frozen = appraising.draft();
        // Then
        appraising.secretary().get(ROUNDS + "/" + frozen.path("id") + "/roll").then().statusCode(200)
                .body("items.memberId",
                        containsInAnyOrder(appraising.members.get(0).toString(), lastDay.toString()));
    }

    @Test
    void a_member_who_became_full_after_the_day_of_reckoning_is_on_the_roll_as_probationary() {
        // Given
        var appraising = Appraising.branchWith(1);
        var late = City.enrol(Ids.next(), appraising.branch, "FULL", "2017-01-02",
                "2012-01-01", null);
        City.awaitRows("select count(*) from member_ref where id = any (?)", List.of(late));
        // When
        var frozen = appraising.draft();
        // Then
        appraising.secretary().get(ROUNDS + "/" + frozen.path("id") + "/roll").then().body(
                "items.find { it.memberId == '%s' }.memberType".formatted(late), is("PROBATIONARY"));
    }

    @Test
    void a_round_of_2016_without_recorded_study_is_held_with_a_warning_that_is_listed() {
        // Given
        var city = City.city();
        Appraising.setYear(city, 2016, "2016-12-31");
        var committee = City.committee(city);
        var appraising = Appraising.unstudied(city, committee);
        var draft = appraising.draft();
        // When
        var studied = Appraising.move(appraising.secretary(), draft, "confirm-study", "2017-01-05", Map.of());
        // Then
        studied.then().statusCode(200).body("studyMissing", is(true));
        appraising.officer().queryParam("studyMissing", "true").queryParam("count", "true").get(ROUNDS).then()
                .body("total", is(1));
    }

    @Test
    void a_correction_is_a_round_of_its_own_and_figures_take_the_newest() {
        // Given
        var appraising = Appraising.branchWith(3);
        var first = appraising.confirmed(appraising.allQualified());
        var corrected = appraising.grades().grade(appraising.members.get(0), "EXCELLENT")
                .grade(appraising.members.get(1), "QUALIFIED").grade(appraising.members.get(2), "UNQUALIFIED");
        // When
        var second = appraising.freeze(Map.of("organization", appraising.branch.id(), "year", 2016, "on",
                "2017-02-01", "supersedesRoundId", first.path("id")));
        second = Appraising.move(appraising.secretary(), second, "confirm-study", "2017-02-01", Map.of());
        second = Appraising.move(appraising.secretary(), second, "propose-grades", "2017-02-02", corrected.body());
        second = Appraising.move(appraising.officer(), second, "confirm", "2017-02-03", Map.of());
        // Then
        second.then().statusCode(200).body("state", is("CONFIRMED")).body("supersedesRoundId",
                is(first.<String>path("id")));
        assertEquals("66.67", value(appraising.figures(), "QUALIFIED_OR_ABOVE_RATE"));
        assertEquals("3", value(appraising.figures(), "APPRAISAL_ROLL_COUNT"));
        appraising.officer().queryParam("count", "true").get("/evaluation/v1/appraisals").then().body("total", is(3));
        appraising.officer().queryParam("round", first.<String>path("id")).get("/evaluation/v1/appraisals").then()
                .body("items.grade", is(List.of("QUALIFIED", "QUALIFIED", "QUALIFIED")));
    }

    @Test
    void who_has_left_the_corrected_roll_is_accounted_for_in_the_correction() {
        // Given
        var appraising = Appraising.branchWith(2);
        var first = appraising.confirmed(appraising.allQualified());
        var gone = appraising.members.get(1);
        City.leftBefore(gone, appraising.branch, "2016-12-01");
        // When
        var second = appraising.freeze(Map.of("organization", appraising.branch.id(), "year", 2016, "on",
                "2017-02-01", "supersedesRoundId", first.path("id")));
        // Then
        second.then().statusCode(201).body("roll", is(2));
        var studied = Appraising.move(appraising.secretary(), second, "confirm-study", "2017-02-01", Map.of());
        Appraising.move(appraising.secretary(), studied, "propose-grades", "2017-02-02",
                appraising.allQualified().body()).then().statusCode(422).body("code", is("UNGRADED_REASON_WRONG"));
        Appraising.move(appraising.secretary(), studied, "propose-grades", "2017-02-02",
                appraising.grades().grade(appraising.members.get(0), "QUALIFIED").none(gone, "LEFT_ROLL", false).body())
                .then().statusCode(200).body("counts.eligible", is(1));
    }

    @Test
    void a_voided_draft_makes_room_for_a_new_round_and_stays_readable() {
        // Given
        var appraising = Appraising.branchWith(1);
        var draft = appraising.draft();
        // When
        var voided = Appraising.move(appraising.officer(), draft, "void", "2017-01-06", Map.of("comment", "名册有误"));
        // Then
        voided.then().statusCode(200).body("state", is("VOIDED"));
        appraising.freeze("2017-01-07").then().statusCode(201);
        appraising.secretary().get(ROUNDS + "/" + draft.path("id") + "/history").then().body("items.step",
                is(List.of("void")));
    }

    @Test
    void figures_take_the_latest_year_whose_day_lies_in_the_period() {
        // Given
        var appraising = Appraising.branchWith(2);
        appraising.confirmed(appraising.allQualified());
        Appraising.setYear(appraising.city, 2017, "2017-12-31");
        // When
        var campaign = appraising.figures();
        var before = appraising.figures(appraising.committee, "2016-01-01", "2016-12-30");
        var later = appraising.figures(appraising.committee, "2016-01-01", "2017-12-31");
        // Then
        assertEquals("2", value(campaign, "APPRAISAL_GRADED_COUNT"));
        assertEquals(List.of(), before.path("figures"));
        assertEquals("0", value(later, "APPRAISAL_GRADED_COUNT"));
    }

    @Test
    void what_was_entered_today_was_not_known_yesterday() {
        // Given
        var yesterday = Shanghai.today(Clock.systemUTC()).minusDays(1).toString();   // before midnight, if one comes
        var appraising = Appraising.branchWith(2);
        appraising.confirmed(appraising.allQualified());
        // When
        var figures = given().auth().oauth2(Tokens.of("READER", appraising.committee.code()))
                .queryParam("organization", appraising.committee.code()).queryParam("from", "2016-02-28")
                .queryParam("to", "2017-04-26").queryParam("asOf", yesterday).get("/evaluation/v1/figures");
        // Then
        assertEquals("0", value(figures, "APPRAISAL_GRADED_COUNT"));
        String records = figures.path("figures.find { it.code == 'APPRAISAL_GRADED_COUNT' }.records");
        given().auth().oauth2(Tokens.of("READER", appraising.committee.code())).urlEncodingEnabled(false)
                .get(records + "&count=true").then().statusCode(200).body("total", is(0));
        assertEquals("2", value(appraising.figures(), "APPRAISAL_GRADED_COUNT"));
    }

    @Test
    void the_rate_is_96_80_and_not_what_the_article_prints() {
        assertEquals("96.80", Rate.percent(170_329, 175_955));
    }
}
