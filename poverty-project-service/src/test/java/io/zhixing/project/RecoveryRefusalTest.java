package io.zhixing.project;

import static io.restassured.RestAssured.given;
import static io.zhixing.project.Fund.refused;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;
import io.zhixing.platform.time.Shanghai;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not taken back: every refusal with its code, and nothing moved or written. */
@QuarkusTest
@ExtendWith(NoDrift.class)
class RecoveryRefusalTest {

    private final Fund fund = new Fund();
    private final Orders orders = new Orders(fund);
    private final TakingBack back = new TakingBack(fund);
    private String source;
    private String allocation;
    private String budget;

    @BeforeEach
    void of_three_thousand_fen_each_level_has_one() {
        source = fund.source(3_000);
        allocation = fund.allocation(source, 2_000);
        budget = fund.budgetFrom(allocation, fund.listedProject(), 1_000);
    }

    // Proposing ------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0", "1.5", "9007199254740992", "\"12\"", "null"})
    void fen_are_whole_and_above_zero(String fen) {
        // Given
        var body = """
                {"accountId":"%s","kind":"IDLE","amountFen":%s,"toLevel":"ALLOCATION","reason":"闲置","documentNo":"示例〔2016〕9号",
                 "on":"2016-09-10"}""".formatted(budget, fen);
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
        var body = TakingBack.body(budget, 100, "ALLOCATION");
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
        var body = TakingBack.body(budget, 100, "ALLOCATION");
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
        var sideways = back.propose(TakingBack.body(allocation, 100, "ALLOCATION"));
        var ofSource = new TakingBack(fund, fund.city).propose(TakingBack.body(source, 100, "SOURCE"));
        var down = new TakingBack(fund, fund.city).propose(TakingBack.body(source, 100, "ALLOCATION"));
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
        var other = City.below(fund.city);
        var assisted = fund.budgetOf(fund.listedAndAssistedBy(other), 1_000);
        // When
        var answers = List.of(back.propose(TakingBack.body(Ids.next().toString(), 100, "TREASURY")),
                back.propose(TakingBack.body("00000000-0000-0000-0000-00000000000a", 100, "TREASURY")),
                back.propose(TakingBack.body(foreign, 100, "TREASURY")),
                back.propose(TakingBack.body(source, 100, "TREASURY")),
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
        var body = TakingBack.body(budget, 100, "ALLOCATION");
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
        var early = TakingBack.body(budget, 100, "ALLOCATION");
        early.put("on", "2016-06-19");
        var future = TakingBack.body(budget, 100, "ALLOCATION");
        future.put("on", tomorrow());
        var ofDraft = TakingBack.body(fund.draftSource("POVERTY_SPECIAL", 1_000, "ROAD"), 100, "TREASURY");
        // When
        var answers = List.of(back.propose(early), back.propose(future));
        var draft = new TakingBack(fund, fund.city).propose(ofDraft);
        // Then
        answers.forEach(one -> refused(one, 409, "STEP_OUT_OF_ORDER"));
        refused(draft, 409, "SOURCE_NOT_PAYABLE");
        nothingProposed();
    }

    // Confirming -----------------------------------------------------------------------------------------------

    @Test
    void nobody_confirms_his_own_whatever_client_he_uses() {
        // Given
        var person = Ids.next();
        var recovery = proposedBy(person(person, "desk"));
        // When
        var answer = fund.move(person(person, "mobile"), recovery, "confirm", "2016-09-12");
        // Then
        refused(answer, 409, "FOUR_EYES");
        assertEquals("PROPOSED", fund.state(recovery));
        fund.move(person(Ids.next(), "desk"), recovery, "confirm", "2016-09-12").then().statusCode(200);
    }

    @Test
    void no_machine_confirms_its_own() {
        // Given
        var recovery = proposedBy(machine("nightly"));
        // When
        var answer = fund.move(machine("nightly"), recovery, "confirm", "2016-09-12");
        // Then
        refused(answer, 409, "FOUR_EYES");
        machine("nightly").get(Fund.BASE + recovery + "/transitions").then()
                .body("transitions.find { it.name == 'confirm' }.reasons.code", is(List.of("FOUR_EYES")));
        assertEquals("PROPOSED", fund.state(recovery));
        fund.move(machine("office"), recovery, "confirm", "2016-09-12").then().statusCode(200);
    }

    @Test
    void a_town_s_approver_confirms_nothing_and_a_cashier_no_more() {
        // Given
        var recovery = back.proposed(budget, 100, "ALLOCATION");
        // When
        var ofTown = fund.move(new TakingBack(fund, fund.village).approver.call(), recovery, "confirm", "2016-09-12");
        var ofCashier = fund.move(new TakingBack(fund).cashier.call(), recovery, "confirm", "2016-09-12");
        // Then
        List.of(ofTown, ofCashier).forEach(one -> refused(one, 403, "FORBIDDEN"));
        assertEquals("PROPOSED", fund.state(recovery));
    }

    // Executing ------------------------------------------------------------------------------------------------

    @Test
    void more_than_is_free_is_not_taken_back() {
        // Given
        fund.taken(fund.approver, "disbursements/" + orders.submitted(budget, 700), "approve", "2016-09-02");
        var beyond = back.confirmed(budget, 301, "TREASURY");
        var exact = back.confirmed(budget, 300, "TREASURY");
        // When
        var answer = back.execute(beyond);
        // Then
        refused(answer, 409, "INSUFFICIENT_FUNDS");
        assertEquals("CONFIRMED", fund.state(beyond));
        assertEquals(List.of(), TakingBack.postings(beyond));
        nothingMoved(300);
        back.execute(exact).then().statusCode(200);
        assertEquals(0, fund.available(budget));
    }

    @Test
    void what_was_not_confirmed_is_not_executed() {
        // Given
        var recovery = back.proposed(budget, 100, "ALLOCATION");
        // When
        var answer = back.execute(recovery);
        // Then
        refused(answer, 409, "TRANSITION_NOT_AVAILABLE");
        assertEquals(List.of(), TakingBack.postings(recovery));
        nothingMoved(1_000);
    }

    @Test
    void nothing_is_executed_twice_and_a_repeated_request_is_answered_as_the_first() {
        // Given
        var recovery = back.confirmed(budget, 100, "SOURCE");
        var read = fund.tag(recovery);
        var key = Ids.next().toString();
        var first = fund.moveFrom(read, back.cashier.call(key), recovery, TakingBack.execution());
        // When
        var repeated = fund.moveFrom(read, back.cashier.call(key), recovery, TakingBack.execution());
        var again = back.execute(recovery);
        // Then
        first.then().statusCode(200);
        repeated.then().statusCode(200).header("Idempotent-Replayed", "true");
        assertEquals(first.asString(), repeated.asString());
        refused(again, 409, "TRANSITION_NOT_AVAILABLE");
        assertEquals(List.of("ALLOCATION CLAWBACK", "SOURCE CLAWBACK"), TakingBack.postings(recovery));
        assertEquals(900, fund.available(budget));
        assertEquals(1_100, fund.left("fund-sources/" + source));
    }

    @Test
    void no_step_is_taken_before_the_one_before_it_nor_in_the_future() {
        // Given
        var proposed = back.proposed(budget, 100, "ALLOCATION");
        var confirmed = back.confirmed(budget, 100, "ALLOCATION");
        // When
        var answers = List.of(fund.move(back.approver.call(), proposed, "confirm", "2016-09-09"),
                fund.move(back.approver.call(), proposed, "confirm", tomorrow()),
                fund.move(back.cashier.call(), confirmed, "execute", "2016-09-11"),
                fund.move(back.cashier.call(), confirmed, "execute", tomorrow()));
        // Then
        answers.forEach(one -> refused(one, 422, "TRANSITION_DAY_INVALID"));
        assertEquals(List.of("PROPOSED", "CONFIRMED"), List.of(fund.state(proposed), fund.state(confirmed)));
        nothingMoved(1_000);
    }

    @Test
    void whoever_read_an_old_version_none_at_all_or_sends_no_key_moves_nothing() {
        // Given
        var recovery = back.proposed(budget, 100, "ALLOCATION");
        var old = fund.tag(recovery);
        fund.taken(back.approver, recovery, "confirm", "2016-09-12");
        // When
        var stale = fund.moveFrom(old, back.cashier.call(), recovery, TakingBack.execution());
        var unread = back.cashier.call().body(TakingBack.execution()).post(Fund.BASE + recovery + "/transitions");
        var keyless = fund.moveFrom(fund.tag(recovery),
                given().auth().oauth2(Tokens.of("FUND_CASHIER", fund.county.code())).contentType(ContentType.JSON),
                recovery, TakingBack.execution());
        // Then
        refused(stale, 412, "PRECONDITION_FAILED");
        refused(unread, 428, "PRECONDITION_REQUIRED");
        refused(keyless, 400, "IDEMPOTENCY_KEY_REQUIRED");
        assertEquals("CONFIRMED", fund.state(recovery));
        nothingMoved(1_000);
    }

    @Test
    void nobody_dismisses_without_a_reason_nor_what_was_executed() {
        // Given
        var proposed = back.proposed(budget, 100, "ALLOCATION");
        var executed = back.executed(budget, 200, "ALLOCATION");
        // When
        var silent = fund.move(back.approver.call(), proposed, "dismiss", "2016-09-12");
        var blank = fund.moveWith(back.approver.call(), proposed,
                Map.of("transition", "dismiss", "on", "2016-09-12", "comment", " "));
        var late = fund.moveWith(back.approver.call(), executed, TakingBack.dismissal());
        // Then
        List.of(silent, blank).forEach(one -> refused(one, 422, "REASON_REQUIRED"));
        refused(late, 409, "TRANSITION_NOT_AVAILABLE");
        assertEquals(List.of("PROPOSED", "EXECUTED"), List.of(fund.state(proposed), fund.state(executed)));
        assertEquals(800, fund.available(budget));
    }

    /** Of the three postings the last one is refused: the first two are not kept. */
    @Test
    void a_recovery_of_which_one_level_refuses_moves_on_none() {
        // Given
        var spent = fund.source(500);
        var whole = fund.allocation(spent, 500);
        var funded = fund.budgetFrom(whole, fund.listedProject(), 500);
        fund.taken(fund.cityCashier, "fund-sources/" + spent, "close", "2016-07-01");
        var recovery = back.confirmed(funded, 100, "TREASURY");
        // When
        var answer = back.execute(recovery);
        // Then
        refused(answer, 409, "ACCOUNT_CLOSED");
        assertEquals("CONFIRMED", fund.state(recovery));
        assertEquals(List.of(), TakingBack.postings(recovery));
        assertEquals(List.of(500L, 0L, 0L), List.of(fund.available(funded), fund.left("fund-allocations/" + whole),
                fund.left("fund-sources/" + spent)));
    }

    private void nothingProposed() {
        fund.reader().queryParam("fundSource", source).get(Fund.BASE + "recoveries").then().statusCode(200)
                .body("items.size()", is(0));
        nothingMoved(1_000);
    }

    private void nothingMoved(long inBudget) {
        assertEquals(List.of(inBudget, 1_000L, 1_000L), List.of(fund.available(budget),
                fund.left("fund-allocations/" + allocation), fund.left("fund-sources/" + source)));
    }

    private String proposedBy(RequestSpecification caller) {
        return "recoveries/" + caller.body(TakingBack.body(budget, 100, "ALLOCATION")).post(Fund.BASE + "recoveries")
                .then().statusCode(201).extract().path("id");
    }

    private RequestSpecification person(UUID person, String client) {
        return keyed(twoHats().member(person).client(client));
    }

    private RequestSpecification machine(String subject) {
        return keyed(twoHats().subject(subject));
    }

    private Tokens twoHats() {
        return Tokens.grant("FUND_CASHIER", fund.county.code()).and("FUND_APPROVER", fund.county.code());
    }

    private static RequestSpecification keyed(Tokens token) {
        return given().auth().oauth2(token.token()).contentType(ContentType.JSON).header("Idempotency-Key",
                UUID.randomUUID().toString());
    }

    private static String tomorrow() {
        return Shanghai.today(Clock.systemUTC()).plusDays(1).toString();
    }
}
