package io.zhixing.organization.member;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.member.MemberSteps.Facts;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.transition.Step;
import io.zhixing.platform.transition.StepHistory;
import io.zhixing.platform.transition.StepJudge;
import io.zhixing.platform.transition.Steps;
import io.zhixing.platform.transition.Transitions;

/** Takes a step of a member: the member, his intervals, the history and the event change together. */
@RequestScoped
public class TakeMemberStep {

    public static final Steps<MemberStatus, Facts> STEPS = MemberSteps.STEPS;

    private final Members members;
    private final Rolls rolls;
    private final LeaveRoll leaveRoll;
    private final MemberSubjects subjects;
    private final StepJudge judge;
    private final StepHistory history;
    private final Outbox outbox;

    TakeMemberStep(Members members, Rolls rolls, LeaveRoll leaveRoll, MemberSubjects subjects, StepJudge judge,
            StepHistory history, Outbox outbox) {
        this.members = members;
        this.rolls = rolls;
        this.leaveRoll = leaveRoll;
        this.subjects = subjects;
        this.judge = judge;
        this.history = history;
        this.outbox = outbox;
    }

    Transitions open(PartyMember member) {
        return judge.open(STEPS, subjects.of(member, null));
    }

    public PartyMember handle(UUID id, long read, MemberMove move) {
        var member = members.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        ETag.check(read, member.version());
        var step = judge.require(STEPS, subjects.of(member, move), move.transition(), move.on());
        boolean wasOnRoll = member.status() == MemberStatus.ACTIVE;
        if (step.to() != MemberStatus.ACTIVE) {
            leaveRoll.hold(id);
        }
        change(member, step, move);
        members.flush();   // of two at once the second stops here, before the intervals
        intervals(member, wasOnRoll, move);
        history.add(PartyMember.RESOURCE, id, member.version(), member.path(), step, move.on(), move.comment());
        outbox.append(event(member, step, move), member.path());
        return member;
    }

    private static void change(PartyMember member, Step<MemberStatus, Facts> step, MemberMove move) {
        switch (step.name()) {
            case "become-full" -> member.becomeFull(move.on());
            case "extend-probation" -> member.extendProbation(move.on(), move.until());
            case "restore" -> member.restore(move.on());
            case "assign-group" -> member.join(move.groupId(), move.on());
            case "leave-group" -> member.join(null, move.on());
            case "exempt" -> member.exempt(true, move.on());
            case "end-exemption" -> member.exempt(false, move.on());
            default -> member.leaveRoll(step.to(), move.on());
        }
    }

    private void intervals(PartyMember member, boolean wasOnRoll, MemberMove move) {
        switch (move.transition()) {
            case "become-full", "extend-probation" -> {
                // facts of the member himself
            }
            case "restore" -> rolls.open(member);
            case "assign-group" -> rolls.joinGroup(member.id(), move.groupId(), move.on());
            case "leave-group" -> rolls.leaveGroup(member.id(), move.on());
            case "exempt" -> rolls.beginExemption(member.id(), move.exemptReason(), move.on());
            case "end-exemption" -> rolls.endExemption(member.id(), move.on());
            default -> {
                if (wasOnRoll) {
                    leaveRoll.handle(member, member.path(), null, move.on());
                } else {
                    leaveRoll.endRecords(member, move.on());
                }
            }
        }
    }

    private static MemberChange event(PartyMember member, Step<MemberStatus, Facts> step, MemberMove move) {
        var state = member.state(move.on(), null);
        if (step.to() == MemberStatus.SUSPENDED) {
            return new MemberChange.Suspended(state);
        }
        if (step.to() != MemberStatus.ACTIVE) {
            return new MemberChange.Left(state);
        }
        return switch (step.name()) {
            case "become-full" -> new MemberChange.BecameFull(state);
            case "restore" -> new MemberChange.Restored(state);
            default -> new MemberChange.Corrected(state);
        };
    }
}
