package io.zhixing.organization;

import static io.zhixing.organization.Dues.ARREARS;
import static io.zhixing.organization.Dues.ASSESSMENTS;
import static io.zhixing.organization.Dues.CLOSINGS;
import static io.zhixing.organization.Dues.RATE_TABLES;
import static io.zhixing.organization.Dues.RECEIPTS;
import static io.zhixing.organization.Dues.REDUCTIONS;
import static io.zhixing.organization.Dues.assessment;
import static io.zhixing.organization.Dues.closing;
import static io.zhixing.organization.Dues.correction;
import static io.zhixing.organization.Dues.receipt;
import static io.zhixing.organization.Dues.reduction;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.refused;
import static io.zhixing.organization.Register.stepOf;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class DuesTest {

    private Register.Organization committee;
    private Register.Organization branch;
    private String member;

    @BeforeEach
    void enrol() {
        committee = Register.committee();
        branch = Register.below(committee, "BRANCH");
        member = Register.member(branch);
    }

    @ParameterizedTest(name = "{0} of {1} fen pays {2}")
    @CsvSource({"EMPLOYED, 300000, 1500", "EMPLOYED, 300001, 3000", "EMPLOYED, 500000, 5000", "EMPLOYED, 500001, 7500",
            "EMPLOYED, 1000000, 15000", "EMPLOYED, 1000001, 20000", "EMPLOYED, 299, 1", "EMPLOYED, 100, 1",
            "RETIRED, 500000, 2500", "RETIRED, 500001, 5000", "FARMER, 0, 20", "STUDENT, 0, 20"})
    void the_whole_base_is_taken_at_the_one_rate_of_its_bracket(String category, long base, long due) {
        // When
        var answer = Register.post(ASSESSMENTS, assessment(member, "2016-05", base).with("category", category));
        // Then
        answer.then().statusCode(200).body("dueFen", is((int) due)).body("fullFen", is((int) due));
    }

    @Test
    void a_reduction_counts_when_the_committee_above_has_approved_it() {
        // Given
        var asked = Register.post(REDUCTIONS, reduction(member, "2016-03", "2016-04"));
        var address = REDUCTIONS + "/" + asked.path("id");
        // When
        var before = Register.post(ASSESSMENTS, assessment(member, "2016-03", 300_000));
        var byAsker = Register.move(officer(), address, "\"v1\"", "approve", "2016-01-12");
        var byBranch = Register.move(Tokens.grant("CAMPAIGN_OFFICER", branch.code()).subject("other").token(), address,
                "\"v1\"", "approve", "2016-01-12");
        var above = Register.move(Tokens.grant("CAMPAIGN_OFFICER", committee.code()).subject("above").token(), address,
                "\"v1\"", "approve", "2016-01-12");
        var after = Register.post(ASSESSMENTS, assessment(member, "2016-04", 300_000));
        var beyond = Register.post(ASSESSMENTS, assessment(member, "2016-05", 300_000));
        // Then
        before.then().body("dueFen", is(1500));
        refused(byAsker, 409, "SUBMITTER_APPROVES");
        refused(byBranch, 403, "FORBIDDEN");
        above.then().statusCode(200).body("state", is("APPROVED"));
        after.then().body("fullFen", is(1500)).body("dueFen", is(750)).body("reductionId",
                is(asked.<String>path("id")));
        beyond.then().body("dueFen", is(1500));
    }

    @Test
    void whoever_is_not_paid_through_a_closed_month_falls_into_arrears_until_he_pays_and_each_crossing_is_told() {
        // Given
        var payer = Register.member(branch);
        Register.post(RECEIPTS, receipt(payer, "2016-05")).then().statusCode(200);
        // When
        var closed = Register.post(CLOSINGS, closing(branch, "2016-05"));
        var next = Register.post(CLOSINGS, closing(branch, "2016-06"));
        var arrears = Register.get(officer(), ARREARS + "?open=true&organization=" + branch.code());
        var paid = Register.post(RECEIPTS, receipt(member, "2016-06"));
        // Then
        closed.then().statusCode(200);
        next.then().statusCode(200);
        arrears.then().body("items.memberId.sort()", is(Stream.of(member, payer).sorted().toList()));
        paid.then().statusCode(200);
        Register.get(officer(), ARREARS + "?open=true&organization=" + branch.code()).then().body("items.memberId",
                is(List.of(payer)));
        String id = Register.get(officer(), ARREARS + "?member=" + member).path("items[0].id");
        var events = OutboxProbe.ofTheService().events(id, 2);
        assertEquals(List.of(true, false),
                events.stream().map(event -> event.payload().path("inArrears").asBoolean()).toList());
        assertEquals("2016-05", events.get(0).payload().path("sinceMonth").asText());
    }

    @Test
    void a_closed_month_tells_how_many_were_due_and_have_paid_by_now() {
        // Given
        var payer = Register.member(branch);
        Register.post(RECEIPTS, receipt(payer, "2016-06"));
        Register.post(CLOSINGS, closing(branch, "2016-06"));
        var list = CLOSINGS + "?count=true&organization=" + committee.code() + "&month=2016-06";
        // When
        var before = Register.get(officer(), list);
        Register.post(RECEIPTS, receipt(member, "2016-06"));
        var after = Register.get(officer(), list);
        // Then
        before.then().body("items.due", is(List.of(2))).body("items.paid", is(List.of(1))).body("sums.paid", is(1));
        after.then().body("items.paid", is(List.of(2))).body("sums.due", is(2));
    }

    @Test
    void who_is_wholly_exempt_falls_into_no_arrears() {
        // Given
        var asked = Register.post(REDUCTIONS, reduction(member, "2016-01", "2016-12").raw("basisPointsOff", "10000"));
        Register.move(Tokens.grant("CAMPAIGN_OFFICER", Register.ROOT).subject("above").token(),
                REDUCTIONS + "/" + asked.path("id"), "\"v1\"", "approve", "2016-01-12").then().statusCode(200);
        // When
        Register.post(CLOSINGS, closing(branch, "2016-05")).then().statusCode(200);
        // Then
        Register.get(officer(), ARREARS + "?count=true&organization=" + branch.code()).then().body("total", is(0));
    }

    @Test
    void the_month_paid_moves_forward_by_receipts_and_back_by_another_persons_correction_alone() {
        // Given
        Register.post(RECEIPTS, receipt(member, "2016-06")).then().statusCode(200);
        Register.post(CLOSINGS, closing(branch, "2016-05")).then().statusCode(200);
        var other = Tokens.grant("BRANCH_SECRETARY", branch.code()).subject("other").token();
        // When
        var again = Register.post(RECEIPTS, receipt(member, "2016-06"));
        var bySame = Register.post(RECEIPTS, correction(member, "2016-04"));
        var unfounded = Register.post(other, RECEIPTS, correction(member, "2016-04").without("reason"));
        var forward = Register.post(other, RECEIPTS, correction(member, "2016-07"));
        var byClerk = Register.post(Tokens.of("BRANCH_CLERK", branch.code()), RECEIPTS, correction(member, "2016-04"));
        var corrected = Register.post(other, RECEIPTS, correction(member, "2016-04"));
        // Then
        refused(again, 409, "DUES_PAID_BEFORE");
        refused(bySame, 409, "RECORDER_CORRECTS");
        refused(unfounded, 422, "STEP_REASON_REQUIRED");
        refused(forward, 422, "DUES_CORRECTION_GOES_BACK");
        refused(byClerk, 403, "FORBIDDEN");
        corrected.then().statusCode(200);
        Register.get(officer(), ARREARS + "?open=true&member=" + member).then().body("items.sinceMonth",
                is(List.of("2016-05")));
    }

    @Test
    void of_many_receipts_and_closings_at_once_each_counts_once() {
        // Given
        var calls = 6;
        // When
        var receipts = Race.of(calls, i -> Register.post(RECEIPTS, receipt(member, "2016-06")));
        var closings = Race.of(calls, i -> Register.post(CLOSINGS, closing(branch, "2016-06")));
        // Then
        assertEquals(List.of(200, 409, 409, 409, 409, 409), statuses(receipts));
        assertEquals(List.of(200, 409, 409, 409, 409, 409), statuses(closings));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void a_table_with_a_gap_or_an_overlap_is_refused(String what, String brackets) {
        // When
        var answer = Register.post(RATE_TABLES, Dues.rates(Dues.freshDay()).raw("brackets", brackets));
        // Then
        refused(answer, 422, "RATE_TABLE_GAP");
    }

    static Stream<Arguments> tables() {
        return Stream.of(
                Arguments.of("a gap",
                        "[{\"fromFen\":0,\"toFen\":500000,\"basisPoints\":50},{\"fromFen\":500002,\"basisPoints\":100}]"),
                Arguments.of("an overlap",
                        "[{\"fromFen\":0,\"toFen\":500000,\"basisPoints\":50},{\"fromFen\":500000,\"basisPoints\":100}]"),
                Arguments.of("nothing at the beginning", "[{\"fromFen\":1,\"basisPoints\":50}]"),
                Arguments.of("nothing at the end", "[{\"fromFen\":0,\"toFen\":500000,\"basisPoints\":50}]"));
    }

    @Test
    void what_cannot_be_assessed_closed_or_reduced_is_refused_and_nothing_is_written() {
        // Given
        Register.post(ASSESSMENTS, assessment(member, "2016-05", 300_000)).then().statusCode(200);
        Register.post(REDUCTIONS, reduction(member, "2016-01", "2016-06")).then().statusCode(201);
        var before = Stored.below(committee);
        // When
        var twice = Register.post(ASSESSMENTS, assessment(member, "2016-05", 400_000));
        var notBegun = Register.post(ASSESSMENTS, assessment(member, "2126-01", 300_000));
        var beforeTheRules = Register.post(ASSESSMENTS, assessment(member, "2008-01", 300_000));
        var beforeJoining = Register.post(ASSESSMENTS, assessment(member, "1925-06", 300_000));
        var fixed = Register.post(ASSESSMENTS, assessment(member, "2016-06", 300_000).raw("fixedFen", "20"));
        var outOfRange = Register.post(ASSESSMENTS,
                assessment(member, "2016-06", 0).with("category", "FARMER").raw("fixedFen", "101"));
        var nobody = Register.post(ASSESSMENTS, assessment(UUID.randomUUID().toString(), "2016-06", 0));
        var noMonth = Register.post(ASSESSMENTS, assessment(member, "2016-13", 0));
        var notOver = Register.post(CLOSINGS, closing(branch, "2016-12"));
        var ofCommittee = Register.post(CLOSINGS, closing(committee, "2016-05"));
        var overlapping = Register.post(REDUCTIONS, reduction(member, "2016-06", "2016-07"));
        var backwards = Register.post(REDUCTIONS, reduction(member, "2017-02", "2017-01"));
        var oddFilter = Register.get(officer(), CLOSINGS + "?month=2016-13");
        // Then
        refused(twice, 409, "DUES_ASSESSED_BEFORE");
        refused(notBegun, 422, "DAY_IN_FUTURE");
        refused(beforeTheRules, 422, "RATE_UNKNOWN");
        refused(beforeJoining, 422, "DAYS_INCONSISTENT");
        refused(fixed, 422, "DUES_AMOUNT_BY_RATE");
        refused(outOfRange, 422, "DUES_AMOUNT_INVALID");
        refused(nobody, 422, "REFERENCE_UNKNOWN");
        refused(noMonth, 400, "VALIDATION_FAILED");
        refused(notOver, 422, "DUES_MONTH_NOT_OVER");
        refused(ofCommittee, 422, "MEMBERS_ONLY_ON_BRANCH");
        refused(overlapping, 409, "REDUCTION_OVERLAPS");
        refused(backwards, 422, "DAYS_INCONSISTENT");
        refused(oddFilter, 400, "PARAMETER_INVALID");
        assertEquals(before, Stored.below(committee));
    }

    @Test
    void a_refused_reduction_gives_its_reason() {
        // Given
        var asked = Register.post(REDUCTIONS, reduction(member, "2016-01", "2016-06"));
        var above = Tokens.grant("CAMPAIGN_OFFICER", committee.code()).subject("above").token();
        var address = REDUCTIONS + "/" + asked.path("id");
        // When
        var bare = Register.move(above, address, "\"v1\"", "refuse", "2016-01-12");
        var founded = Register.step(above, address, "\"v1\"",
                stepOf("refuse", "2016-01-12").with("comment", "不符合条件"));
        // Then
        refused(bare, 422, "STEP_REASON_REQUIRED");
        founded.then().statusCode(200).body("refusalReason", is("不符合条件"));
        Register.post(REDUCTIONS, reduction(member, "2016-01", "2016-06")).then().statusCode(201);
    }

    private static List<Integer> statuses(List<Response> answers) {
        return answers.stream().map(Response::statusCode).sorted().toList();
    }
}
