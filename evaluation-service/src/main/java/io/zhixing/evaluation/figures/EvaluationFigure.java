package io.zhixing.evaluation.figures;

import io.zhixing.platform.figures.FigureDefinition;

/** The figures of this service; a code is never reused with another meaning. */
enum EvaluationFigure {

    APPRAISAL_ROLL_COUNT("评议应在册党员数", "Members on appraised rolls", "PERSON",
            "已审定轮次冻结名册上的党员数，取基准日在期间内的最近年度",
            "Members on the frozen rolls of confirmed rounds, of the latest year whose day of reckoning lies in the period"),
    APPRAISAL_ELIGIBLE_COUNT("应评党员数", "Members who should have a grade", "PERSON",
            "名册上没有停止权利、失联、出国、离开等原因的正式党员数",
            "Full members of these rolls without a standing reason such as suspension, lost contact or absence abroad"),
    APPRAISAL_TOOK_PART_COUNT("参评党员数", "Members who took part", "PERSON",
            "参加评议的党员数，含预备党员；与应评人数不可相比",
            "Members who took part, probationary ones too; not comparable with those who should have a grade"),
    APPRAISAL_GRADED_COUNT("评定等次党员数", "Members with a confirmed grade", "PERSON",
            "已审定等次的党员数；更正以最新审定的轮次为准",
            "Members with a confirmed grade; of rounds that correct each other the newest confirmed one"),
    QUALIFIED_OR_ABOVE_COUNT("合格以上党员数", "Members graded qualified or above", "PERSON",
            "其中优秀和合格的党员数，不含基本合格",
            "Of these, excellent and qualified; basically qualified is not among them"),
    QUALIFIED_OR_ABOVE_RATE("合格以上占比", "Share graded qualified or above", "PERCENT",
            "合格以上党员数除以评定等次党员数",
            "Members graded qualified or above, of those with a confirmed grade");

    private final FigureDefinition definition;

    EvaluationFigure(String labelZh, String labelEn, String unit, String definitionZh, String definitionEn) {
        this.definition = new FigureDefinition(labelZh, labelEn, unit, FigureDefinition.Tree.TODAY, definitionZh,
                definitionEn, null);
    }

    FigureDefinition definition() {
        return definition;
    }
}
