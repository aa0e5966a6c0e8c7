package io.zhixing.evaluation;

import static io.zhixing.evaluation.Appraising.ROUNDS;
import static io.zhixing.evaluation.Appraising.as;
import static io.zhixing.evaluation.Appraising.move;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;

/** What is refused of grades and of the steps of a round. */
@QuarkusTest
class AppraisalRefusalTest {

    @Test
    void everything_wrong_in_a_proposal_is_named_at_its_place_and_nothing_is_written() {
        // Given
        var appraising = Appraising.branchWith(3);
        var probationary = City.probationary(appraising.branch);
        var members = appraising.members;
        var studied = appraising.studied();
        var wrong = appraising.grades().grade(members.get(0), "QUALIFIED").grade(members.get(0), "QUALIFIED")
                .grade(probationary, "QUALIFIED").grade(Ids.next(), "QUALIFIED")
                .none(members.get(1), "PROBATIONARY", true)
                .line(Map.of("memberId", members.get(2), "grade", "QUALIFIED", "ungradedReason", "ABROAD", "tookPart",
                        true));
        // When
        var answer = appraising.propose(studied, wrong);
        // Then
        answer.then().statusCode(422).body("errors.code",
                containsInAnyOrder("GRADE_REPEATED", "GRADE_FOR_PROBATIONARY", "GRADE_OUTSIDE_ROLL",
                        "UNGRADED_REASON_WRONG", "GRADE_OR_REASON"))
                .body("errors.find { it.code == 'GRADE_FOR_PROBATIONARY' }.pointer", is("/grades/2"));
        unchanged(appraising, studied, "STUDY_DONE");
    }

    @Test
    void every_member_of_the_roll_needs_a_result() {
        // Given
        var appraising = Appraising.branchWith(2);
        var studied = appraising.studied();
        // When
        var answer = appraising.propose(studied, appraising.grades().grade(appraising.members.get(0), "QUALIFIED"));
        // Then
        answer.then().statusCode(422).body("errors.code", is(List.of("ROLL_NOT_COVERED")));
    }

    @Test
    void not_appraised_says_why() {
        // Given
        var appraising = Appraising.branchWith(1);
        var studied = appraising.studied();
        // When
        var answer = appraising.propose(studied,
                appraising.grades().none(appraising.members.get(0), "NOT_APPRAISED", false));
        // Then
        answer.then().statusCode(422).body("code", is("EXPLANATION_REQUIRED"));
    }

    @Test
    void more_excellent_than_a_third_need_a_reason_and_the_superiors_consent() {
        // Given
        var appraising = Appraising.branchWith(5);
        var grades = appraising.twoExcellent();
        var studied = appraising.studied();
        // When
        appraising.propose(studied, grades).then().statusCode(422).body("code", is("EXCELLENT_OVER_CAP")).body("detail",
                containsString("基数5人的3分之一"));
        var proposed = appraising.propose(studied, grades.because("全员参加抢险"));
        // Then
        proposed.then().statusCode(200).body("cap.exceeded", is(true)).body("cap.maximum", is(1));
        appraising.confirm(proposed).then().statusCode(409).body("code", is("EXCESS_NOT_CONSENTED"));
        var consented = move(appraising.officer(), proposed, "consent-excess", "2017-01-15", Map.of());
        consented.then().statusCode(200).body("state", is("GRADES_PROPOSED"));
        appraising.confirm(consented).then().statusCode(200).body("state", is("CONFIRMED"));
    }

    @Test
    void the_superior_consents_once_and_whoever_consented_stays_named() {
        // Given
        var appraising = Appraising.branchWith(5);
        var proposed = appraising.proposed(appraising.twoExcellent().because("全员参加抢险"));
        var consented = move(appraising.officer(), proposed, "consent-excess", "2017-01-15", Map.of());
        var other = as(Tokens.grant("CAMPAIGN_OFFICER", appraising.committee.code()).subject("another"));
        // When
        var open = appraising.officer().get(ROUNDS + "/" + proposed.path("id") + "/transitions");
        var again = move(appraising.officer(), consented, "consent-excess", "2017-01-16", Map.of());
        var byAnother = move(other.header("Accept-Language", "en"), consented, "consent-excess", "2017-01-16",
                Map.of());
        // Then
        open.then().body("transitions.find { it.name == 'consent-excess' }.reasons.code",
                is(List.of("EXCESS_ALREADY_CONSENTED")));
        again.then().statusCode(409).body("code", is("EXCESS_ALREADY_CONSENTED")).body("detail",
                containsString("2017-01-15"));
        byAnother.then().statusCode(409).body("code", is("EXCESS_ALREADY_CONSENTED")).body("detail",
                containsString("consented to the excess on 2017-01-15"));
        unchanged(appraising, consented, "GRADES_PROPOSED");
        appraising.officer().get(ROUNDS + "/" + proposed.path("id")).then().body("cap.excessConsentedOn",
                is("2017-01-15"));
        appraising.confirm(consented).then().statusCode(200);
    }

    @Test
    void a_consent_that_is_sent_again_under_its_key_is_answered_as_before() {
        // Given
        var appraising = Appraising.branchWith(5);
        var proposed = appraising.proposed(appraising.twoExcellent().because("全员参加抢险"));
        var key = UUID.randomUUID().toString();
        var first = move(appraising.officer().header("Idempotency-Key", key), proposed, "consent-excess", "2017-01-15",
                Map.of());
        // When
        var again = move(appraising.officer().header("Idempotency-Key", key), proposed, "consent-excess", "2017-01-15",
                Map.of());
        // Then
        again.then().statusCode(200).header("Idempotent-Replayed", "true").header("ETag", first.header("ETag"));
        assertEquals(first.asString(), again.asString());
        unchanged(appraising, first, "GRADES_PROPOSED");
    }

    @Test
    void without_an_excess_there_is_nothing_to_consent_to() {
        // Given
        var appraising = Appraising.branchWith(1);
        var proposed = appraising.proposed(appraising.allQualified());
        // When
        var answer = move(appraising.officer(), proposed, "consent-excess", "2017-01-15", Map.of());
        // Then
        answer.then().statusCode(409).body("code", is("NO_EXCESS"));
    }

    @Test
    void nobody_confirms_his_own_proposal_neither_as_a_person_nor_as_the_same_client() {
        // Given
        var appraising = Appraising.branchWith(1);
        var person = appraising.members.get(0);
        var studied = appraising.studied();
        var proposed = move(as(Tokens.grant("BRANCH_SECRETARY", appraising.branch.code()).member(person)), studied,
                "propose-grades", "2017-01-10", appraising.allQualified().body());
        // When
        var asPerson = move(as(Tokens.grant("CAMPAIGN_OFFICER", appraising.committee.code()).member(person)
                .subject("another-account").client("another-client")), proposed, "confirm", "2017-01-20", Map.of());
        var asClient = move(as(Tokens.grant("CAMPAIGN_OFFICER", appraising.committee.code())
                .subject(person.toString())), proposed, "confirm", "2017-01-20", Map.of());
        // Then
        asPerson.then().statusCode(409).body("code", is("PROPOSER_CONFIRMS"));
        asClient.then().statusCode(409).body("code", is("PROPOSER_CONFIRMS"));
        unchanged(appraising, proposed, "GRADES_PROPOSED");
    }

    @Test
    void an_officer_of_the_branch_itself_confirms_nothing_and_a_secretary_neither() {
        // Given
        var appraising = Appraising.branchWith(1);
        var proposed = appraising.proposed(appraising.allQualified());
        // When
        var own = move(as(Tokens.grant("CAMPAIGN_OFFICER", appraising.branch.code()).subject("own-officer")), proposed,
                "confirm", "2017-01-20", Map.of());
        var secretary = move(as(Tokens.grant("BRANCH_SECRETARY", appraising.committee.code()).subject("other")),
                proposed, "confirm", "2017-01-20", Map.of());
        // Then
        own.then().statusCode(403).body("code", is("FORBIDDEN"));
        secretary.then().statusCode(403).body("code", is("FORBIDDEN"));
    }

    @Test
    void a_step_is_not_taken_before_the_step_before_nor_without_its_reason() {
        // Given
        var appraising = Appraising.branchWith(1);
        var draft = appraising.draft();
        // When
        var early = move(appraising.secretary(), draft, "confirm-study", "2017-01-03", Map.of());
        var silent = move(appraising.officer(), draft, "void", "2017-01-06", Map.of());
        // Then
        early.then().statusCode(422).body("code", is("TRANSITION_DAY_INVALID"));
        silent.then().statusCode(422).body("code", is("VOID_REASON_REQUIRED"));
    }

    @Test
    void grades_that_are_sent_with_the_confirmation_are_refused_and_nothing_is_written() {
        // Given
        var appraising = Appraising.branchWith(1);
        var proposed = appraising.proposed(appraising.allQualified());
        var other = appraising.grades().grade(appraising.members.get(0), "UNQUALIFIED").because("改判").body();
        // When
        var answer = move(appraising.officer(), proposed, "confirm", "2017-01-20", other);
        // Then
        answer.then().statusCode(400).body("errors.code", is(List.of("FIELD_OF_ANOTHER_STEP", "FIELD_OF_ANOTHER_STEP")))
                .body("errors.pointer", is(List.of("/grades", "/excessReason")));
        unchanged(appraising, proposed, "GRADES_PROPOSED");
        appraising.officer().get("/evaluation/v1/appraisals").then().body("items", is(List.of()));
        appraising.confirm(proposed).then().statusCode(200);
        appraising.officer().get("/evaluation/v1/appraisals").then().body("items.grade", is(List.of("QUALIFIED")));
    }

    @Test
    void a_member_has_one_current_appraisal_a_year() {
        // Given
        var appraising = Appraising.branchWith(1);
        appraising.confirmed(appraising.allQualified());
        var other = Appraising.below(appraising.city, appraising.committee, 1);
        City.movedFrom(appraising.members.get(0), other.branch, "2016-12-01");
        var studied = other.studied();
        var proposed = other.propose(studied,
                other.allQualified().grade(appraising.members.get(0), "QUALIFIED"));
        // When
        var answer = other.confirm(proposed);
        // Then
        answer.then().statusCode(409).body("code", is("MEMBER_ALREADY_APPRAISED"));
        unchanged(other, proposed, "GRADES_PROPOSED");
    }

    @Test
    void what_may_happen_next_says_the_same_as_the_step() {
        // Given
        var appraising = Appraising.branchWith(1);
        var proposed = appraising.proposed(appraising.allQualified());
        // When
        var open = appraising.officer().get(ROUNDS + "/" + proposed.path("id") + "/transitions");
        var forSecretary = appraising.secretary().get(ROUNDS + "/" + proposed.path("id") + "/transitions");
        // Then
        open.then().body("transitions.find { it.name == 'confirm' }.allowed", is(true)).body(
                "transitions.find { it.name == 'consent-excess' }.reasons.code", is(List.of("NO_EXCESS")));
        forSecretary.then().body("transitions.find { it.name == 'confirm' }.reasons.code",
                is(List.of("FORBIDDEN", "PROPOSER_CONFIRMS")));
    }

    @Test
    void a_stale_reader_changes_nothing() {
        // Given
        var appraising = Appraising.branchWith(1);
        var draft = appraising.draft();
        move(appraising.secretary(), draft, "confirm-study", "2017-01-05", Map.of()).then().statusCode(200);
        // When
        var answer = move(appraising.secretary(), draft, "confirm-study", "2017-01-05", Map.of());
        // Then
        answer.then().statusCode(412).header("ETag", startsWith("\"v2"));
    }

    private static void unchanged(Appraising appraising, Response round, String state) {
        var now = appraising.officer().get(ROUNDS + "/" + round.path("id"));
        assertEquals(state, now.path("state"));
        assertEquals(round.<Integer>path("version"), now.path("version"));
    }
}
