package io.zhixing.organization;

import static io.zhixing.organization.Dues.ARREARS;
import static io.zhixing.organization.Dues.ASSESSMENTS;
import static io.zhixing.organization.Dues.CLOSINGS;
import static io.zhixing.organization.Dues.RECEIPTS;
import static io.zhixing.organization.Row.csv;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DuesImportTest {

    private static final String ASSESSED = "党员编号,姓名,月份,类别,基数（分）,选定金额（分）";
    private static final String RECEIVED = "党员编号,种类,交至月份,金额（分）,收讫日期,更正原因";

    private Register.Organization committee;
    private Register.Organization branch;

    @BeforeEach
    void settle() {
        committee = Register.committee();
        branch = Register.below(committee, "BRANCH");
    }

    @Test
    void assessments_of_a_file_come_out_as_single_ones_and_a_second_import_changes_nothing() {
        // Given
        var employed = Row.number(branch);
        var farmer = Row.number(branch);
        var file = csv(ASSESSED, employed + ",示例,2016-05,在职,300001,", farmer + ",示例,2016-05,农民,0,50",
                employed + ",示例,2016-06,EMPLOYED,300001,");
        // When
        var job = Imports.of("dues-assessments").ended(file);
        var again = Imports.of("dues-assessments").ended(file);
        // Then
        assertEquals(List.of("CREATED", "CREATED", "CREATED"), Imports.of("dues-assessments").results(job));
        assertEquals(List.of("UNCHANGED", "UNCHANGED", "UNCHANGED"), Imports.of("dues-assessments").results(again));
        Register.get(Register.officer(), ASSESSMENTS + "?count=true&organization=" + committee.code()).then()
                .body("total", is(3)).body("sums.dueFen", is(6050));
    }

    @Test
    void each_refused_assessment_has_the_code_of_the_single_call_and_writes_nothing() {
        // Given
        var member = Row.number(branch);
        Imports.of("dues-assessments").ended(csv(ASSESSED, member + ",示例,2016-05,在职,300000,")).then()
                .body("created", is(1));
        var file = csv(ASSESSED, member + ",示例,2016-05,在职,300001,", member + ",示例,2016-06,农民,0,101",
                member + ",示例,1924-01,在职,300000,", member + ",示例,2016-07,在职,300000,20",
                "NOBODY,示例,2016-05,在职,300000,", member + ",示例,2016-13,在职,300000,",
                member + ",示例,2016-08,在职,-1,");
        // When
        var dry = Imports.of("dues-assessments").dry().ended(file);
        var real = Imports.of("dues-assessments").ended(file);
        // Then
        assertEquals(List.of("REJECTED DUES_ASSESSED_BEFORE", "REJECTED DUES_AMOUNT_INVALID",
                "REJECTED DAYS_INCONSISTENT", "REJECTED DUES_AMOUNT_BY_RATE", "REJECTED REFERENCE_UNKNOWN",
                "REJECTED VALIDATION_FAILED", "REJECTED VALIDATION_FAILED").stream().map(DuesImportTest::code).toList(),
                Imports.of("dues-assessments").results(real).stream().map(DuesImportTest::code).toList());
        assertEquals(Imports.of("dues-assessments").results(dry), Imports.of("dues-assessments").results(real));
        assertEquals(Row.refusal(Register.post(ASSESSMENTS, Dues.assessment(Row.id(member), "2016-05", 300_001))),
                Imports.of("dues-assessments").results(real).get(0));
        Register.get(Register.officer(), ASSESSMENTS + "?count=true&organization=" + committee.code()).then()
                .body("total", is(1));
    }

    @Test
    void receipts_are_taken_in_their_order_and_make_arrears_good() {
        // Given
        var behind = Row.number(branch);
        var paying = Row.number(branch);
        Register.post(CLOSINGS, Dues.closing(branch, "2016-05")).then().statusCode(200);
        var file = csv(RECEIVED, behind + ",收讫,2016-04,1500,2016-04-20,", behind + ",收讫,2016-06,3000,2016-06-20,",
                paying + ",RECEIPT,2016-12,9000,2016-12-20,");
        // When
        var job = Imports.of("dues-receipts").ended(file);
        var again = Imports.of("dues-receipts").ended(file);
        // Then
        assertEquals(List.of("CREATED", "CREATED", "CREATED"), Imports.of("dues-receipts").results(job));
        assertEquals(List.of("UNCHANGED", "UNCHANGED", "UNCHANGED"), Imports.of("dues-receipts").results(again));
        Register.get(Register.officer(), ARREARS + "?open=true&organization=" + branch.code()).then()
                .body("items.size()", is(0));
        Register.get(Register.officer(), RECEIPTS + "?count=true&organization=" + branch.code()).then()
                .body("total", is(3)).body("sums.amountFen", is(13_500));
        List<String> arrears = Register.get(Register.officer(), ARREARS + "?organization=" + branch.code())
                .path("items.id");
        for (var one : arrears) {
            assertEquals(List.of(1L, 2L),
                    OutboxProbe.ofTheService().events(one, 2).stream().map(event -> event.version()).toList());
        }
    }

    @Test
    void a_correction_of_a_file_puts_the_member_behind_again_and_a_receipt_after_it_makes_good() {
        // Given
        var member = Row.number(branch);
        Register.post(CLOSINGS, Dues.closing(branch, "2016-05")).then().statusCode(200);
        Imports.of("dues-receipts").ended(csv(RECEIVED, member + ",收讫,2016-06,3000,2016-06-20,")).then()
                .body("created", is(1));
        var other = Tokens.grant("CAMPAIGN_OFFICER", committee.code()).subject("other").token();
        var file = csv(RECEIVED, member + ",更正,2016-03,0,2016-07-01,误登为他人",
                member + ",收讫,2016-07,1500,2016-07-20,");
        // When
        var byRecorder = Imports.of("dues-receipts").ended(csv(RECEIVED, member + ",更正,2016-03,0,2016-07-01,误登为他人"));
        var byOther = Imports.by(other, "dues-receipts").ended(file);
        // Then
        assertEquals(List.of("REJECTED RECORDER_CORRECTS"), Imports.of("dues-receipts").results(byRecorder));
        assertEquals(List.of("CREATED", "CREATED"), Imports.by(other, "dues-receipts").results(byOther));
        Register.get(Register.officer(), ARREARS + "?member=" + Row.id(member)).then()
                .body("items.size()", is(2)).body("items.findAll { it.clearedOn == null }.size()", is(0));
    }

    @Test
    void each_refused_receipt_has_the_code_of_the_single_call_and_writes_nothing() {
        // Given
        var member = Row.number(branch);
        Imports.of("dues-receipts").ended(csv(RECEIVED, member + ",收讫,2016-06,3000,2016-06-20,")).then()
                .body("created", is(1));
        var file = csv(RECEIVED, member + ",收讫,2016-05,3000,2016-06-20,", member + ",收讫,2016-07,3000,2999-06-20,",
                member + ",收讫,1924-12,0,2016-06-20,", "NOBODY,收讫,2016-07,3000,2016-06-20,",
                member + ",更正,2016-04,0,2016-06-21,");
        // When
        var dry = Imports.of("dues-receipts").dry().ended(file);
        var real = Imports.of("dues-receipts").ended(file);
        var reader = Tokens.of("READER", committee.code());
        var byReader = Imports.by(reader, "dues-receipts")
                .ended(csv(RECEIVED, member + ",收讫,2016-07,1500,2016-07-20,"));
        // Then
        assertEquals(List.of("REJECTED DUES_PAID_BEFORE", "REJECTED DAY_IN_FUTURE", "REJECTED DAYS_INCONSISTENT",
                "REJECTED REFERENCE_UNKNOWN", "REJECTED STEP_REASON_REQUIRED"),
                Imports.of("dues-receipts").results(real));
        assertEquals(Imports.of("dues-receipts").results(dry), Imports.of("dues-receipts").results(real));
        assertEquals(List.of("REJECTED FORBIDDEN"), Imports.by(reader, "dues-receipts").results(byReader));
        assertEquals(Row.refusal(Register.post(RECEIPTS, Dues.receipt(Row.id(member), "2016-05"))),
                Imports.of("dues-receipts").results(real).get(0));
        Register.get(Register.officer(), RECEIPTS + "?count=true&organization=" + committee.code()).then()
                .body("total", is(1));
    }

    @Test
    void a_refused_receipt_takes_the_whole_file_back_where_all_or_nothing_was_asked() {
        // Given
        var member = Row.number(branch);
        var file = csv(RECEIVED, member + ",收讫,2016-06,3000,2016-06-20,", "NOBODY,收讫,2016-07,3000,2016-06-20,");
        // When
        var job = Imports.of("dues-receipts").allOrNothing().ended(file);
        // Then
        assertEquals(List.of("NOT_ATTEMPTED", "REJECTED REFERENCE_UNKNOWN"), Imports.of("dues-receipts").results(job));
        Register.get(Register.officer(), RECEIPTS + "?count=true&organization=" + committee.code()).then()
                .body("total", is(0));
    }

    @Test
    void a_hundred_rows_cost_as_many_statements_as_one() {
        // Given
        var one = Row.number(branch);
        var many = IntStream.range(0, 100).mapToObj(i -> Row.number(branch)).toList();
        // When
        var assessedOne = Row.statements("dues-assessments", assessments(Stream.of(one)), "dues_\\w+|party_member");
        var assessedMany = Row.statements("dues-assessments", assessments(many.stream()), "dues_\\w+|party_member");
        var receivedOne = Row.statements("dues-receipts", receipts(Stream.of(one)), "dues_\\w+|party_member");
        var receivedMany = Row.statements("dues-receipts", receipts(many.stream()), "dues_\\w+|party_member");
        // Then
        assertEquals(assessedOne, assessedMany);
        assertEquals(receivedOne, receivedMany);
    }

    private static String assessments(Stream<String> members) {
        return csv(ASSESSED, members.map(member -> member + ",示例,2016-05,在职,300000,").toArray(String[]::new));
    }

    private static String receipts(Stream<String> members) {
        return csv(RECEIVED,
                members.map(member -> member + ",收讫,2016-12,1500,2016-12-20,").toArray(String[]::new));
    }

    private static String code(String result) {
        return result.contains("VALIDATION") || result.contains("VALUE_")
                ? "REJECTED FORM"
                : result;
    }
}
