package io.zhixing.evaluation.appraisal;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "AppraisalRoundState", description = "评议轮次状态 State of an appraisal round")
public enum RoundState {
    @Label(zh = "名册已冻结", en = "Roll frozen")
    DRAFT,
    @Label(zh = "学习已完成", en = "Study done")
    STUDY_DONE,
    @Label(zh = "等次已提出", en = "Grades proposed")
    GRADES_PROPOSED,
    @Label(zh = "已审定", en = "Confirmed")
    CONFIRMED,
    @Label(zh = "已作废", en = "Voided")
    VOIDED
}
