package io.zhixing.organization.dues;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.dues.DuesReduction.ReductionState;
import io.zhixing.organization.member.Members;
import io.zhixing.organization.structure.PartyOrganization;
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

        String above() {
            return PartyOrganization.superiorPath(path);
        }

        boolean lacksReason() {
            return stated != null && (stated.comment() == null || stated.comment().isBlank());
        }
    }

    private static final Guard<Facts> NOT_THE_ASKER = Guard.holds(
            facts -> !facts.reduction().isAskedBy(facts.caller()), OrganizationProblems.SUBMITTER_APPROVES);
    private static final Guard<Facts> REASON_GIVEN = Guard.holds(facts -> !facts.lacksReason(),
            OrganizationProblems.STEP_REASON_REQUIRED);

    public static final Steps<ReductionState, Facts> STEPS = Steps.of(
            Step.<ReductionState, Facts>of("approve", ReductionState.ASKED, ReductionState.APPROVED)
                    .called("批准", "Approve").by(Roles.OFFICER).at(Facts::above).when(NOT_THE_ASKER),
            Step.<ReductionState, Facts>of("refuse", ReductionState.ASKED, ReductionState.REFUSED)
                    .called("不批准", "Refuse").by(Roles.OFFICER).at(Facts::above).requires("comment")
                    .when(NOT_THE_ASKER, REASON_GIVEN));

    private final Reductions reductions;
    private final Members members;
    private final StepJudge judge;
    private final StepHistory history;
    private final Caller caller;

    DecideReduction(Reductions reductions, Members members, StepJudge judge, StepHistory history, Caller caller) {
        this.reductions = reductions;
        this.members = members;
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
        history.add(DuesReduction.RESOURCE, id, reduction.version(), subject.path(), step, move.on(), move.comment());
        return reduction;
    }

    private Subject<ReductionState, Facts> subject(DuesReduction reduction, Move move) {
        var path = members.findById(reduction.memberId()).path();
        return new Subject<>(reduction.state(), reduction.version(), path, reduction.steppedOn(),
                new Facts(reduction, path, move, caller.name()));
    }
}
