package io.zhixing.organization;

import static io.zhixing.organization.Register.TRANSFERS;
import static io.zhixing.organization.Register.memberAddress;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.refused;
import static io.zhixing.organization.Register.stepOf;
import static io.zhixing.organization.TransferDraft.drafted;
import static io.zhixing.organization.TransferDraft.roll;
import static io.zhixing.organization.TransferDraft.secretary;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a transfer is not drawn up with, and who is not received. */
@QuarkusTest
class TransferRefusalTest {

    private TransferDraft transfer;

    @BeforeEach
    void draft() {
        transfer = new TransferDraft();
    }

    @Test
    void nobody_is_refused_without_a_reason() {
        // Given
        transfer.submit();
        transfer.approve();
        // When
        var bare = transfer.take(secretary(transfer.receiver), "reject", "2016-03-10", null);
        var founded = transfer.take(secretary(transfer.receiver), "reject", "2016-03-10", "本人不在辖区居住");
        // Then
        refused(bare, 422, "STEP_REASON_REQUIRED");
        founded.then().statusCode(200).body("state", is("REJECTED")).body("refusalReason", is("本人不在辖区居住"));
        assertEquals(1, roll(transfer.sender, "2016-03-10"));
        drafted(transfer.member, transfer.receiver);   // after the rejection another one may be drawn up
    }

    @Test
    void nobody_is_received_on_a_letter_that_has_run_out() {
        // Given
        transfer.submit();
        transfer.approve();
        // When
        var late = transfer.take(secretary(transfer.receiver), "receive", "2016-06-02", null);
        var onTheLastDay = transfer.take(secretary(transfer.receiver), "receive", "2016-06-01", null);
        // Then
        refused(late, 409, "TRANSFER_LETTER_EXPIRED");
        onTheLastDay.then().statusCode(200);
    }

    @Test
    void who_has_left_meanwhile_is_not_received() {
        // Given
        transfer.submit();
        transfer.approve();
        Register.step(officer(), memberAddress(transfer.member), "\"v1\"",
                stepOf("record-death", "2016-03-05")).then().statusCode(200);
        // When
        var received = transfer.take(secretary(transfer.receiver), "receive", "2016-03-10", null);
        // Then
        refused(received, 409, "TRANSITION_NOT_AVAILABLE");   // it ended with him
        Register.get(officer(), transfer.address()).then().body("state", is("WITHDRAWN")).body("steppedOn",
                is("2016-03-05"));
        Register.get(officer(), memberAddress(transfer.member)).then().body("organizationId", is(transfer.sender.id()))
                .body("status", is("DECEASED"));
    }

    @Test
    void a_receipt_is_not_dated_before_what_happened_to_the_member_since() {
        // Given
        transfer.submit();
        transfer.approve();
        Register.step(officer(), memberAddress(transfer.member), "\"v1\"",
                stepOf("exempt", "2016-04-01").with("exemptReason", "ILLNESS")).then().statusCode(200);
        // When
        var early = transfer.take(secretary(transfer.receiver), "receive", "2016-03-31", null);
        // Then
        refused(early, 422, "TRANSITION_DAY_INVALID");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("receivers")
    void nobody_is_received_by_who_takes_nobody_that_day(String what,
            Function<Register.Organization, Register.Organization> receiver,
            BiConsumer<Register.Organization, Register.Organization> meanwhile,
            int status, String code) {
        // Given
        var branch = receiver.apply(transfer.committee);
        transfer.id = drafted(Register.member(transfer.sender), branch);
        transfer.submit();
        transfer.approve();
        meanwhile.accept(branch, transfer.committee);
        var before = Stored.below(transfer.committee);
        // When
        var received = transfer.take(officer(), "receive", "2016-03-10", null);
        // Then
        refused(received, status, code);
        assertEquals(before, Stored.below(transfer.committee));
        assertEquals(0, roll(branch, "2016-03-10"));
    }

    static Stream<Arguments> receivers() {
        return Stream.of(
                receiver("dissolved", Turn::emptyBranch,
                        (branch, committee) -> Turn.taken(branch, "dissolve", "2016-03-05", Turn.because("撤销")), 409,
                        "TRANSITION_NOT_AVAILABLE"),
                receiver("no branch any more", committee -> Register.below(committee, "BRANCH"),
                        (branch, committee) -> Turn.taken(branch, "change-type", "2016-03-05",
                                Turn.because("升格").with("type", "GENERAL_BRANCH")),
                        409, "TRANSITION_NOT_AVAILABLE"),
                receiver("not set up yet", committee -> Register.below(committee, "BRANCH", "2016-03-20"),
                        (branch, committee) -> {},
                        422, "ORGANIZATION_NOT_YET_SET_UP"));
    }

    private static Arguments receiver(String what, Function<Register.Organization, Register.Organization> receiver,
            BiConsumer<Register.Organization, Register.Organization> meanwhile, int status, String code) {
        return Arguments.of(what, receiver, meanwhile, status, code);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void a_transfer_with_one_fault_is_refused_and_nothing_is_written(String what, UnaryOperator<Body> fault, int status,
            String code) {
        // Given
        var body = fault.apply(Register.transfer(Register.member(transfer.sender), transfer.receiver)
                .with("own", transfer.sender.code()).with("committee", transfer.committee.code()));
        var before = Stored.below(transfer.committee);
        // When
        var answer = Register.post(TRANSFERS, body.without("own").without("committee"));
        // Then
        refused(answer, status, code);
        assertEquals(before, Stored.below(transfer.committee));
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

    @ParameterizedTest(name = "{0}")
    @MethodSource("faultsFromOutside")
    void a_transfer_from_outside_with_one_fault_is_refused_and_nothing_is_written(String what,
            UnaryOperator<Body> fault, int status, String code) {
        // Given
        var body = fault.apply(new Body()
                .with("memberNumber", MemberText.full(transfer.receiver.id()).get("memberNumber"))
                .with("senderOutside", "某省某市某支部").with("receiver", transfer.receiver.code()).with("reason", "工作调动")
                .with("on", "2016-03-01").with("here", Row.number(transfer.sender)).with("member", transfer.member)
                .with("committee", transfer.committee.code()));
        var before = Stored.below(transfer.committee);
        // When
        var answer = Register.post(TRANSFERS, body.without("here").without("member").without("committee"));
        // Then
        refused(answer, status, code);
        assertEquals(before, Stored.below(transfer.committee));
    }

    static Stream<Arguments> faultsFromOutside() {
        return Stream.of(
                fault("of a member on a roll", body -> body.with("memberNumber", body.get("here")), 409,
                        "TRANSFER_NOT_FROM_OUTSIDE"),
                fault("of no number", body -> body.without("memberNumber"), 422, "TRANSFER_SENDER_UNCLEAR"),
                fault("of a member by his id too", body -> body.with("memberId", body.get("member")), 422,
                        "TRANSFER_SENDER_UNCLEAR"),
                fault("from nowhere", body -> body.without("senderOutside"), 422, "TRANSFER_SENDER_UNCLEAR"),
                fault("under an ID number", body -> body.with("memberNumber", "999999190001010015"), 400,
                        "VALIDATION_FAILED"),
                fault("to the outside", body -> body.without("receiver").with("receiverOutside", "某支部"), 422,
                        "TRANSFER_RECEIVER_UNCLEAR"),
                fault("to an organization that is not there", body -> body.with("receiver", "999999999"), 422,
                        "REFERENCE_UNKNOWN"),
                fault("to a committee", body -> body.with("receiver", body.get("committee")), 422,
                        "MEMBERS_ONLY_ON_BRANCH"),
                fault("in a hundred years", body -> body.with("on", "2126-01-04"), 422, "DAY_IN_FUTURE"));
    }

    private static Arguments fault(String what, UnaryOperator<Body> fault, int status, String code) {
        return Arguments.of(what, fault, status, code);
    }
}
