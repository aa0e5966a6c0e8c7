package io.zhixing.organization.residence;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.structure.Sides;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.transition.Guard;
import io.zhixing.platform.transition.Step;
import io.zhixing.platform.transition.StepHistory;
import io.zhixing.platform.transition.StepJudge;
import io.zhixing.platform.transition.Steps;
import io.zhixing.platform.transition.Subject;
import io.zhixing.platform.transition.Transitions;

/** 确认、反馈、结束: the residence confirms and sends a note each year, home ends it. */
@RequestScoped
public class MoveResidence {

    /** @param stated null while nobody takes a step and only its openness is asked for */
    record Facts(ResidenceRegistration registration, String home, String residence, ResidenceMove stated) {

        boolean lacksNote() {
            return stated != null && (stated.year() == null || stated.comment() == null || stated.comment().isBlank());
        }

        boolean repeatsYear() {
            return isNote() && registration.isNoted(stated.year());
        }

        boolean isNote() {
            return stated != null && stated.year() != null;
        }
    }

    private static final Guard<Facts> NOTE_GIVEN = Guard.holds(facts -> !facts.lacksNote(),
            OrganizationProblems.FEEDBACK_INCOMPLETE);
    private static final Guard<Facts> ONCE_A_YEAR = Guard.holds(facts -> !facts.repeatsYear(),
            OrganizationProblems.FEEDBACK_GIVEN_BEFORE);
    private static final Guard<Facts> A_YEAR_OF_THE_REGISTRATION = MoveResidence::yearBeyond;
    private static final Guard<Facts> A_DAY_REGISTERED = (facts, on) -> on.isAfter(facts.registration().registeredOn())
            ? Optional.empty()
            : Optional.of(PlatformProblems.TRANSITION_DAY_INVALID
                    .about(facts.registration().registeredOn().plusDays(1)));

    public static final Steps<ResidenceState, Facts> STEPS = Steps.of(
            atResidence("confirm", ResidenceState.REGISTERED, ResidenceState.CONFIRMED, "确认", "Confirm"),
            atResidence("feedback", ResidenceState.CONFIRMED, ResidenceState.CONFIRMED, "年度反馈", "Send a yearly note")
                    .requires("year", "comment").when(NOTE_GIVEN, A_YEAR_OF_THE_REGISTRATION, ONCE_A_YEAR),
            end(ResidenceState.REGISTERED), end(ResidenceState.CONFIRMED));

    private final Residences residences;
    private final Sides sides;
    private final StepJudge judge;
    private final StepHistory history;
    private final Outbox outbox;

    MoveResidence(Residences residences, Sides sides, StepJudge judge, StepHistory history, Outbox outbox) {
        this.residences = residences;
        this.sides = sides;
        this.judge = judge;
        this.history = history;
        this.outbox = outbox;
    }

    Transitions open(ResidenceRegistration registration) {
        return judge.open(STEPS, subject(registration, null));
    }

    public ResidenceRegistration handle(UUID id, long read, ResidenceMove move) {
        var registration = residences.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        ETag.check(read, registration.version());
        var subject = subject(registration, move);
        var step = judge.require(STEPS, subject, move.transition(), move.on());
        sides.reachBoth(subject.facts().home(), subject.facts().residence());
        boolean noted = step.name().equals("feedback");
        switch (step.name()) {
            case "confirm" -> registration.confirm(move.on());
            case "feedback" -> registration.note(move.year(), move.comment());
            default -> registration.end(move.on());
        }
        registration.reach(step.to(), move.on());
        residences.flush();
        history.add(ResidenceRegistration.RESOURCE, id, registration.version(), subject.path(), step, move.on(),
                move.comment());
        outbox.append(noted ? registration.noted() : registration.changed(), subject.path());
        return registration;
    }

    /** A note speaks of a year from the one of the registration to the one in which it is sent. */
    private static Optional<ProblemException> yearBeyond(Facts facts, LocalDate on) {
        if (!facts.isNote()) {
            return Optional.empty();
        }
        int year = facts.stated().year();
        int first = facts.registration().since().getYear();
        if (year < first) {
            return Optional.of(OrganizationProblems.DAYS_INCONSISTENT.about(text(year), text(first)));
        }
        return year > on.getYear()
                ? Optional.of(OrganizationProblems.DAYS_INCONSISTENT.about(on, text(year)))
                : Optional.empty();
    }

    /** Without the comma that a number of four digits is written with. */
    private static String text(int year) {
        return Integer.toString(year);
    }

    private Subject<ResidenceState, Facts> subject(ResidenceRegistration registration, ResidenceMove move) {
        var home = sides.side(registration.homeId().toString()).orElseThrow().path();
        var residence = sides.side(registration.residenceId().toString()).orElseThrow().path();
        return new Subject<>(registration.state(), registration.version(), home, registration.steppedOn(),
                new Facts(registration, home, residence, move));
    }

    private static Step<ResidenceState, Facts> atResidence(String name, ResidenceState from, ResidenceState to,
            String zh, String en) {
        return Step.<ResidenceState, Facts>of(name, from, to).called(zh, en)
                .by(Roles.SECRETARY, Roles.OFFICER, Roles.SYSTEM).at(Facts::residence);
    }

    private static Step<ResidenceState, Facts> end(ResidenceState from) {
        return Step.<ResidenceState, Facts>of("end", from, ResidenceState.ENDED).called("结束", "End")
                .by(Roles.CLERK, Roles.SECRETARY, Roles.OFFICER, Roles.SYSTEM)
                .orPerson(facts -> facts.registration().memberId()).when(A_DAY_REGISTERED);
    }
}
