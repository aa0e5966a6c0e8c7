package io.zhixing.project;

import static io.restassured.RestAssured.given;
import static io.zhixing.project.Fund.refused;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Recoveries that are neither confirmed nor executed nor dismissed: every refusal with its code, and nothing moved. */
@QuarkusTest
@ExtendWith(NoDrift.class)
class RecoveryStepTest {

    private final Fund fund = new Fund();
    private final Orders orders = new Orders(fund);
    private final TakingBack back = new TakingBack(fund);
    private ThreeLevels levels;

    @BeforeEach
    void money_on_each_level() {
        levels = ThreeLevels.of(fund);
    }

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
        var recovery = back.proposed(levels.budget(), 100, "ALLOCATION");
        // When
        var ofTown = fund.move(new TakingBack(fund, fund.village).approver.call(), recovery, "confirm", "2016-09-12");
        var ofCashier = fund.move(new TakingBack(fund).cashier.call(), recovery, "confirm", "2016-09-12");
        // Then
        List.of(ofTown, ofCashier).forEach(one -> refused(one, 403, "FORBIDDEN"));
        assertEquals("PROPOSED", fund.state(recovery));
    }

    @Test
    void more_than_is_free_is_not_taken_back() {
        // Given
        fund.taken(fund.approver, "disbursements/" + orders.submitted(levels.budget(), 700), "approve", "2016-09-02");
        var beyond = back.confirmed(levels.budget(), 301, "TREASURY");
        var exact = back.confirmed(levels.budget(), 300, "TREASURY");
        // When
        var answer = back.execute(beyond);
        // Then
        refused(answer, 409, "INSUFFICIENT_FUNDS");
        assertEquals("CONFIRMED", fund.state(beyond));
        assertEquals(List.of(), TakingBack.postings(beyond));
        levels.nothingMoved(300);
        back.execute(exact).then().statusCode(200);
        assertEquals(0, fund.available(levels.budget()));
    }

    @Test
    void what_was_not_confirmed_is_not_executed() {
        // Given
        var recovery = back.proposed(levels.budget(), 100, "ALLOCATION");
        // When
        var answer = back.execute(recovery);
        // Then
        refused(answer, 409, "TRANSITION_NOT_AVAILABLE");
        assertEquals(List.of(), TakingBack.postings(recovery));
        levels.nothingMoved(1_000);
    }

    @Test
    void nothing_is_executed_twice_and_a_repeated_request_is_answered_as_the_first() {
        // Given
        var recovery = back.confirmed(levels.budget(), 100, "SOURCE");
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
        assertEquals(900, fund.available(levels.budget()));
        assertEquals(1_100, fund.left("fund-sources/" + levels.source()));
    }

    @Test
    void no_step_is_taken_before_the_one_before_it_nor_in_the_future() {
        // Given
        var proposed = back.proposed(levels.budget(), 100, "ALLOCATION");
        var confirmed = back.confirmed(levels.budget(), 100, "ALLOCATION");
        // When
        var answers = List.of(fund.move(back.approver.call(), proposed, "confirm", "2016-09-09"),
                fund.move(back.approver.call(), proposed, "confirm", ThreeLevels.tomorrow()),
                fund.move(back.cashier.call(), confirmed, "execute", "2016-09-11"),
                fund.move(back.cashier.call(), confirmed, "execute", ThreeLevels.tomorrow()));
        // Then
        answers.forEach(one -> refused(one, 422, "TRANSITION_DAY_INVALID"));
        assertEquals(List.of("PROPOSED", "CONFIRMED"), List.of(fund.state(proposed), fund.state(confirmed)));
        levels.nothingMoved(1_000);
    }

    @Test
    void whoever_read_an_old_version_none_at_all_or_sends_no_key_moves_nothing() {
        // Given
        var recovery = back.proposed(levels.budget(), 100, "ALLOCATION");
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
        levels.nothingMoved(1_000);
    }

    @Test
    void nobody_dismisses_without_a_reason_nor_what_was_executed() {
        // Given
        var proposed = back.proposed(levels.budget(), 100, "ALLOCATION");
        var executed = back.executed(levels.budget(), 200, "ALLOCATION");
        // When
        var silent = fund.move(back.approver.call(), proposed, "dismiss", "2016-09-12");
        var blank = fund.moveWith(back.approver.call(), proposed,
                Map.of("transition", "dismiss", "on", "2016-09-12", "comment", " "));
        var late = fund.moveWith(back.approver.call(), executed, TakingBack.dismissal());
        // Then
        List.of(silent, blank).forEach(one -> refused(one, 422, "REASON_REQUIRED"));
        refused(late, 409, "TRANSITION_NOT_AVAILABLE");
        assertEquals(List.of("PROPOSED", "EXECUTED"), List.of(fund.state(proposed), fund.state(executed)));
        assertEquals(800, fund.available(levels.budget()));
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

    private String proposedBy(RequestSpecification caller) {
        return "recoveries/"
                + caller.body(TakingBack.body(levels.budget(), 100, "ALLOCATION")).post(Fund.BASE + "recoveries")
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
}
