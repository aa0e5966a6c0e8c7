package io.zhixing.organization;

import static io.zhixing.organization.Dues.ASSESSMENTS;
import static io.zhixing.organization.Dues.CLOSINGS;
import static io.zhixing.organization.Dues.LOCAL;
import static io.zhixing.organization.Dues.RECEIPTS;
import static io.zhixing.organization.Dues.REDUCTIONS;
import static io.zhixing.organization.Dues.assessment;
import static io.zhixing.organization.Dues.closing;
import static io.zhixing.organization.Dues.local;
import static io.zhixing.organization.Dues.reassessment;
import static io.zhixing.organization.Dues.receipt;
import static io.zhixing.organization.Dues.reduction;
import static io.zhixing.organization.Register.move;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.refused;
import static io.zhixing.organization.Row.csv;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Months that are assessed anew because their base, their table or the member's branch is another one. */
@QuarkusTest
class SupersededDuesTest {

    private static final String SECOND = Tokens.grant("CAMPAIGN_OFFICER", Register.ROOT).subject("second").token();

    private Register.Organization committee;
    private Register.Organization branch;
    private String member;

    @BeforeEach
    void enrol() {
        committee = Register.committee();
        branch = Register.below(committee, "BRANCH");
        member = Register.member(branch);
    }

    @Test
    void a_new_assessment_supersedes_the_old_one_which_stays_readable_and_the_month_is_due_once() {
        // Given
        var first = assessed(assessment(member, "2016-05", 300_000));
        // When
        var second = corrected(SECOND, first, reassessment(400_000));
        var third = corrected(officer(), second.path("id"), reassessment(600_000));
        // Then
        second.then().statusCode(200).body("supersedesId", is(first)).body("dueFen", is(4000)).body("month",
                is("2016-05")).body("reason", is("当月调整工资"));
        third.then().statusCode(200).body("dueFen", is(9000));
        list("").then().body("total", is(1)).body("sums.dueFen", is(9000)).body("items.id",
                is(List.of(third.<String>path("id"))));
        list("&superseded=true").then().body("total", is(2)).body("sums.dueFen", is(5500));
        Register.get(officer(), ASSESSMENTS + "/" + first).then().statusCode(200).body("dueFen", is(1500))
                .body("supersedesId", nullValue());
    }

    @Test
    void what_was_paid_stays_counted_once() {
        // Given
        var first = assessed(assessment(member, "2016-05", 300_000));
        Register.post(RECEIPTS, receipt(member, "2016-05")).then().statusCode(200);
        Register.post(CLOSINGS, closing(branch, "2016-05")).then().statusCode(200);
        // When
        corrected(SECOND, first, reassessment(400_000)).then().statusCode(200);
        // Then
        Register.get(officer(), RECEIPTS + "?count=true&member=" + member).then().body("total", is(1))
                .body("sums.amountFen", is(1500));
        Register.get(officer(), CLOSINGS + "?count=true&organization=" + branch.code()).then().body("sums.due", is(1))
                .body("sums.paid", is(1));
        refused(Register.post(RECEIPTS, receipt(member, "2016-05")), 409, "DUES_PAID_BEFORE");
    }

    @Test
    void the_same_base_is_assessed_anew_by_a_table_a_reduction_and_a_branch_that_are_new() {
        // Given
        var farmer = assessed(assessment(member, "2016-03", 0).with("category", "FARMER"));
        var worker = assessed(assessment(member, "2016-02", 300_000));
        var nothingNew = corrected(SECOND, worker, reassessment(300_000));
        adopted(local(branch, 60));
        reduced();
        // When
        var byTable = corrected(SECOND, farmer, reassessment(0).with("category", "FARMER"));
        var byReduction = corrected(SECOND, worker, reassessment(300_000));
        var elsewhere = Register.below(Register.committee(), "BRANCH");
        adopted(local(elsewhere, 90));
        Transferring.take(member, elsewhere, "2016-03-10");
        var byBranch = corrected(officer(), byTable.path("id"), reassessment(0).with("category", "FARMER"));
        // Then
        refused(nothingNew, 422, "CORRECTION_CHANGES_NOTHING");
        byTable.then().statusCode(200).body("dueFen", is(60));
        byReduction.then().statusCode(200).body("fullFen", is(1500)).body("dueFen", is(750));
        byBranch.then().statusCode(200).body("dueFen", is(90));
    }

    @Test
    void another_person_than_the_recorder_corrects_what_is_in_force_and_says_why() {
        // Given
        var first = assessed(assessment(member, "2016-05", 300_000));
        var second = corrected(SECOND, first, reassessment(400_000)).<String>path("id");
        var before = Stored.below(committee);
        // When
        var byRecorder = corrected(SECOND, second, reassessment(500_000));
        var superseded = corrected(third(), first, reassessment(500_000));
        var unfounded = corrected(officer(), second, reassessment(500_000).without("reason"));
        var byClerk = corrected(Tokens.of("BRANCH_CLERK", branch.code()), second, reassessment(500_000));
        var fixed = corrected(officer(), second, reassessment(500_000).raw("fixedFen", "20"));
        var ofNobody = corrected(officer(), "01912d68-783e-7a0f-8000-0f54b3b0a4ff", reassessment(500_000));
        // Then
        refused(byRecorder, 409, "RECORDER_CORRECTS");
        refused(superseded, 409, "DUES_ASSESSMENT_SUPERSEDED");
        refused(unfounded, 400, "VALIDATION_FAILED");
        refused(byClerk, 403, "FORBIDDEN");
        refused(fixed, 422, "DUES_AMOUNT_BY_RATE");
        refused(ofNobody, 404, "NOT_FOUND");
        assertEquals(before, Stored.below(committee));
        list("").then().body("items.id", is(List.of(second)));
    }

    @Test
    void of_many_who_supersede_one_assessment_at_once_one_does() {
        // Given
        var first = assessed(assessment(member, "2016-05", 300_000));
        // When
        var answers = Race.of(6, i -> corrected(SECOND, first, reassessment(400_000 + i)));
        // Then
        assertEquals(List.of(200, 409, 409, 409, 409, 409),
                answers.stream().map(Response::statusCode).sorted().toList());
        answers.stream().filter(answer -> answer.statusCode() == 409)
                .forEach(answer -> refused(answer, 409, "DUES_ASSESSMENT_SUPERSEDED"));
        list("").then().body("total", is(1));
        list("&superseded=true").then().body("total", is(1));
    }

    @Test
    void a_file_is_held_against_what_is_in_force_and_assesses_no_month_that_has_not_begun() {
        // Given
        var number = Row.number(branch);
        member = Row.id(number);
        corrected(SECOND, assessed(assessment(member, "2016-05", 300_000)), reassessment(400_000)).then()
                .statusCode(200);
        var header = "党员编号,姓名,月份,类别,基数（分）,选定金额（分）";
        // When
        var results = Imports.of("dues-assessments").results(Imports.of("dues-assessments")
                .ended(csv(header, number + ",示例,2016-05,在职,400000,", number + ",示例,2126-05,在职,400000,")));
        var superseded = Imports.of("dues-assessments").results(
                Imports.of("dues-assessments").ended(csv(header, number + ",示例,2016-05,在职,300000,")));
        // Then
        assertEquals("UNCHANGED", results.get(0));
        assertEquals("REJECTED DAY_IN_FUTURE", results.get(1).substring(0, "REJECTED DAY_IN_FUTURE".length()));
        assertEquals("REJECTED DUES_ASSESSED_BEFORE",
                superseded.get(0).substring(0, "REJECTED DUES_ASSESSED_BEFORE".length()));
    }

    private static String third() {
        return Tokens.grant("CAMPAIGN_OFFICER", Register.ROOT).subject("third").token();
    }

    private static String assessed(Body body) {
        return Register.post(ASSESSMENTS, body).then().statusCode(200).extract().path("id");
    }

    private static Response corrected(String token, String assessment, Body body) {
        return Register.post(token, ASSESSMENTS + "/" + assessment + "/corrections", body);
    }

    private static void adopted(Body proposal) {
        String id = Register.post(LOCAL, proposal).then().statusCode(201).extract().path("id");
        move(SECOND, LOCAL + "/" + id, "\"v1\"", "confirm", "2015-12-22").then().statusCode(200);
    }

    private void reduced() {
        String id = Register.post(REDUCTIONS, reduction(member, "2016-02", "2016-02")).then().statusCode(201).extract()
                .path("id");
        move(SECOND, REDUCTIONS + "/" + id, "\"v1\"", "approve", "2016-01-12").then().statusCode(200);
    }

    private Response list(String filter) {
        return Register.get(officer(), ASSESSMENTS + "?count=true&member=" + member + filter);
    }
}
