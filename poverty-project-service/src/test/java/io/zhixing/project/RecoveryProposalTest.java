package io.zhixing.project;

import static io.zhixing.project.Fund.refused;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody proposes to take back: every refusal with its code, and nothing written or moved. */
@QuarkusTest
@ExtendWith(NoDrift.class)
class RecoveryProposalTest {

    private final Fund fund = new Fund();
    private final TakingBack back = new TakingBack(fund);
    private ThreeLevels levels;

    @BeforeEach
    void money_on_each_level() {
        levels = ThreeLevels.of(fund);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0", "1.5", "9007199254740992", "\"12\"", "null"})
    void fen_are_whole_and_above_zero(String fen) {
        // Given
        var body = """
                {"accountId":"%s","kind":"IDLE","amountFen":%s,"toLevel":"ALLOCATION","reason":"闲置","documentNo":"示例〔2016〕9号",
                 "on":"2016-09-10"}""".formatted(levels.budget(), fen);
        // When
        var answer = back.cashier.call().body(body).post(Fund.BASE + "recoveries");
        // Then
        answer.then().statusCode(400);
        nothingProposed();
    }

    @ParameterizedTest
    @CsvSource({"kind,OTHER", "toLevel,BUDGET", "reason,' '", "documentNo,' '", "on,2016-02-30", "accountId,x",
            "state,EXECUTED"})
    void a_field_that_is_wrong_empty_or_unknown_is_refused(String field, String wrong) {
        // Given
        var body = TakingBack.body(levels.budget(), 100, "ALLOCATION");
        body.put(field, wrong);
        // When
        var answer = back.propose(body);
        // Then
        answer.then().statusCode(400);
        nothingProposed();
    }

    @ParameterizedTest
    @ValueSource(strings = {"accountId", "kind", "amountFen", "toLevel", "reason", "documentNo", "on"})
    void nothing_that_a_recovery_needs_is_left_out(String field) {
        // Given
        var body = TakingBack.body(levels.budget(), 100, "ALLOCATION");
        body.remove(field);
        // When
        var answer = back.propose(body);
        // Then
        answer.then().statusCode(400).body("errors.pointer", hasItem("/" + field));
        nothingProposed();
    }

    @Test
    void money_goes_up_and_never_to_its_own_level_or_below() {
        // When
        var sideways = back.propose(TakingBack.body(levels.allocation(), 100, "ALLOCATION"));
        var ofSource = new TakingBack(fund, fund.city).propose(TakingBack.body(levels.source(), 100, "SOURCE"));
        var down = new TakingBack(fund, fund.city).propose(TakingBack.body(levels.source(), 100, "ALLOCATION"));
        // Then
        for (var one : List.of(sideways, ofSource, down)) {
            refused(one, 422, "ROUTE_NOT_ALLOWED");
            one.then().body("errors.pointer", is(List.of("/toLevel")));
        }
        nothingProposed();
    }

    @Test
    void what_is_no_account_or_not_the_county_s_is_unknown() {
        // Given
        var strange = new Fund();
        var foreign = strange.budget(1_000);
        var other = City.county(fund.city);
        var assisted = fund.budgetOf(fund.listedAndAssistedBy(other), 1_000);
        // When
        var answers = List.of(back.propose(TakingBack.body(Ids.next().toString(), 100, "TREASURY")),
                back.propose(TakingBack.body("00000000-0000-0000-0000-00000000000a", 100, "TREASURY")),
                back.propose(TakingBack.body(foreign, 100, "TREASURY")),
                back.propose(TakingBack.body(levels.source(), 100, "TREASURY")),
                new TakingBack(fund, other).propose(TakingBack.body(assisted, 100, "ALLOCATION")));
        // Then
        for (var one : answers) {
            refused(one, 422, "REFERENCE_UNKNOWN");
            one.then().body("errors.pointer", is(List.of("/accountId")));
        }
        nothingProposed();
        assertEquals(1_000, strange.available(foreign));
    }

    @Test
    void nobody_but_the_county_s_finance_proposes() {
        // Given
        var body = TakingBack.body(levels.budget(), 100, "ALLOCATION");
        // When
        var ofTown = new TakingBack(fund, fund.village).propose(body);
        var ofApprover = back.approver.call().body(body).post(Fund.BASE + "recoveries");
        // Then
        List.of(ofTown, ofApprover).forEach(one -> refused(one, 403, "FORBIDDEN"));
        nothingProposed();
    }

    @Test
    void nothing_is_taken_back_before_there_was_any_nor_in_the_future() {
        // Given
        var early = TakingBack.body(levels.budget(), 100, "ALLOCATION");
        early.put("on", "2016-06-19");
        var future = TakingBack.body(levels.budget(), 100, "ALLOCATION");
        future.put("on", ThreeLevels.tomorrow());
        var ofDraft = TakingBack.body(fund.draftSource("POVERTY_SPECIAL", 1_000, "ROAD"), 100, "TREASURY");
        // When
        var answers = List.of(back.propose(early), back.propose(future));
        var draft = new TakingBack(fund, fund.city).propose(ofDraft);
        // Then
        answers.forEach(one -> refused(one, 409, "STEP_OUT_OF_ORDER"));
        refused(draft, 409, "SOURCE_NOT_PAYABLE");
        nothingProposed();
    }

    private void nothingProposed() {
        fund.reader().queryParam("fundSource", levels.source()).get(Fund.BASE + "recoveries").then().statusCode(200)
                .body("items.size()", is(0));
        levels.nothingMoved(1_000);
    }
}
