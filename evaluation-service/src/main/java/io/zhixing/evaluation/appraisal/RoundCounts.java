package io.zhixing.evaluation.appraisal;

import jakarta.persistence.Embeddable;

/** What a proposal counts: eligible ⊇ graded, and apart from them who took part. All at most the roll. */
@Embeddable
class RoundCounts {

    private Integer eligible;
    private Integer tookPartFull;
    private Integer tookPartProbationary;
    private Integer excellent;
    private Integer qualified;
    private Integer basicallyQualified;
    private Integer unqualified;

    protected RoundCounts() {}

    RoundCounts(GradeSheet sheet) {
        this.eligible = sheet.count(GradeSheet.Line::isEligible);
        this.tookPartFull = sheet.count(line -> line.tookPart() && line.entry().isFull());
        this.tookPartProbationary = sheet.count(line -> line.tookPart() && !line.entry().isFull());
        this.excellent = sheet.count(line -> line.grade() == AppraisalGrade.EXCELLENT);
        this.qualified = sheet.count(line -> line.grade() == AppraisalGrade.QUALIFIED);
        this.basicallyQualified = sheet.count(line -> line.grade() == AppraisalGrade.BASICALLY_QUALIFIED);
        this.unqualified = sheet.count(line -> line.grade() == AppraisalGrade.UNQUALIFIED);
    }

    int excellent() {
        return excellent;
    }

    int tookPart() {
        return tookPartFull + tookPartProbationary;
    }

    AppraisalCounts of(int roll) {
        return new AppraisalCounts(roll, eligible, tookPart(), tookPartFull, tookPartProbationary,
                excellent + qualified + basicallyQualified + unqualified, excellent, qualified, basicallyQualified,
                unqualified);
    }
}
