package io.zhixing.city.sample;

import java.time.LocalDate;
import java.util.List;

/**
 * The democratic appraisal (民主评议) of one branch: a verdict for every member of its roll on {@link Campaign#APPRAISED_ON}.
 * {@code index} is its place in {@link SampleCity#appraisals()}.
 */
public record Appraisal(int index, Organization branch, LocalDate frozenOn, LocalDate proposedOn, LocalDate confirmedOn,
        List<Verdict> verdicts) {

    public enum Grade {
        EXCELLENT,
        QUALIFIED,
        BASICALLY_QUALIFIED,
        UNQUALIFIED;

        public boolean isQualifiedOrAbove() {
            return this == EXCELLENT || this == QUALIFIED;
        }
    }

    /** Either a grade or a reason why there is none; {@code explanation} only where the reason asks for one. */
    public record Verdict(Member member, Grade grade, String ungradedReason, String explanation) {

        public boolean tookPart() {
            return grade != null;
        }
    }
}
