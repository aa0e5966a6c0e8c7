package io.zhixing.organization.transfer;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.member.MoveMember;
import io.zhixing.organization.rule.Rules;
import io.zhixing.organization.transfer.TransferSteps.Facts;
import io.zhixing.platform.access.Caller;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.transition.Move;
import io.zhixing.platform.transition.StepJudge;
import io.zhixing.platform.transition.Steps;
import io.zhixing.platform.transition.Subject;
import io.zhixing.platform.transition.Transitions;

/** Takes a step of a transfer. With the receipt the member changes over, in the same transaction. */
@RequestScoped
public class MoveTransfer {

    public static final Steps<TransferState, Facts> STEPS = TransferSteps.STEPS;

    private final Transfers transfers;
    private final MoveMember moveMember;
    private final Rules rules;
    private final StepJudge judge;
    private final Outbox outbox;
    private final Caller caller;

    MoveTransfer(Transfers transfers, MoveMember moveMember, Rules rules, StepJudge judge, Outbox outbox,
            Caller caller) {
        this.transfers = transfers;
        this.moveMember = moveMember;
        this.rules = rules;
        this.judge = judge;
        this.outbox = outbox;
        this.caller = caller;
    }

    Transitions open(MembershipTransfer transfer) {
        return judge.open(STEPS, subject(transfer, facts(transfer, null)));
    }

    public MembershipTransfer handle(UUID id, long read, Move move) {
        var transfer = transfers.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        ETag.check(read, transfer.version());
        var facts = facts(transfer, move);
        var step = judge.require(STEPS, subject(transfer, facts), move.transition(), move.on());
        switch (step.to()) {
            case SUBMITTED -> transfer.submit(caller.name());
            case SENDING_APPROVED -> rules.inForce("TRANSFER_LETTER_DAYS", "MEMBER", move.on())
                    .ifPresent(days -> transfer.issueLetter(move.on().plusDays(days.value())));
            case RETURNED, REJECTED -> transfer.refuse(move.comment());
            default -> {
                // the state says it all
            }
        }
        transfer.reach(step.to(), move.on());
        transfers.flush();
        transfers.addStep(transfer, step, move.on(), move.comment());
        if (step.to() == TransferState.RECEIVED) {
            changeOver(transfer, facts, move);
        }
        outbox.append(transfer.changed(), facts.senderPath());
        return transfer;
    }

    private void changeOver(MembershipTransfer transfer, Facts facts, Move move) {
        if (facts.receiver() == null) {
            moveMember.out(transfer.memberId(), move.on());
        } else {
            transfers.reachBoth(facts.senderPath(), facts.receiverPath());
            moveMember.over(transfer.memberId(), facts.receiver().id(), facts.receiver().path(), move.on());
        }
    }

    private Facts facts(MembershipTransfer transfer, Move move) {
        var sender = transfers.side(transfer.senderId().toString()).orElseThrow();
        var receiver = transfer.receiverId().flatMap(id -> transfers.side(id.toString())).orElse(null);
        return new Facts(transfer, move, caller.name(), sender, receiver,
                transfers.standing(transfer.memberId()));
    }

    private static Subject<TransferState, Facts> subject(MembershipTransfer transfer, Facts facts) {
        return new Subject<>(transfer.state(), transfer.version(), facts.senderPath(), transfer.steppedOn(), facts);
    }
}
