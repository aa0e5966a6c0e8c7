package io.zhixing.evaluation;

import static java.util.Map.entry;

import java.util.Map;

import jakarta.inject.Singleton;

import io.zhixing.platform.problem.ConstraintProblems;
import io.zhixing.platform.problem.Problem;

/** What each constraint of the schema means to a caller. Most are met by a check first and by the constraint in a race. */
@Singleton
public class EvaluationConstraints implements ConstraintProblems {

    private static final Map<String, Problem> BY_NAME = Map.ofEntries(
            entry("appraisal_year_once", EvaluationProblems.APPRAISAL_YEAR_EXISTS),
            entry("appraisal_year_as_of", EvaluationProblems.AS_OF_OUTSIDE_YEAR),
            entry("appraisal_round_one_open", EvaluationProblems.ROUND_EXISTS),
            entry("appraisal_round_one_first", EvaluationProblems.ROUND_EXISTS),
            entry("appraisal_round_superseded_once", EvaluationProblems.ROUND_SUPERSEDED),
            entry("appraisal_round_excess_reasoned", EvaluationProblems.EXCELLENT_OVER_CAP),
            entry("appraisal_round_excess_consented", EvaluationProblems.EXCESS_NOT_CONSENTED),
            entry("appraisal_round_four_eyes", EvaluationProblems.PROPOSER_CONFIRMS),
            entry("proposed_grade_on_roll", EvaluationProblems.GRADE_OUTSIDE_ROLL),
            entry("proposed_grade_once", EvaluationProblems.GRADE_REPEATED),
            entry("proposed_grade_or_reason", EvaluationProblems.GRADE_OR_REASON),
            entry("proposed_grade_eligible", EvaluationProblems.GRADE_FOR_PROBATIONARY),
            entry("drafted_grade_on_roll", EvaluationProblems.GRADE_OUTSIDE_ROLL),
            entry("drafted_grade_once", EvaluationProblems.GRADE_REPEATED),
            entry("drafted_grade_or_reason", EvaluationProblems.GRADE_OR_REASON),
            entry("appraisal_current_once", EvaluationProblems.MEMBER_ALREADY_APPRAISED));

    @Override
    public Map<String, Problem> byName() {
        return BY_NAME;
    }
}
