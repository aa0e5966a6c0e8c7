package io.zhixing.organization.transfer;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.member.MoveMember;
import io.zhixing.organization.rule.Rule;
import io.zhixing.organization.rule.Rules;
import io.zhixing.organization.structure.Sides;
import io.zhixing.organization.transfer.TransferSteps.Facts;
import io.zhixing.platform.access.Caller;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.transition.Step;
import io.zhixing.platform.transition.StepJudge;
import io.zhixing.platform.transition.Steps;
import io.zhixing.platform.transition.Subject;
import io.zhixing.platform.transition.Transitions;

/** Takes a step of a transfer. With the receipt the member changes over, in the same transaction. */
@RequestScoped
public class MoveTransfer {

    public static final Steps<TransferState, Facts> STEPS = TransferSteps.STEPS;

    private final Transfers transfers;
    private final Sides sides;
    private final MoveMember moveMember;
    private final ReceiveArrival receiveArrival;
    private final Rules rules;
    private final StepJudge judge;
    private final Outbox outbox;
    private final Caller caller;

    MoveTransfer(Transfers transfers, Sides sides, MoveMember moveMember, ReceiveArrival receiveArrival, Rules rules,
            StepJudge judge, Outbox outbox,
            Caller caller) {
        this.transfers = transfers;
        this.sides = sides;
        this.moveMember = moveMember;
        this.receiveArrival = receiveArrival;
        this.rules = rules;
        this.judge = judge;
        this.outbox = outbox;
        this.caller = caller;
    }

    Transitions open(MembershipTransfer transfer) {
        return judge.open(STEPS, subject(transfer, facts(transfer, null)));
    }

    public MembershipTransfer handle(UUID id, long read, TransferMove move) {
        // Locked before anything is judged: who comes second must not be told of facts that the first has just changed.
        var transfer = transfers.locked(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        ETag.check(read, transfer.version());
        var facts = facts(transfer, move);
        var step = judge.require(STEPS, subject(transfer, facts), move.transition(), move.on());
        var office = office(step, facts);
        switch (step.to()) {
            case SUBMITTED -> transfer.submit(caller.name());
            case SENDING_APPROVED -> rules.inForce("TRANSFER_LETTER_DAYS", "MEMBER", move.on())
                    .ifPresent(days -> transfer.issueLetter(move.on().plusDays(days.value())));
            case UPPER_APPROVED -> transfer.approveAbove();
            case RETURNED, REJECTED -> transfer.refuse(move.comment());
            case RECEIVED -> arrive(transfer, facts, move);
            default -> {
                // the state says it all
            }
        }
        transfer.reach(step.to(), move.on());
        transfers.flush();
        transfers.addStep(transfer, step, office, move.on(), move.comment());
        if (step.to() == TransferState.RECEIVED && !facts.comesFromOutside()) {
            changeOver(transfer, facts, move);
        }
        outbox.append(transfer.changed(), facts.senderPath());
        outbox.tellOtherSide(transfer.sharing());
        return transfer;
    }

    /** For whom a step is taken: the sender, a superior on the way, or the receiver. */
    private static String office(Step<TransferState, Facts> step, Facts facts) {
        return switch (step.to()) {
            case SENDING_APPROVED -> facts.approvalPath();
            case UPPER_APPROVED -> facts.nextSuperior();
            case RECEIVED, RETURNED, REJECTED -> facts.receiverPath();
            default -> facts.senderPath();
        };
    }

    /** Before the transfer is written, which names him from then on. */
    private void arrive(MembershipTransfer transfer, Facts facts, TransferMove move) {
        if (facts.comesFromOutside()) {
            transfer.arrived(receiveArrival.handle(transfer, facts, move));
        }
    }

    private void changeOver(MembershipTransfer transfer, Facts facts, TransferMove move) {
        if (facts.receiver() == null) {
            moveMember.out(transfer.memberId(), move.on());
        } else {
            sides.reachBoth(facts.senderPath(), facts.receiverPath());
            moveMember.over(transfer.memberId(), facts.receiver().id(), facts.receiver().path(), move.on());
        }
    }

    private Facts facts(MembershipTransfer transfer, TransferMove move) {
        var sender = transfer.senderId().flatMap(id -> sides.side(id.toString())).orElse(null);
        var receiver = transfer.receiverId().flatMap(id -> sides.side(id.toString())).orElse(null);
        if (sender == null) {
            return new Facts(transfer, move, caller.name(), null, receiver, null,
                    transfers.numbered(transfer.memberNumber()).orElse(null), TransferWay.FROM_OUTSIDE);
        }
        var on = move == null ? transfer.steppedOn() : move.on();
        long highest = rules.inForce("TRANSFER_APPROVED_UP_TO_LEVEL", transfer.reach().name(), on).map(Rule::value)
                .orElse(1L);
        return new Facts(transfer, move, caller.name(), sender, receiver, transfers.standing(transfer.memberId()), null,
                TransferWay.of(sender.path(), receiver == null ? null : receiver.path(), highest));
    }

    private static Subject<TransferState, Facts> subject(MembershipTransfer transfer, Facts facts) {
        return new Subject<>(transfer.state(), transfer.version(), facts.senderPath(), transfer.steppedOn(), facts);
    }
}
