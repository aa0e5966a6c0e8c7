package io.zhixing.evaluation.appraisal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.evaluation.EvaluationProblems;
import io.zhixing.platform.access.Caller;
import io.zhixing.platform.outbox.DomainEvent;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.Fault;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.time.Shanghai;
import io.zhixing.platform.transition.StepHistory;
import io.zhixing.platform.transition.StepJudge;

/** Takes a step of a round. The number of statements does not depend on the number of members. */
@RequestScoped
public class TakeRoundStep {

    private final AppraisalRounds rounds;
    private final Appraisals appraisals;
    private final ProposeGrades proposeGrades;
    private final RoundSubjects subjects;
    private final StepJudge judge;
    private final StepHistory history;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    TakeRoundStep(AppraisalRounds rounds, Appraisals appraisals, ProposeGrades proposeGrades, RoundSubjects subjects,
            StepJudge judge, StepHistory history, Outbox outbox, Caller caller, Clock clock) {
        this.rounds = rounds;
        this.appraisals = appraisals;
        this.proposeGrades = proposeGrades;
        this.subjects = subjects;
        this.judge = judge;
        this.history = history;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    public AppraisalRound handle(UUID id, long read, RoundMove move) {
        var round = rounds.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        ETag.check(read, round.version());
        var subject = subjects.of(round, move.studySessionIds(), move.on());
        var step = judge.require(RoundSteps.STEPS, subject, move.transition(), move.on());
        refuseFieldsOfOtherSteps(move);
        var standings = take(round, move);
        rounds.flush();
        history.add(AppraisalRound.RESOURCE, round.id(), round.version(), round.path(), step, move.on(),
                move.comment());
        var events = new ArrayList<DomainEvent>();
        events.add(round.changed());
        events.addAll(standings);
        outbox.appendAll(events, round.path());
        return round;
    }

    /** Whoever sends grades with {@code confirm} means to change them: he must not find the former ones confirmed. */
    private static void refuseFieldsOfOtherSteps(RoundMove move) {
        boolean studies = move.transition().equals(RoundSteps.CONFIRM_STUDY);
        boolean proposes = move.transition().equals(RoundSteps.PROPOSE_GRADES);
        new Faults().addIf(move.studySessionIds() != null && !studies, ofAnotherStep(move, "/studySessionIds"))
                .addIf(move.grades() != null && !proposes, ofAnotherStep(move, "/grades"))
                .addIf(move.excessReason() != null && !proposes, ofAnotherStep(move, "/excessReason")).refuse();
    }

    private static Fault ofAnotherStep(RoundMove move, String pointer) {
        return EvaluationProblems.FIELD_OF_ANOTHER_STEP.at(Place.pointer(pointer), move.transition());
    }

    private List<Standing.Confirmed> take(AppraisalRound round, RoundMove move) {
        switch (move.transition()) {
            case RoundSteps.CONFIRM_STUDY -> subjects.confirmStudy(round, move.studySessionIds(), move.on());
            case RoundSteps.PROPOSE_GRADES -> proposeGrades.handle(round, move);
            case RoundSteps.CONSENT_EXCESS -> round.consentToExcess(caller.name(), move.on());
            case RoundSteps.CONFIRM -> {
                return confirm(round, move.on());
            }
            default -> annul(round, move);
        }
        return List.of();
    }

    private List<Standing.Confirmed> confirm(AppraisalRound round, LocalDate on) {
        round.confirm(caller.name(), on);
        rounds.flush();   // whoever confirms second stops here, before anything is counted
        return appraisals.confirm(round, on, Shanghai.today(clock));
    }

    private static void annul(AppraisalRound round, RoundMove move) {
        if (move.comment() == null || move.comment().isBlank()) {
            throw new ProblemException(List.of(EvaluationProblems.VOID_REASON_REQUIRED.at(Place.pointer("/comment"))));
        }
        round.voidOn(move.on());
    }
}
