package io.zhixing.organization.dues;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.dues.DuesReduction.ReductionState;
import io.zhixing.organization.member.Members;
import io.zhixing.organization.structure.SecondPerson;
import io.zhixing.platform.access.Caller;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.transition.Guard;
import io.zhixing.platform.transition.Move;
import io.zhixing.platform.transition.Step;
import io.zhixing.platform.transition.StepHistory;
import io.zhixing.platform.transition.StepJudge;
import io.zhixing.platform.transition.Steps;
import io.zhixing.platform.transition.Subject;
import io.zhixing.platform.transition.Transitions;

/** 批准减免: the committee above the branch decides, and never the one who asked. */
@RequestScoped
public class DecideReduction {

    /** @param stated null while nobody takes a step and only its openness is asked for */
    record Facts(DuesReduction reduction, String path, Move stated, String caller) {

        boolean lacksReason() {
            return stated != null && (stated.comment() == null || stated.comment().isBlank());
        }
    }

    private static final Guard<Facts> NOT_THE_ASKER = Guard.holds(
            facts -> !facts.reduction().isAskedBy(facts.caller()), OrganizationProblems.SUBMITTER_APPROVES);
    private static final Guard<Facts> REASON_GIVEN = Guard.holds(facts -> !facts.lacksReason(),
            OrganizationProblems.STEP_REASON_REQUIRED);

    public static final Steps<ReductionState, Facts> STEPS = Steps.of(
            above("approve", ReductionState.APPROVED, "批准", "Approve").when(NOT_THE_ASKER),
            above("refuse", ReductionState.REFUSED, "不批准", "Refuse").requires("comment")
                    .when(NOT_THE_ASKER, REASON_GIVEN));

    private final Reductions reductions;
    private final Members members;
    private final EndArrears endArrears;
    private final SecondPerson secondPerson;
    private final StepJudge judge;
    private final StepHistory history;
    private final Caller caller;

    DecideReduction(Reductions reductions, Members members, EndArrears endArrears, SecondPerson secondPerson,
            StepJudge judge, StepHistory history, Caller caller) {
        this.reductions = reductions;
        this.members = members;
        this.endArrears = endArrears;
        this.secondPerson = secondPerson;
        this.judge = judge;
        this.history = history;
        this.caller = caller;
    }

    Transitions open(DuesReduction reduction) {
        return judge.open(STEPS, subject(reduction, null));
    }

    public DuesReduction handle(UUID id, long read, Move move) {
        var reduction = reductions.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        ETag.check(read, reduction.version());
        var subject = subject(reduction, move);
        var step = judge.require(STEPS, subject, move.transition(), move.on());
        reduction.decide(step.to(), step.to() == ReductionState.REFUSED ? move.comment() : null, move.on());
        reductions.flush();
        if (step.to() == ReductionState.APPROVED && reduction.isWhole()) {
            endArrears.handle(reduction.memberId(), move.on());
        }
        history.add(DuesReduction.RESOURCE, id, reduction.version(), subject.path(), step, move.on(), move.comment());
        return reduction;
    }

    private static Step<ReductionState, Facts> above(String name, ReductionState to, String zh, String en) {
        return SecondPerson.above(Step.<ReductionState, Facts>of(name, ReductionState.ASKED, to).called(zh, en)
                .by(Roles.OFFICER), Facts::path);
    }

    private Subject<ReductionState, Facts> subject(DuesReduction reduction, Move move) {
        var path = members.findById(reduction.memberId()).path();
        return new Subject<>(reduction.state(), reduction.version(), path, reduction.steppedOn(),
                new Facts(reduction, path, move, caller.name())).lastBy(secondPerson.lastHand(reduction.id()));
    }
}
