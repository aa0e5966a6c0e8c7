package io.zhixing.organization.screening;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.structure.OrganizationPath;
import io.zhixing.organization.structure.SecondPerson;
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

/** 结束排查, at the county: nobody was left out, and every action is done or handed on. */
@RequestScoped
public class MoveScreening {

    record Facts(String path, boolean unfinished) {}

    private static final Guard<Facts> FINISHED = Guard.holds(facts -> !facts.unfinished(),
            OrganizationProblems.SCREENING_UNFINISHED);

    public static final Steps<ScreeningState, Facts> STEPS = Steps.of(
            Step.<ScreeningState, Facts>of("close", ScreeningState.OPEN, ScreeningState.CLOSED).called("结束", "Close")
                    .by(Roles.OFFICER).at(facts -> OrganizationPath.county(facts.path())).when(FINISHED)
                    .secondPersonWhen(facts -> OrganizationPath.isRoot(facts.path()),
                            OrganizationProblems.SECOND_PERSON_REQUIRED));

    private final Screenings screenings;
    private final SecondPerson secondPerson;
    private final StepJudge judge;
    private final StepHistory history;

    MoveScreening(Screenings screenings, SecondPerson secondPerson, StepJudge judge, StepHistory history) {
        this.screenings = screenings;
        this.secondPerson = secondPerson;
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

    private Subject<ScreeningState, Facts> subject(Screening screening) {
        var path = screening.path();
        return new Subject<>(screening.state(), screening.version(), path, screening.steppedOn(),
                new Facts(path, screenings.isUnfinished(screening.id()))).lastBy(secondPerson.lastHand(screening.id()));
    }
}
