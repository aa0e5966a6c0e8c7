package io.zhixing.evaluation;

import static io.zhixing.platform.problem.Problem.en;
import static io.zhixing.platform.problem.Problem.zh;

import io.zhixing.platform.problem.Problem;

/** The problems of appraisal. */
public enum EvaluationProblems implements Problem {
    APPRAISAL_YEAR_EXISTS(409, zh("评议年度已设定", "{0}年度的评议基准日已经设定，不能更改。"),
            en("Appraisal year exists", "The day of reckoning of {0} has been set and is not changed.")),
    AS_OF_OUTSIDE_YEAR(422, zh("基准日不在年度内", "基准日须在评议年度或次年内。"),
            en("Day of reckoning outside the year", "The day lies in the appraisal year or the year after it.")),
    YEAR_SET_BY_CITY(422, zh("基准日由全市统一设定", "评议年度只能由没有上级的组织设定。"),
            en("The year is set by the city", "Only the organization without a superior sets an appraisal year."));

    private final Definition definition;

    EvaluationProblems(int status, Text zh, Text en) {
        this.definition = new Definition(status, zh, en);
    }

    @Override
    public Definition definition() {
        return definition;
    }
}
