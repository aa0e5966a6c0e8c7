package io.zhixing.organization;

import static io.zhixing.organization.Register.TRANSFERS;
import static io.zhixing.organization.Register.memberAddress;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.refused;
import static io.zhixing.organization.TransferDraft.drafted;
import static io.zhixing.organization.TransferDraft.roll;
import static io.zhixing.organization.TransferDraft.secretary;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.organization.transfer.ExpireTransfers;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.event.TopicEvent;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TransferTest {

    @Inject
    ExpireTransfers expireTransfers;

    private TransferDraft transfer;

    @BeforeEach
    void draft() {
        transfer = new TransferDraft();
    }

    @Test
    void the_sender_keeps_the_member_until_the_receiver_has_taken_him() {
        // Given
        transfer.submit();
        transfer.approve();
        // When
        var before = roll(transfer.sender, "2016-03-10");
        var received = transfer.take(secretary(transfer.receiver), "receive", "2016-03-10", null);
        // Then
        assertEquals(1, before);
        received.then().statusCode(200).body("state", is("RECEIVED"));
        assertEquals(List.of(1, 0, 0, 1),
                List.of(roll(transfer.sender, "2016-03-09"), roll(transfer.sender, "2016-03-10"),
                        roll(transfer.receiver, "2016-03-09"), roll(transfer.receiver, "2016-03-10")));
        Register.get(officer(), memberAddress(transfer.member)).then()
                .body("organizationId", is(transfer.receiver.id()))
                .body("onRollFrom", is("2016-03-10")).body("version", is(2));
        var event = OutboxProbe.ofTheService().event(transfer.member, "member-transferred.v1").payload();
        assertEquals(transfer.sender.id(), event.path("previousOrganizationId").asText());
        assertEquals(transfer.receiver.id(), event.path("organizationId").asText());
        assertEquals(List.of(1L, 2L, 3L, 4L), OutboxProbe.ofTheService().events(transfer.id, 4).stream()
                .map(TopicEvent::version).toList());
    }

    @Test
    void both_sides_see_the_transfer_and_its_steps_and_a_third_one_does_not() {
        // Given
        transfer.submit();
        var third = Register.below(transfer.committee, "BRANCH");
        // When
        var bySender = Register.get(Tokens.of("READER", transfer.sender.code()), transfer.address() + "/history");
        var byReceiver = Register.get(Tokens.of("READER", transfer.receiver.code()), transfer.address() + "/history");
        var byThird = Register.get(Tokens.of("READER", third.code()), transfer.address());
        // Then
        bySender.then().statusCode(200).body("items.step", is(List.of("submit")));
        byReceiver.then().statusCode(200).body("items.step", is(List.of("submit"))).body("items.position",
                is(List.of(2)));
        refused(byThird, 404, "NOT_FOUND");
        Register.get(Tokens.of("READER", transfer.receiver.code()), TRANSFERS).then().body("items.id",
                hasItem(transfer.id));
        Register.get(Tokens.of("READER", third.code()), TRANSFERS).then().body("items.id", not(hasItem(transfer.id)));
        refused(Register.get(Tokens.of("READER", transfer.receiver.code()), memberAddress(transfer.member)), 404,
                "NOT_FOUND");
    }

    @Test
    void whoever_sees_both_sides_gets_the_transfer_once() {
        // Given
        var second = drafted(Register.member(transfer.receiver), transfer.sender);
        var both = Tokens.of("READER", transfer.committee.code());
        var grants = Tokens.grant("READER", transfer.sender.code()).and("READER", transfer.receiver.code()).token();
        // When
        var above = Register.get(both, TRANSFERS + "?count=true");
        var onBoth = Register.get(grants, TRANSFERS + "?count=true&sort=-id");
        var first = Register.get(grants, TRANSFERS + "?limit=1");
        var rest = Register.get(grants, TRANSFERS + "?limit=1&cursor=" + first.path("next"));
        // Then
        above.then().body("items.id", is(List.of(transfer.id, second))).body("total", is(2));
        onBoth.then().body("items.id", is(List.of(second, transfer.id))).body("total", is(2));
        assertEquals(List.of(transfer.id, second), List.of(first.path("items[0].id"), rest.path("items[0].id")));
    }

    @Test
    void each_side_takes_its_own_steps_and_nobody_approves_what_he_submitted() {
        // Given
        var clerk = Tokens.of("BRANCH_CLERK", transfer.sender.code());
        // When
        var byReceiver = transfer.take(secretary(transfer.receiver), "submit", "2016-03-02", null);
        var submitted = transfer.take(secretary(transfer.sender), "submit", "2016-03-02", null);
        var byHimself = transfer.take(secretary(transfer.sender), "approve-sending", "2016-03-03", null);
        var byClerk = transfer.take(clerk, "approve-sending", "2016-03-03", null);
        var approved = transfer.take(Tokens.grant("BRANCH_SECRETARY", transfer.sender.code()).subject("deputy").token(),
                "approve-sending", "2016-03-03", null);
        var receivedBySender = transfer.take(secretary(transfer.sender), "receive", "2016-03-04", null);
        // Then
        refused(byReceiver, 403, "FORBIDDEN");
        submitted.then().statusCode(200);
        refused(byHimself, 409, "SUBMITTER_APPROVES");
        refused(byClerk, 403, "FORBIDDEN");
        approved.then().statusCode(200).body("letterUntil", is("2016-06-01"));
        refused(receivedBySender, 403, "FORBIDDEN");
    }

    @Test
    void beyond_one_committee_it_is_approved_above_first() {
        // Given
        var elsewhere = Register.branch();
        var leaving = Register.member(transfer.sender);
        transfer.id = drafted(leaving, elsewhere);
        transfer.submit();
        transfer.approve();
        // When
        var early = transfer.take(secretary(elsewhere), "receive", "2016-03-10", null);
        var byBranch = transfer.take(secretary(transfer.sender), "approve-upper", "2016-03-05", null);
        var above = transfer.take(Tokens.of("CAMPAIGN_OFFICER", transfer.committee.code()), "approve-upper",
                "2016-03-05", "同意");
        var received = transfer.take(secretary(elsewhere), "receive", "2016-03-10", null);
        // Then
        refused(early, 409, "TRANSFER_NEEDS_UPPER_APPROVAL");
        refused(byBranch, 403, "FORBIDDEN");
        above.then().statusCode(200).body("state", is("UPPER_APPROVED"));
        received.then().statusCode(200).body("state", is("RECEIVED")).body("reach", is("WITHIN_PROVINCE"));
    }

    @Test
    void whoever_goes_outside_the_city_is_on_no_roll_any_more() {
        // Given
        var leaving = Register.member(transfer.sender);
        var body = Register.transfer(leaving, transfer.receiver).without("receiver").with("receiverOutside", "某省某市某支部")
                .with("reach", "NATIONWIDE");
        transfer.id = Register.post(TRANSFERS, body).path("id");
        transfer.submit();
        transfer.approve();
        transfer.take(officer(), "approve-upper", "2016-03-05", null).then().statusCode(200);   // for the transfer.committee
        transfer.take(officer(), "approve-upper", "2016-03-06", null).then().statusCode(200);   // for the city
        // When
        var received = transfer.take(officer(), "receive", "2016-03-10", "回执已收");
        // Then
        received.then().statusCode(200).body("state", is("RECEIVED"));
        Register.get(officer(), memberAddress(leaving)).then().body("status", is("TRANSFERRED_OUT"))
                .body("onRollTo", is("2016-03-10"));
        assertEquals("TRANSFERRED_OUT", OutboxProbe.ofTheService().event(leaving, "member-left.v1").payload()
                .path("status").asText());
    }

    @Test
    void a_letter_that_has_run_out_ends_its_transfer_and_the_member_may_be_transferred_anew() {
        // Given
        transfer.submit();
        transfer.approve();
        // When
        var before = Days.today();
        int ended = expireTransfers.run();
        // Then
        assertTrue(ended >= 1);
        Register.get(officer(), transfer.address()).then().body("state", is("EXPIRED")).body("steppedOn",
                is(oneOf(before, Days.today())));
        Register.get(officer(), transfer.address() + "/history").then().body("items.step",
                is(List.of("submit", "approve-sending", "expire")));
        assertEquals(List.of("DRAFT", "SUBMITTED", "SENDING_APPROVED", "EXPIRED"), OutboxProbe.ofTheService()
                .events(transfer.id, 4).stream().map(event -> event.payload().path("state").asText()).toList());
        refused(transfer.take(secretary(transfer.receiver), "receive", "2016-04-01", null), 409,
                "TRANSITION_NOT_AVAILABLE");
        drafted(transfer.member, transfer.receiver);
    }
}
