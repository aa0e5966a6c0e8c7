package io.zhixing.evaluation;

import static io.zhixing.evaluation.Appraising.ROUNDS;
import static io.zhixing.evaluation.Appraising.as;
import static io.zhixing.evaluation.Appraising.move;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;

/** What is refused of a round itself: its year, its roll, what it corrects and who may know of it. */
@QuarkusTest
class RoundRefusalTest {

    @Test
    void another_branch_does_not_learn_that_there_is_a_round() {
        // Given
        var appraising = Appraising.branchWith(1);
        var other = Appraising.below(appraising.city, appraising.committee, 1);
        var draft = appraising.draft();
        // When
        var answer = other.secretary().get(ROUNDS + "/" + draft.path("id"));
        // Then
        answer.then().statusCode(404).body("code", is("NOT_FOUND"));
    }

    @Test
    void an_organization_has_one_round_a_year_until_a_correction_names_the_confirmed_one() {
        // Given
        var appraising = Appraising.branchWith(1);
        var draft = appraising.draft();
        // When
        var second = appraising.freeze("2017-01-05");
        var early = appraising.freeze(Map.of("organization", appraising.branch.id(), "year", 2016, "on", "2017-01-05",
                "supersedesRoundId", draft.path("id")));
        // Then
        second.then().statusCode(409).body("code", is("ROUND_EXISTS"));
        early.then().statusCode(409).body("code", is("ROUND_NOT_SUPERSEDABLE"));
    }

    @Test
    void a_correction_is_not_of_an_earlier_day_than_what_it_corrects() {
        // Given
        var appraising = Appraising.branchWith(1);
        var first = appraising.confirmed(appraising.allQualified());
        Map<String, Object> early = Map.of("organization", appraising.branch.id(), "year", 2016, "on", "2017-01-19",
                "supersedesRoundId", first.path("id"));
        // When
        var answer = appraising.freeze(early);
        // Then
        answer.then().statusCode(422).body("code", is("TRANSITION_DAY_INVALID")).body("detail",
                containsString("2017-01-20"));
    }

    @Test
    void a_round_of_the_first_year_finds_its_rules() {
        // Given
        var appraising = Appraising.branchWith(1);
        City.member(appraising.branch, "1949-01-01", "1950-01-01");
        Appraising.setYear(appraising.city, 1949, "1949-02-01");
        var draft = appraising.freeze(Map.of("organization", appraising.branch.id(), "year", 1949, "on", "1949-02-01"));
        draft.then().statusCode(201);
        // When
        var studied = move(appraising.secretary(), draft, "confirm-study", "1949-02-02", Map.of());
        // Then
        studied.then().statusCode(200).body("studyMissing", is(true));
        appraising.secretary().get(ROUNDS + "/" + draft.path("id") + "/transitions").then().statusCode(200);
    }

    @Test
    void a_round_is_corrected_once() {
        // Given
        var appraising = Appraising.branchWith(1);
        var first = appraising.confirmed(appraising.allQualified());
        Map<String, Object> correction = Map.of("organization", appraising.branch.id(), "year", 2016, "on",
                "2017-02-01", "supersedesRoundId", first.path("id"));
        var second = appraising.freeze(correction);
        second = move(appraising.secretary(), second, "confirm-study", "2017-02-01", Map.of());
        second = move(appraising.secretary(), second, "propose-grades", "2017-02-01", appraising.allQualified().body());
        move(appraising.officer(), second, "confirm", "2017-02-01", Map.of()).then().statusCode(200);
        // When
        var third = appraising.freeze(correction);
        // Then
        third.then().statusCode(409).body("code", is("ROUND_SUPERSEDED"));
    }

    @Test
    void from_2017_on_nothing_is_appraised_without_study() {
        // Given
        var appraising = Appraising.branchWith(1);
        Appraising.setYear(appraising.city, 2017, "2017-12-31");
        var draft = appraising.freeze(
                Map.of("organization", appraising.branch.id(), "year", 2017, "on", "2018-01-04"));
        // When
        var answer = move(appraising.secretary(), draft, "confirm-study", "2018-01-05", Map.of());
        // Then
        answer.then().statusCode(409).body("code", is("STUDY_NOT_YET_KNOWN"));
        City.study(appraising.branch, "2017-10-20");
        move(appraising.secretary(), draft, "confirm-study", "2018-01-05", Map.of()).then().statusCode(200);
    }

    @Test
    void a_study_session_that_is_named_twice_is_kept_once() {
        // Given
        var appraising = Appraising.branchWith(1);
        var session = City.study(appraising.branch, "2016-07-01");
        // When
        var answer = move(appraising.secretary(), appraising.draft(), "confirm-study", "2017-01-05",
                Map.of("studySessionIds", List.of(session, session)));
        // Then
        answer.then().statusCode(200).body("studySessionIds", is(List.of(session.toString())));
    }

    @Test
    void what_another_step_takes_is_refused_and_not_passed_over() {
        // Given
        var appraising = Appraising.branchWith(1);
        var draft = appraising.draft();
        var grades = appraising.allQualified().because("全员优秀").body();
        // When
        var study = move(appraising.secretary(), draft, "confirm-study", "2017-01-05", grades);
        var voided = move(appraising.officer(), draft, "void", "2017-01-05",
                Map.of("comment", "名册有误", "studySessionIds", List.of(Ids.next())));
        // Then
        study.then().statusCode(400).body("errors.code", is(List.of("FIELD_OF_ANOTHER_STEP", "FIELD_OF_ANOTHER_STEP")))
                .body("errors.pointer", is(List.of("/grades", "/excessReason")));
        voided.then().statusCode(400).body("errors.pointer", is(List.of("/studySessionIds")));
        appraising.officer().get(ROUNDS + "/" + draft.path("id")).then().body("state", is("DRAFT")).body("version",
                is(draft.<Integer>path("version")));
    }

    @Test
    void a_study_session_that_is_named_must_be_known() {
        // Given
        var appraising = Appraising.branchWith(1);
        var draft = appraising.draft();
        // When
        var answer = move(appraising.secretary(), draft, "confirm-study", "2017-01-05",
                Map.of("studySessionIds", List.of(Ids.next())));
        // Then: the rule of 2016 only warns, so nothing is said of what may not be held
        answer.then().statusCode(409).body("code", is("STUDY_NOT_YET_KNOWN")).body("detail",
                allOf(containsString("此步骤所依据的集中学习"), not(containsString("不得"))));
    }

    @Test
    void a_roll_is_frozen_from_the_day_of_reckoning_on_and_of_a_year_that_is_set() {
        // Given
        var appraising = Appraising.branchWith(1);
        // When
        var early = appraising.freeze("2016-12-30");
        var unset = appraising.freeze(Map.of("organization", appraising.branch.id(), "year", 2015, "on", "2017-01-04"));
        // Then
        early.then().statusCode(422).body("code", is("TRANSITION_DAY_INVALID"));
        unset.then().statusCode(409).body("code", is("YEAR_NOT_SET"));
    }

    @Test
    void a_roll_that_is_still_on_its_way_is_not_frozen() {
        // Given
        var appraising = Appraising.branchWith(2);
        // When
        var answer = appraising.freeze(Map.of("organization", appraising.branch.id(), "year", 2016, "on", "2017-01-04",
                "expectedRoll", 3));
        var empty = as(Tokens.grant("BRANCH_SECRETARY", appraising.committee.code()))
                .body(Map.of("organization", appraising.committee.id(), "year", 2016, "on", "2017-01-04")).post(ROUNDS);
        // Then
        answer.then().statusCode(409).body("code", is("ROLL_NOT_YET_KNOWN"));
        empty.then().statusCode(409).body("code", is("ROLL_EMPTY"));
    }
}
