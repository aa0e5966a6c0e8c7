package io.zhixing.organization;

import static io.zhixing.organization.Register.TRANSFERS;
import static io.zhixing.organization.Register.memberAddress;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.refused;
import static io.zhixing.organization.Register.stepOf;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.organization.transfer.ExpireTransfers;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.event.TopicEvent;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Shanghai;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class TransferTest {

    private static final String ROLL = "/organization/v1/roll-periods?count=true&organization=";

    @Inject
    ExpireTransfers expireTransfers;

    private Register.Organization committee;
    private Register.Organization sender;
    private Register.Organization receiver;
    private String member;
    private String transfer;

    @BeforeEach
    void draft() {
        committee = Register.committee();
        sender = Register.below(committee, "BRANCH");
        receiver = Register.below(committee, "BRANCH");
        member = Register.member(sender);
        transfer = drafted(member, receiver);
    }

    @Test
    void the_sender_keeps_the_member_until_the_receiver_has_taken_him() {
        // Given
        submit();
        approve();
        // When
        var before = roll(sender, "2016-03-10");
        var received = take(secretary(receiver), "receive", "2016-03-10", null);
        // Then
        assertEquals(1, before);
        received.then().statusCode(200).body("state", is("RECEIVED"));
        assertEquals(List.of(1, 0, 0, 1), List.of(roll(sender, "2016-03-09"), roll(sender, "2016-03-10"),
                roll(receiver, "2016-03-09"), roll(receiver, "2016-03-10")));
        Register.get(officer(), memberAddress(member)).then().body("organizationId", is(receiver.id()))
                .body("onRollFrom", is("2016-03-10")).body("version", is(2));
        var event = OutboxProbe.ofTheService().event(member, "member-transferred.v1").payload();
        assertEquals(sender.id(), event.path("previousOrganizationId").asText());
        assertEquals(receiver.id(), event.path("organizationId").asText());
        assertEquals(List.of(1L, 2L, 3L, 4L), OutboxProbe.ofTheService().events(transfer, 4).stream()
                .map(TopicEvent::version).toList());
    }

    @Test
    void both_sides_see_the_transfer_and_its_steps_and_a_third_one_does_not() {
        // Given
        submit();
        var third = Register.below(committee, "BRANCH");
        // When
        var bySender = Register.get(Tokens.of("READER", sender.code()), address() + "/history");
        var byReceiver = Register.get(Tokens.of("READER", receiver.code()), address() + "/history");
        var byThird = Register.get(Tokens.of("READER", third.code()), address());
        // Then
        bySender.then().statusCode(200).body("items.step", is(List.of("submit")));
        byReceiver.then().statusCode(200).body("items.step", is(List.of("submit"))).body("items.position",
                is(List.of(2)));
        refused(byThird, 404, "NOT_FOUND");
        Register.get(Tokens.of("READER", receiver.code()), TRANSFERS).then().body("items.id", hasItem(transfer));
        Register.get(Tokens.of("READER", third.code()), TRANSFERS).then().body("items.id", not(hasItem(transfer)));
        refused(Register.get(Tokens.of("READER", receiver.code()), memberAddress(member)), 404, "NOT_FOUND");
    }

    @Test
    void whoever_sees_both_sides_gets_the_transfer_once() {
        // Given
        var second = drafted(Register.member(receiver), sender);
        var both = Tokens.of("READER", committee.code());
        var grants = Tokens.grant("READER", sender.code()).and("READER", receiver.code()).token();
        // When
        var above = Register.get(both, TRANSFERS + "?count=true");
        var onBoth = Register.get(grants, TRANSFERS + "?count=true&sort=-id");
        var first = Register.get(grants, TRANSFERS + "?limit=1");
        var rest = Register.get(grants, TRANSFERS + "?limit=1&cursor=" + first.path("next"));
        // Then
        above.then().body("items.id", is(List.of(transfer, second))).body("total", is(2));
        onBoth.then().body("items.id", is(List.of(second, transfer))).body("total", is(2));
        assertEquals(List.of(transfer, second), List.of(first.path("items[0].id"), rest.path("items[0].id")));
    }

    @Test
    void each_side_takes_its_own_steps_and_nobody_approves_what_he_submitted() {
        // Given
        var clerk = Tokens.of("BRANCH_CLERK", sender.code());
        // When
        var byReceiver = take(secretary(receiver), "submit", "2016-03-02", null);
        var submitted = take(secretary(sender), "submit", "2016-03-02", null);
        var byHimself = take(secretary(sender), "approve-sending", "2016-03-03", null);
        var byClerk = take(clerk, "approve-sending", "2016-03-03", null);
        var approved = take(Tokens.grant("BRANCH_SECRETARY", sender.code()).subject("deputy").token(),
                "approve-sending", "2016-03-03", null);
        var receivedBySender = take(secretary(sender), "receive", "2016-03-04", null);
        // Then
        refused(byReceiver, 403, "FORBIDDEN");
        submitted.then().statusCode(200);
        refused(byHimself, 409, "SUBMITTER_APPROVES");
        refused(byClerk, 403, "FORBIDDEN");
        approved.then().statusCode(200).body("letterUntil", is("2016-06-01"));
        refused(receivedBySender, 403, "FORBIDDEN");
    }

    @Test
    void nobody_is_refused_without_a_reason() {
        // Given
        submit();
        approve();
        // When
        var bare = take(secretary(receiver), "reject", "2016-03-10", null);
        var founded = take(secretary(receiver), "reject", "2016-03-10", "本人不在辖区居住");
        // Then
        refused(bare, 422, "STEP_REASON_REQUIRED");
        founded.then().statusCode(200).body("state", is("REJECTED")).body("refusalReason", is("本人不在辖区居住"));
        assertEquals(1, roll(sender, "2016-03-10"));
        drafted(member, receiver);   // after the rejection another one may be drawn up
    }

    @Test
    void beyond_one_committee_it_is_approved_above_first() {
        // Given
        var elsewhere = Register.branch();
        var leaving = Register.member(sender);
        transfer = drafted(leaving, elsewhere);
        submit();
        approve();
        // When
        var early = take(secretary(elsewhere), "receive", "2016-03-10", null);
        var byBranch = take(secretary(sender), "approve-upper", "2016-03-05", null);
        var above = take(Tokens.of("CAMPAIGN_OFFICER", committee.code()), "approve-upper", "2016-03-05", "同意");
        var received = take(secretary(elsewhere), "receive", "2016-03-10", null);
        // Then
        refused(early, 409, "TRANSFER_NEEDS_UPPER_APPROVAL");
        refused(byBranch, 403, "FORBIDDEN");
        above.then().statusCode(200).body("state", is("UPPER_APPROVED"));
        received.then().statusCode(200).body("state", is("RECEIVED")).body("reach", is("WITHIN_PROVINCE"));
    }

    @Test
    void whoever_goes_outside_the_city_is_on_no_roll_any_more() {
        // Given
        var leaving = Register.member(sender);
        var body = Register.transfer(leaving, receiver).without("receiver").with("receiverOutside", "某省某市某支部")
                .with("reach", "NATIONWIDE");
        transfer = Register.post(TRANSFERS, body).path("id");
        submit();
        approve();
        take(officer(), "approve-upper", "2016-03-05", null).then().statusCode(200);   // for the committee
        take(officer(), "approve-upper", "2016-03-06", null).then().statusCode(200);   // for the city
        // When
        var received = take(officer(), "receive", "2016-03-10", "回执已收");
        // Then
        received.then().statusCode(200).body("state", is("RECEIVED"));
        Register.get(officer(), memberAddress(leaving)).then().body("status", is("TRANSFERRED_OUT"))
                .body("onRollTo", is("2016-03-10"));
        assertEquals("TRANSFERRED_OUT", OutboxProbe.ofTheService().event(leaving, "member-left.v1").payload()
                .path("status").asText());
    }

    @Test
    void nobody_is_received_on_a_letter_that_has_run_out() {
        // Given
        submit();
        approve();
        // When
        var late = take(secretary(receiver), "receive", "2016-06-02", null);
        var onTheLastDay = take(secretary(receiver), "receive", "2016-06-01", null);
        // Then
        refused(late, 409, "TRANSFER_LETTER_EXPIRED");
        onTheLastDay.then().statusCode(200);
    }

    @Test
    void a_letter_that_has_run_out_ends_its_transfer_and_the_member_may_be_transferred_anew() {
        // Given
        submit();
        approve();
        // When
        int ended = expireTransfers.run();
        // Then
        assertTrue(ended >= 1);
        Register.get(officer(), address()).then().body("state", is("EXPIRED")).body("steppedOn",
                is(Shanghai.today(Clock.systemUTC()).toString()));
        Register.get(officer(), address() + "/history").then().body("items.step",
                is(List.of("submit", "approve-sending", "expire")));
        assertEquals(List.of("DRAFT", "SUBMITTED", "SENDING_APPROVED", "EXPIRED"), OutboxProbe.ofTheService()
                .events(transfer, 4).stream().map(event -> event.payload().path("state").asText()).toList());
        refused(take(secretary(receiver), "receive", "2016-04-01", null), 409, "TRANSITION_NOT_AVAILABLE");
        drafted(member, receiver);
    }

    @Test
    void of_many_transfers_of_one_member_at_once_one_is_drawn_up() {
        // Given
        var wanted = Register.member(sender);
        var before = Stored.below(committee);
        // When
        var answers = Race.of(8, i -> Register.post(TRANSFERS, Register.transfer(wanted, receiver)));
        // Then
        assertEquals(1, Race.won(answers).size());
        assertEquals(List.of("TRANSFER_ALREADY_OPEN"), Race.lost(answers));
        assertEquals(before.changes() + 2, Stored.below(committee).changes(), "one for each side");
    }

    @Test
    void of_many_who_receive_or_withdraw_at_once_one_does() {
        // Given
        submit();
        approve();
        // When
        var answers = Race.of(6, i -> Register.move(officer(), address(), "\"v3\"", i % 2 == 0 ? "receive" : "withdraw",
                "2016-03-10"));
        // Then
        assertEquals(List.of(200, 412, 412, 412, 412, 412),
                answers.stream().map(Response::statusCode).sorted().toList());
        assertEquals(1, roll(sender, "2016-03-10") + roll(receiver, "2016-03-10"));
    }

    @Test
    void who_has_left_meanwhile_is_not_received() {
        // Given
        submit();
        approve();
        Register.step(officer(), memberAddress(member), "\"v1\"",
                stepOf("record-death", "2016-03-05")).then().statusCode(200);
        // When
        var received = take(secretary(receiver), "receive", "2016-03-10", null);
        // Then
        refused(received, 409, "MEMBER_ON_NO_ROLL");
    }

    @Test
    void a_receipt_is_not_dated_before_what_happened_to_the_member_since() {
        // Given
        submit();
        approve();
        Register.step(officer(), memberAddress(member), "\"v1\"",
                stepOf("exempt", "2016-04-01").with("exemptReason", "ILLNESS")).then().statusCode(200);
        // When
        var early = take(secretary(receiver), "receive", "2016-03-31", null);
        // Then
        refused(early, 422, "TRANSITION_DAY_INVALID");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void a_transfer_with_one_fault_is_refused_and_nothing_is_written(String what, UnaryOperator<Body> fault, int status,
            String code) {
        // Given
        var body = fault.apply(Register.transfer(Register.member(sender), receiver)
                .with("own", sender.code()).with("committee", committee.code()));
        var before = Stored.below(committee);
        // When
        var answer = Register.post(TRANSFERS, body.without("own").without("committee"));
        // Then
        refused(answer, status, code);
        assertEquals(before, Stored.below(committee));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("to the own branch", body -> body.with("receiver", body.get("own")), 422,
                        "TRANSFER_TO_OWN_BRANCH"),
                fault("to a committee", body -> body.with("receiver", body.get("committee")), 422,
                        "MEMBERS_ONLY_ON_BRANCH"),
                fault("to nobody", body -> body.without("receiver"), 422, "TRANSFER_RECEIVER_UNCLEAR"),
                fault("to two", body -> body.with("receiverOutside", "某支部"), 422, "TRANSFER_RECEIVER_UNCLEAR"),
                fault("to an organization that is not there", body -> body.with("receiver", "999999999"), 422,
                        "REFERENCE_UNKNOWN"),
                fault("of nobody", body -> body.with("memberId", UUID.randomUUID().toString()), 422,
                        "REFERENCE_UNKNOWN"),
                fault("before he was on the roll", body -> body.with("on", "2010-06-30"), 422, "DAYS_INCONSISTENT"),
                fault("in a hundred years", body -> body.with("on", "2126-01-04"), 422, "DAY_IN_FUTURE"),
                fault("without a reason", body -> body.without("reason"), 400, "VALIDATION_FAILED"));
    }

    private static Arguments fault(String what, UnaryOperator<Body> fault, int status, String code) {
        return Arguments.of(what, fault, status, code);
    }

    private static String drafted(String member, Register.Organization receiver) {
        var answer = Register.post(TRANSFERS, Register.transfer(member, receiver));
        answer.then().statusCode(201).body("state", is("DRAFT"));
        return answer.path("id");
    }

    private void submit() {
        take(Tokens.grant("BRANCH_CLERK", sender.code()).subject("clerk").token(), "submit", "2016-03-02", null).then()
                .statusCode(200);
    }

    private void approve() {
        take(secretary(sender), "approve-sending", "2016-03-03", null).then().statusCode(200);
    }

    private Response take(String token, String step, String on, String comment) {
        var move = stepOf(step, on);
        return Register.step(token, address(), Register.tag(address()),
                comment == null ? move : move.with("comment", comment));
    }

    private String address() {
        return TRANSFERS + "/" + transfer;
    }

    private static String secretary(Register.Organization branch) {
        return Tokens.of("BRANCH_SECRETARY", branch.code());
    }

    private static int roll(Register.Organization branch, String day) {
        return Register.get(officer(), ROLL + branch.code() + "&onRollOn=" + day).path("total");
    }
}
