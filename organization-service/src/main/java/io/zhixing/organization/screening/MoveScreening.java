package io.zhixing.organization.screening;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.transfer.Transfers;
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

/** 结束排查: nobody was left out, and every action is done or handed on. */
@RequestScoped
public class MoveScreening {

    record Facts(boolean unfinished) {}

    private static final Guard<Facts> FINISHED = Guard.holds(facts -> !facts.unfinished(),
            OrganizationProblems.SCREENING_UNFINISHED);

    public static final Steps<ScreeningState, Facts> STEPS = Steps.of(
            Step.<ScreeningState, Facts>of("close", ScreeningState.OPEN, ScreeningState.CLOSED).called("结束", "Close")
                    .by(Roles.OFFICER).when(FINISHED));

    private final Screenings screenings;
    private final Transfers sides;
    private final StepJudge judge;
    private final StepHistory history;

    MoveScreening(Screenings screenings, Transfers sides, StepJudge judge, StepHistory history) {
        this.screenings = screenings;
        this.sides = sides;
        this.judge = judge;
        this.history = history;
    }

    Transitions open(Screening screening) {
        return judge.open(STEPS, subject(screening));
    }

    public Screening handle(UUID id, long read, Move move) {
        var screening = screenings.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        ETag.check(read, screening.version());
        var subject = subject(screening);
        var step = judge.require(STEPS, subject, move.transition(), move.on());
        screening.close(move.on());
        screenings.flush();
        history.add(Screening.RESOURCE, id, screening.version(), subject.path(), step, move.on(), move.comment());
        return screening;
    }

    /** A branch that has a sheet of it does not see the organization over which it runs. */
    private Subject<ScreeningState, Facts> subject(Screening screening) {
        var path = sides.side(screening.organizationId().toString()).orElseThrow().path();
        return new Subject<>(screening.state(), screening.version(), path, screening.steppedOn(),
                new Facts(screenings.isUnfinished(screening.id())));
    }
}
