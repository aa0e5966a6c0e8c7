package io.zhixing.evaluation.appraisal;

import java.util.List;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.evaluation.EvaluationProblems;
import io.zhixing.platform.access.Caller;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.ProblemException;

/** propose-grades 提出等次: a grade, or the reason why there is none, for every member of the roll at once. */
@RequestScoped
public class ProposeGrades {

    private final AppraisalRounds rounds;
    private final Rolls rolls;
    private final EvaluationRules rules;
    private final DraftedGrades drafts;
    private final Caller caller;

    ProposeGrades(AppraisalRounds rounds, Rolls rolls, EvaluationRules rules, DraftedGrades drafts, Caller caller) {
        this.rounds = rounds;
        this.rolls = rolls;
        this.drafts = drafts;
        this.rules = rules;
        this.caller = caller;
    }

    /** The step itself has been judged. Without grades in the request those that were imported for the round are taken. */
    public void handle(AppraisalRound round, RoundMove move) {
        var roll = rolls.of(round);
        var sheet = GradeSheet.of(roll, move.grades() == null ? drafted(round) : move.grades());
        var counts = new RoundCounts(sheet);
        var cap = rules.excellentCap(move.on());
        int base = cap.baseOf(roll, counts);
        boolean exceeded = counts.excellent() > cap.maximumOf(base);
        if (exceeded && (cap.strict() || move.excessReason() == null || move.excessReason().isBlank())) {
            throw new ProblemException(List.of(EvaluationProblems.EXCELLENT_OVER_CAP.at(Place.pointer("/excessReason"),
                    counts.excellent(), cap.maximumOf(base), base, cap.divisor())));
        }
        round.propose(counts, cap, base, move.excessReason(), caller, move.on());
        rounds.flush();   // whoever proposes second stops here
        rolls.propose(round, sheet);
    }

    private List<StatedGrade> drafted(AppraisalRound round) {
        rounds.hold(round);
        return drafts.of(round);
    }
}
