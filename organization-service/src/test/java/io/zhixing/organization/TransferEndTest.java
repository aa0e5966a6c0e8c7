package io.zhixing.organization;

import static io.zhixing.organization.Register.TRANSFERS;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.refused;
import static io.zhixing.organization.TransferDraft.drafted;
import static io.zhixing.organization.TransferDraft.roll;
import static io.zhixing.organization.TransferDraft.secretary;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.organization.transfer.ExpireTransfers;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a transfer ends or goes on that its receiver does not take: withdrawn, or because one of its branches ends. */
@QuarkusTest
class TransferEndTest {

    private static final List<String> ON_THE_WAY = List.of("DRAFT", "SUBMITTED", "SENDING_APPROVED", "UPPER_APPROVED");

    @Inject
    ExpireTransfers expireTransfers;

    private TransferDraft transfer;
    private Register.Organization elsewhere;
    private Register.Organization receiver;
    private String member;

    @BeforeEach
    void draft() {
        transfer = new TransferDraft();
        elsewhere = Register.committee();
        receiver = Turn.emptyBranch(elsewhere);
        member = Register.member(transfer.sender);
        transfer.id = drafted(member, receiver);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DRAFT", "SUBMITTED", "SENDING_APPROVED", "UPPER_APPROVED"})
    void the_sender_withdraws_it_wherever_it_is_on_its_way(String state) {
        // Given
        carryTo(state);
        var clerk = Tokens.of("BRANCH_CLERK", transfer.sender.code());
        // When
        var byReceiver = transfer.take(secretary(receiver), "withdraw", "2016-03-20", null);
        var early = transfer.take(clerk, "withdraw", "2016-02-29", null);
        var withdrawn = transfer.take(clerk, "withdraw", "2016-03-20", null);
        var again = transfer.take(clerk, "withdraw", "2016-03-20", null);
        // Then
        refused(byReceiver, 403, "FORBIDDEN");
        refused(early, 422, "TRANSITION_DAY_INVALID");
        withdrawn.then().statusCode(200).body("state", is("WITHDRAWN")).body("steppedOn", is("2016-03-20"));
        refused(again, 409, "TRANSITION_NOT_AVAILABLE");
        assertEquals(1, Register.get(officer(), Register.memberAddress(member)).<Integer>path("version"));
    }

    @ParameterizedTest
    @CsvSource({"return,SENDING_APPROVED,RETURNED", "return,UPPER_APPROVED,RETURNED",
            "reject,SENDING_APPROVED,REJECTED", "reject,UPPER_APPROVED,REJECTED"})
    void the_receiver_alone_sends_it_back_and_says_why(String step, String state, String reached) {
        // Given
        carryTo(state);
        // When
        var bySender = transfer.take(secretary(transfer.sender), step, "2016-03-20", "不再转移");
        var bare = transfer.take(secretary(receiver), step, "2016-03-20", null);
        var founded = transfer.take(secretary(receiver), step, "2016-03-20", "介绍信内容有误");
        // Then
        refused(bySender, 403, "FORBIDDEN");
        refused(bare, 422, "STEP_REASON_REQUIRED");
        founded.then().statusCode(200).body("state", is(reached)).body("refusalReason", is("介绍信内容有误"))
                .body("steppedOn", is("2016-03-20"));
        assertEquals(2, roll(transfer.sender, "2016-03-20"));
        drafted(member, transfer.receiver);
    }

    @ParameterizedTest(name = "{0} from {2}")
    @MethodSource("endings")
    void with_a_receiver_that_takes_nobody_any_more_it_lapses_and_may_be_drawn_up_anew(String what,
            Consumer<Register.Organization> ending, String state) {
        // Given
        carryTo(state);
        // When
        ending.accept(receiver);
        // Then
        Register.get(officer(), transfer.address()).then().body("state", is("WITHDRAWN"))
                .body("steppedOn", is("2016-03-20"));
        Register.get(Tokens.of("READER", transfer.sender.code()), transfer.address() + "/history").then()
                .body("items[-1].step", is("lapse")).body("items[-1].organizationId", is(receiver.id()))
                .body("items[-1].fromState", is(state)).body("items[-1].opinion", startsWith("转入支部已不接收党员"));
        int steps = ON_THE_WAY.indexOf(state) + 2;
        var told = OutboxProbe.ofTheService().events(transfer.id, steps).get(steps - 1);
        assertEquals("WITHDRAWN", told.payload().path("state").asText());
        assertEquals(2, roll(transfer.sender, "2016-03-21"));
        drafted(member, transfer.receiver);
    }

    static Stream<Arguments> endings() {
        Consumer<Register.Organization> dissolved = branch -> Turn.taken(branch, "dissolve", "2016-03-20",
                Turn.because("撤销"));
        Consumer<Register.Organization> upgraded = branch -> Turn.taken(branch, "change-type", "2016-03-20",
                Turn.because("升格").with("type", "GENERAL_BRANCH"));
        return ON_THE_WAY.stream().flatMap(state -> Stream.of(Arguments.of("dissolved", dissolved, state),
                Arguments.of("no branch any more", upgraded, state)));
    }

    @Test
    void a_lapse_is_not_dated_before_the_step_before_it() {
        // Given
        carryTo("UPPER_APPROVED");
        // When
        Turn.of(receiver, "dissolve", "2016-03-02", Turn.because("撤销")).then().statusCode(200);
        // Then
        Register.get(officer(), transfer.address()).then().body("state", is("WITHDRAWN")).body("steppedOn",
                is("2016-03-05"));
    }

    /** Its end is written as it was before ends ended transfers: by nobody's step. */
    @Test
    void what_is_still_on_its_way_to_a_branch_that_ended_long_ago_lapses_within_the_hour_as_it_would_have_with_it() {
        // Given
        carryTo("SUBMITTED");
        Database.asApplication().within(Register.path(elsewhere)).query("""
                update party_organization set state = 'DISSOLVED', dissolved_on = '2016-03-20', changed_on = '2016-03-20', version = version + 1
                where id = ?::uuid returning id""", row -> row.getString(1), receiver.id());
        // When
        expireTransfers.run();
        // Then
        Register.get(officer(), transfer.address()).then().body("state", is("WITHDRAWN")).body("steppedOn",
                is("2016-03-20"));
        Register.get(Tokens.of("READER", transfer.sender.code()), transfer.address() + "/history").then()
                .body("items[-1].step", is("lapse")).body("items[-1].organizationId", is(receiver.id()))
                .body("items[-1].opinion", startsWith("转入支部已不接收党员"));
        assertEquals("WITHDRAWN",
                OutboxProbe.ofTheService().events(transfer.id, 3).get(2).payload().path("state").asText());
        drafted(member, transfer.receiver);
    }

    @Test
    void the_successor_of_a_merged_receiver_receives_on_the_letter_that_was_sent_to_it() {
        // Given
        carryTo("UPPER_APPROVED");
        var successor = Turn.emptyBranch(elsewhere);
        // When
        Turn.taken(receiver, "merge", "2016-03-20", Turn.into(successor));
        // Then
        Register.get(Tokens.of("READER", successor.code()), TRANSFERS).then().body("items.id",
                is(List.of(transfer.id)));
        Register.get(officer(), transfer.address()).then().body("state", is("UPPER_APPROVED"))
                .body("receiverId", is(successor.id())).body("upperApprovals", is(1)).body("version", is(5));
        Register.get(officer(), transfer.address() + "/history").then().body("items[-1].step", is("merge"))
                .body("items[-1].organizationId", is(receiver.id()));
        refused(transfer.take(secretary(successor), "receive", "2016-03-19", null), 422, "TRANSITION_DAY_INVALID");
        transfer.take(secretary(successor), "receive", "2016-03-21", null).then().statusCode(200);
        assertEquals(1, roll(successor, "2016-03-21"));
    }

    @Test
    void the_successor_of_a_merged_sender_sends_and_its_own_superior_approves() {
        // Given
        Register.member(transfer.sender);
        Register.member(transfer.sender);
        Turn.active(transfer.sender);
        carryTo("UPPER_APPROVED");
        var superior = Register.committee();
        var successor = Turn.emptyBranch(superior);
        // When
        Turn.taken(transfer.sender, "merge", "2016-03-20", Turn.into(successor));
        // Then
        Register.get(officer(), transfer.address()).then().body("senderId", is(successor.id()))
                .body("state", is("UPPER_APPROVED")).body("upperApprovals", is(0));
        assertEquals(successor.id(), OutboxProbe.ofTheService().events(transfer.id, 5).get(4).payload()
                .path("organizationId").asText());
        Register.get(Tokens.of("READER", transfer.committee.code()), TRANSFERS).then().body("items.id",
                not(hasItem(transfer.id)));
        refused(transfer.take(secretary(receiver), "receive", "2016-03-21", null), 409,
                "TRANSFER_NEEDS_UPPER_APPROVAL");
        transfer.take(Tokens.grant("CAMPAIGN_OFFICER", superior.code()).subject("superior").token(), "approve-upper",
                "2016-03-21", null).then().statusCode(200);
        transfer.take(secretary(receiver), "receive", "2016-03-22", null).then().statusCode(200);
        assertEquals(successor.id(), OutboxProbe.ofTheService().events(member, 3).get(2).payload()
                .path("previousOrganizationId").asText());
    }

    @Test
    void between_two_branches_that_become_one_nothing_is_transferred() {
        // Given
        var into = Turn.emptyBranch(transfer.committee);
        transfer.id = drafted(Register.member(transfer.sender), into);
        Register.member(transfer.sender);
        Turn.active(transfer.sender);
        // When
        Turn.taken(transfer.sender, "merge", "2016-03-20", Turn.into(into));
        // Then
        Register.get(officer(), transfer.address()).then().body("state", is("WITHDRAWN"));
        Register.get(officer(), transfer.address() + "/history").then().body("items[-1].opinion",
                startsWith("转出、转入支部已合并"));
    }

    /** As far as this state, with the steps before it. */
    private void carryTo(String state) {
        int steps = ON_THE_WAY.indexOf(state);
        if (steps > 0) {
            transfer.submit();
        }
        if (steps > 1) {
            transfer.approve();
        }
        if (steps > 2) {
            transfer.take(Tokens.of("CAMPAIGN_OFFICER", transfer.committee.code()), "approve-upper", "2016-03-05", null)
                    .then().statusCode(200);
        }
    }
}
