package io.zhixing.evaluation.appraisal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

import io.zhixing.evaluation.EvaluationProblems;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.time.Ids;

/** The grades of a whole roll: exactly one line for every member on it, and for nobody else. */
record GradeSheet(List<Line> lines) {

    /** @param id of the appraisal that confirmation makes of it */
    record Line(UUID id, RollEntry entry, AppraisalGrade grade, UngradedReason reason, String explanation,
            boolean tookPart) {

        /** Should have a grade (应评): a full member without a standing reason. */
        boolean isEligible() {
            return entry.isFull() && (reason == null || reason.leavesEligible());
        }
    }

    /** Refuses with everything that is wrong in the statements, each at its place. */
    static GradeSheet of(Roll roll, List<StatedGrade> stated) {
        var byMember = new HashMap<Object, RollEntry>();
        roll.entries().forEach(entry -> {
            byMember.put(entry.memberId(), entry);
            byMember.put(entry.memberNumber(), entry);
        });
        var faults = new Faults();
        var lines = new ArrayList<Line>();
        var seen = new HashSet<UUID>();
        for (int i = 0; i < stated.size(); i++) {
            var one = stated.get(i);
            var place = Place.pointer("/grades/" + i);
            var entry = (one.memberId() == null) == (one.memberNumber() == null)
                    ? null
                    : byMember.get(one.memberId() == null ? one.memberNumber() : one.memberId());
            if (entry == null) {
                faults.add(EvaluationProblems.GRADE_OUTSIDE_ROLL.at(place));
                continue;
            }
            faults.addIf(!seen.add(entry.memberId()), EvaluationProblems.GRADE_REPEATED.at(place));
            judge(entry, one, place, faults);
            lines.add(new Line(Ids.next(), entry, one.grade(), one.ungradedReason(), one.explanation(),
                    one.tookPart()));
        }
        roll.entries().stream().filter(entry -> !seen.contains(entry.memberId())).forEach(missing -> faults
                .add(EvaluationProblems.ROLL_NOT_COVERED.at(Place.pointer("/grades"), missing.memberNumber())));
        faults.refuse();
        return new GradeSheet(List.copyOf(lines));
    }

    int count(Predicate<Line> which) {
        return (int) lines.stream().filter(which).count();
    }

    /** Gathers what is wrong in a statement about somebody on the roll. */
    static void judge(RollEntry entry, StatedGrade stated, Place place, Faults faults) {
        var reason = stated.ungradedReason();
        faults.addIf((stated.grade() == null) == (reason == null), EvaluationProblems.GRADE_OR_REASON.at(place));
        faults.addIf(stated.grade() != null && !entry.isFull(), EvaluationProblems.GRADE_FOR_PROBATIONARY.at(place));
        faults.addIf(entry.isFull() && reason == UngradedReason.PROBATIONARY,
                EvaluationProblems.UNGRADED_REASON_WRONG.at(place));
        faults.addIf(!entry.isFull() && reason == UngradedReason.NOT_APPRAISED,
                EvaluationProblems.UNGRADED_REASON_WRONG.at(place));
        faults.addIf(entry.basis() == RollBasis.SUPERSEDED_ROLL && (reason == null || !reason.isOfSomebodyGone()),
                EvaluationProblems.UNGRADED_REASON_WRONG.at(place));
        faults.addIf(reason == UngradedReason.NOT_APPRAISED && isBlank(stated.explanation()),
                EvaluationProblems.EXPLANATION_REQUIRED.at(place));
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
