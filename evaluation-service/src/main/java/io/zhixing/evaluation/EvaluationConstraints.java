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
            entry("appraisal_year_as_of", EvaluationProblems.AS_OF_OUTSIDE_YEAR));

    @Override
    public Map<String, Problem> byName() {
        return BY_NAME;
    }
}
