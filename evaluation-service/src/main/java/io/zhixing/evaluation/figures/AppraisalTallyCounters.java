package io.zhixing.evaluation.figures;

import jakarta.inject.Singleton;

import io.zhixing.platform.figures.KeptCounters;

/** The leaf counters of grades, recounted from appraisals: one is counted on its day of entry and taken off when it is superseded. */
@Singleton
class AppraisalTallyCounters implements KeptCounters {

    @Override
    public String name() {
        return "appraisal_tally";
    }

    /** A function, because grades are closed to the pipeline: it learns their number of differences alone. */
    @Override
    public String differences() {
        return "select appraisal_tally_differences()";
    }
}
