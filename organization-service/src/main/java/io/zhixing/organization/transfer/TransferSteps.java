package io.zhixing.organization.transfer;

import java.time.LocalDate;
import java.util.Optional;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.structure.OrganizationPath;
import io.zhixing.organization.structure.OrganizationType;
import io.zhixing.organization.structure.Sides;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.transition.Guard;
import io.zhixing.platform.transition.Step;
import io.zhixing.platform.transition.Steps;

/** The steps of a transfer; who may take them depends on the side. */
final class TransferSteps {

    private TransferSteps() {}

    /**
     * @param stated null while nobody takes a step and only its openness is asked for
     * @param sender null when it lies outside the register; then the receiver's clerk enters what its letter says, and an office
     *        of the receiver's county stands for it
     * @param receiver null when it lies outside the register; then an office of the sender's county stands for it
     * @param member on whose roll the member stands, and since when nothing happened to him; null when he comes from outside
     * @param newcomer whoever bears the number of one who comes from outside; null when nobody does
     * @param way the superiors that it passes
     */
    record Facts(MembershipTransfer transfer, TransferMove stated, String caller, Sides.Side sender,
            Sides.Side receiver, Transfers.Standing member, Transfers.Newcomer newcomer, TransferWay way) {

        boolean comesFromOutside() {
            return sender == null;
        }

        boolean isOnRoll() {
            return comesFromOutside() || member.onRoll() && member.branch().equals(sender.id());
        }

        /** Whether nobody of his number is in the register, or he left it by a transfer. */
        boolean isNotHere() {
            return newcomer == null || newcomer.transferredOut();
        }

        /** First day on which something may happen to the member; empty for who is not known yet. */
        Optional<LocalDate> since() {
            return comesFromOutside()
                    ? Optional.ofNullable(newcomer).map(Transfers.Newcomer::since)
                    : Optional.of(member.since());
        }

        /** Of the branch whose clerk enters it: the receiver's, where the sender lies outside. */
        String senderPath() {
            return comesFromOutside() ? receiver.path() : sender.path();
        }

        /** For a sender outside the register an office of the receiver's county stands: it looks at the letter. */
        String approvalPath() {
            return comesFromOutside() ? OrganizationPath.county(receiver.path()) : sender.path();
        }

        boolean isApprovedAbove() {
            return way.isPassed(transfer.upperApprovals());
        }

        /** The superior on the way whose turn it is. */
        String nextSuperior() {
            return way.next(transfer.upperApprovals(), senderPath());
        }

        /** For a receiver outside the register an office of the sender's county stands. */
        String receiverPath() {
            return receiver == null ? OrganizationPath.county(senderPath()) : receiver.path();
        }

        boolean lacksReason() {
            return stated != null && (stated.comment() == null || stated.comment().isBlank());
        }
    }

    private static final Guard<Facts> NOT_THE_SUBMITTER = Guard.holds(
            facts -> !facts.caller().equals(facts.transfer().submitter()), OrganizationProblems.SUBMITTER_APPROVES);
    private static final Guard<Facts> LETTER_VALID = (facts, on) -> facts.transfer().isLetterOver(on)
            ? Optional.of(OrganizationProblems.TRANSFER_LETTER_EXPIRED.about())
            : Optional.empty();
    private static final Guard<Facts> APPROVED_ABOVE = Guard.holds(Facts::isApprovedAbove,
            OrganizationProblems.TRANSFER_NEEDS_UPPER_APPROVAL);
    private static final Guard<Facts> SUPERIOR_LEFT_TO_ASK = Guard.holds(facts -> !facts.isApprovedAbove(),
            OrganizationProblems.TRANSFER_APPROVED_ABOVE);
    private static final Guard<Facts> STILL_ON_ROLL = Guard.holds(Facts::isOnRoll,
            OrganizationProblems.MEMBER_ON_NO_ROLL);
    private static final Guard<Facts> NOT_HERE_YET = Guard.holds(Facts::isNotHere,
            OrganizationProblems.TRANSFER_NOT_FROM_OUTSIDE);
    private static final Guard<Facts> NOTHING_HAPPENED_SINCE = (facts, on) -> facts.since().filter(on::isBefore)
            .map(PlatformProblems.TRANSITION_DAY_INVALID::about);
    /** As it was when the transfer was drawn up: dissolved, merged or no branch since, it has no roll. */
    private static final Guard<Facts> RECEIVER_TAKES_MEMBERS = (facts, on) -> Optional.ofNullable(facts.receiver())
            .flatMap(receiver -> againstReceipt(receiver, on));
    private static final Guard<Facts> REASON_GIVEN = Guard.holds(facts -> !facts.lacksReason(),
            OrganizationProblems.STEP_REASON_REQUIRED);

    static final Steps<TransferState, Facts> STEPS = Steps.of(
            clerk("submit", TransferState.DRAFT, TransferState.SUBMITTED, "提交", "Submit").when(STILL_ON_ROLL,
                    NOT_HERE_YET),
            clerk("withdraw", TransferState.DRAFT, TransferState.WITHDRAWN, "撤回", "Withdraw"),
            clerk("withdraw", TransferState.SUBMITTED, TransferState.WITHDRAWN, "撤回", "Withdraw"),
            clerk("withdraw", TransferState.SENDING_APPROVED, TransferState.WITHDRAWN, "撤回", "Withdraw"),
            clerk("withdraw", TransferState.UPPER_APPROVED, TransferState.WITHDRAWN, "撤回", "Withdraw"),
            step("approve-sending", TransferState.SUBMITTED, TransferState.SENDING_APPROVED, "转出支部同意",
                    "Approve at the sender").by(Roles.SECRETARY, Roles.OFFICER, Roles.SYSTEM).at(Facts::approvalPath)
                    .when(NOT_THE_SUBMITTER, STILL_ON_ROLL, NOT_HERE_YET),
            upper(TransferState.SENDING_APPROVED), upper(TransferState.UPPER_APPROVED),
            receiver("receive", TransferState.SENDING_APPROVED, TransferState.RECEIVED, "接收", "Receive")
                    .when(APPROVED_ABOVE, LETTER_VALID, STILL_ON_ROLL, NOT_HERE_YET, NOTHING_HAPPENED_SINCE,
                            RECEIVER_TAKES_MEMBERS),
            receiver("receive", TransferState.UPPER_APPROVED, TransferState.RECEIVED, "接收", "Receive")
                    .when(APPROVED_ABOVE, LETTER_VALID, STILL_ON_ROLL, NOT_HERE_YET, NOTHING_HAPPENED_SINCE,
                            RECEIVER_TAKES_MEMBERS),
            refused("return", TransferState.SENDING_APPROVED, TransferState.RETURNED, "退回", "Return"),
            refused("return", TransferState.UPPER_APPROVED, TransferState.RETURNED, "退回", "Return"),
            refused("reject", TransferState.SENDING_APPROVED, TransferState.REJECTED, "不予接收", "Reject"),
            refused("reject", TransferState.UPPER_APPROVED, TransferState.REJECTED, "不予接收", "Reject"),
            expiry(TransferState.SENDING_APPROVED), expiry(TransferState.UPPER_APPROVED),
            lapse(TransferState.DRAFT), lapse(TransferState.SUBMITTED), lapse(TransferState.SENDING_APPROVED),
            lapse(TransferState.UPPER_APPROVED));

    private static Optional<ProblemException> againstReceipt(Sides.Side receiver, LocalDate on) {
        if (receiver.type() != OrganizationType.BRANCH) {
            return Optional.of(OrganizationProblems.MEMBERS_ONLY_ON_BRANCH.about());
        }
        if (!receiver.takesMembers()) {
            return Optional.of(OrganizationProblems.ORGANIZATION_NOT_IN_PLACE.about());
        }
        return receiver.isSetUpOn(on)
                ? Optional.empty()
                : Optional.of(OrganizationProblems.ORGANIZATION_NOT_YET_SET_UP.about(on, receiver.establishedOn()));
    }

    /** The clock's step: drawn with the machine, open to nobody. */
    private static Step<TransferState, Facts> expiry(TransferState from) {
        return step("expire", from, TransferState.EXPIRED, "过期", "Expire");
    }

    /** Taken with the member, who is on no roll any more, or with the receiver, who takes nobody; likewise open to nobody. */
    private static Step<TransferState, Facts> lapse(TransferState from) {
        return step("lapse", from, TransferState.WITHDRAWN, "终止", "Lapse");
    }

    private static Step<TransferState, Facts> upper(TransferState from) {
        return step("approve-upper", from, TransferState.UPPER_APPROVED, "上级同意", "Approve above").by(Roles.OFFICER)
                .at(Facts::nextSuperior).when(SUPERIOR_LEFT_TO_ASK, NOT_THE_SUBMITTER, LETTER_VALID);
    }

    private static Step<TransferState, Facts> clerk(String name, TransferState from, TransferState to, String zh,
            String en) {
        return step(name, from, to, zh, en).by(Roles.CLERK, Roles.SECRETARY, Roles.OFFICER, Roles.SYSTEM)
                .at(Facts::senderPath);
    }

    private static Step<TransferState, Facts> receiver(String name, TransferState from, TransferState to, String zh,
            String en) {
        return step(name, from, to, zh, en).by(Roles.SECRETARY, Roles.OFFICER, Roles.SYSTEM).at(Facts::receiverPath);
    }

    private static Step<TransferState, Facts> refused(String name, TransferState from, TransferState to, String zh,
            String en) {
        return receiver(name, from, to, zh, en).requires("comment").when(REASON_GIVEN);
    }

    private static Step<TransferState, Facts> step(String name, TransferState from, TransferState to, String zh,
            String en) {
        return Step.<TransferState, Facts>of(name, from, to).called(zh, en);
    }
}
