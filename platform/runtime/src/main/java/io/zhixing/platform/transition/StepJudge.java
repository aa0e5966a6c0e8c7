package io.zhixing.platform.transition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;

import io.zhixing.platform.access.Access;
import io.zhixing.platform.access.Caller;
import io.zhixing.platform.problem.Language;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.time.Shanghai;

/** Judges steps for the caller: the same reasons whether he asks what he may do or does it. */
@RequestScoped
public class StepJudge {

    private final Access access;
    private final Caller caller;
    private final Clock clock;
    private final HttpHeaders headers;

    StepJudge(Access access, Caller caller, Clock clock, HttpHeaders headers) {
        this.access = access;
        this.caller = caller;
        this.clock = clock;
        this.headers = headers;
    }

    /** Every step that leaves the present state, for this caller, with today as its day. */
    public <S extends Enum<S>, F> Transitions open(Steps<S, F> steps, Subject<S, F> subject) {
        var language = Language.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        var today = Shanghai.today(clock);
        return new Transitions(subject.state().name(), subject.version(), steps.leaving(subject.state()).stream()
                .map(step -> Transitions.OpenStep.of(step, against(step, subject, today), language)).toList());
    }

    /**
     * The step to take: refuses with {@code TRANSITION_NOT_AVAILABLE} when the state has none of this name, otherwise with
     * the first of what stands against it ({@code FORBIDDEN}, {@code TRANSITION_DAY_INVALID}, a guard's own problem).
     */
    public <S extends Enum<S>, F> Step<S, F> require(Steps<S, F> steps, Subject<S, F> subject, String name,
            LocalDate on) {
        var step = steps.named(subject.state(), name);
        against(step, subject, on).stream().findFirst().ifPresent(reason -> {
            throw reason;
        });
        return step;
    }

    private <S extends Enum<S>, F> List<ProblemException> against(Step<S, F> step, Subject<S, F> subject,
            LocalDate on) {
        var reasons = new ArrayList<ProblemException>();
        if (!access.may(step.office(subject.facts(), subject.path()), step.roles().toArray(String[]::new))
                && access.person().filter(person -> person.equals(step.person(subject.facts()))).isEmpty()) {
            reasons.add(PlatformProblems.FORBIDDEN.about());
        }
        if (on.isAfter(Shanghai.today(clock)) || on.isBefore(subject.since())) {
            reasons.add(PlatformProblems.TRANSITION_DAY_INVALID.about(subject.since()));
        }
        step.guards().forEach(guard -> guard.against(subject.facts(), on).ifPresent(reasons::add));
        if (step.needsSecondPerson(subject.facts()) && caller.name().equals(subject.lastHand().get())) {
            reasons.add(step.ownStepBefore().about());
        }
        return reasons;
    }
}
