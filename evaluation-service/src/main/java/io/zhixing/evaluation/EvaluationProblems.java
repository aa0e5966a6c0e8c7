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
    DECISION_DAY_INVALID(422, zh("决定日期无效", "决定日期不得晚于今天，也不得早于{0}，即评议年度的上一年开始之日。"),
            en("Day of the decision invalid",
                    "A year is decided on a day not after today and not before {0}, the first day of the year before it.")),
    EXCELLENT_OVER_CAP(422, zh("优秀人数超出上限", "优秀{0}人，一般不超过{1}人（基数{2}人的{3}分之一）；确需超出的，请填写excessReason，并经上级同意。"),
            en("More excellent than the cap",
                    "{0} excellent, generally at most {1}, one in {3} of a base of {2}; state excessReason, which the superior has to consent to.")),
    EXCESS_ALREADY_CONSENTED(409, zh("超出上限已经同意", "上级已于{0}同意超出上限，不再重复同意；请直接审定（confirm）。"),
            en("Excess already consented to",
                    "The superior consented to the excess on {0}, once for the round; it can be confirmed (confirm).")),
    EXCESS_NOT_CONSENTED(409, zh("超出上限未经同意", "优秀人数超出上限，审定前须经上级同意（consent-excess）。"),
            en("Excess not consented to",
                    "More are excellent than the cap; the superior has to consent (consent-excess) before confirmation.")),
    EXPLANATION_REQUIRED(422, zh("缺少说明", "未参加评议须填写说明。"),
            en("Explanation required", "NOT_APPRAISED needs an explanation.")),
    FIELD_OF_ANOTHER_STEP(400, zh("字段不属于此步骤", "步骤{0}不接受此字段；未作任何更改。"),
            en("Field of another step", "The step {0} does not take this field; nothing was changed.")),
    GRADE_FOR_PROBATIONARY(422, zh("预备党员不评定等次", "预备党员参加评议，不评定等次。"),
            en("Grade for a probationary member", "A probationary member takes part and gets no grade.")),
    GRADE_OR_REASON(422, zh("等次与原因须居其一", "每名党员须有等次或未评定原因之一，不能兼有或皆无。"),
            en("Grade or reason", "Each member has either a grade or the reason why he has none.")),
    GRADE_OUTSIDE_ROLL(422, zh("不在冻结名册", "此人不在本轮冻结的名册上，或未以标识、编号之一指明。"),
            en("Outside the frozen roll",
                    "Nobody on the frozen roll of this round has this id or number; give one of the two.")),
    GRADE_REPEATED(422, zh("党员重复", "同一党员在一轮评议中只能有一项结果。"),
            en("Member repeated", "A member has one result in a round.")),
    MEMBER_ALREADY_APPRAISED(409, zh("党员本年度已有评议结果", "名册上有党员在其他组织已有本年度的评议结果。"),
            en("Member already appraised",
                    "A member of the roll has a confirmed appraisal of the year with another organization.")),
    NO_EXCESS(409, zh("没有超出上限", "优秀人数未超出上限，无需同意。"),
            en("No excess", "No more are excellent than the cap; nothing to consent to.")),
    PROPOSER_CONFIRMS(409, zh("提出人不得审定", "等次由一人提出，由另一人审定或同意。"),
            en("The proposer does not confirm",
                    "Grades are proposed by one and confirmed or consented to by another.")),
    ROLL_EMPTY(409, zh("名册为空", "{0}该组织名册上没有党员。"),
            en("Empty roll", "Nobody is on the organization's roll of {0}.")),
    ROLL_NOT_COVERED(422, zh("名册未全部涵盖", "名册上的党员{0}没有结果。"),
            en("Roll not covered", "Member {0} of the roll has no result.")),
    ROLL_NOT_YET_KNOWN(409, zh("名册尚未到齐", "现知名册{0}人，应为{1}人；组织服务的变更可能尚未到达，请稍后再试。"),
            en("Roll not yet known",
                    "{0} members are known on the roll, not {1}; changes of the register may still be on their way, try again.")),
    ROUND_EXISTS(409, zh("本年度已有评议轮次", "该组织本年度已有评议轮次；更正已审定的轮次请指明supersedesRoundId。"),
            en("Round exists",
                    "The organization has a round of the year; a correction of a confirmed one names it as supersedesRoundId.")),
    ROUND_NOT_OPEN(409, zh("没有可录入等次的轮次", "该组织{0}年度没有尚未提出等次的评议轮次。"),
            en("No open round", "The organization has no round of {0} whose grades are not proposed yet.")),
    ROUND_NOT_SUPERSEDABLE(409, zh("该轮次不能更正", "只能更正同一组织、同一年度、已审定的轮次。"),
            en("Round not supersedable", "Only a confirmed round of the same organization and year is superseded.")),
    ROUND_SUPERSEDED(409, zh("该轮次已有更正", "一个轮次只能被更正一次，请更正最新的轮次。"),
            en("Round already superseded", "A round is superseded once; supersede the newest one.")),
    STUDY_NOT_YET_KNOWN(409, zh("尚未见到学习记录", "尚未见到该组织本年度已登记的、此步骤所依据的集中学习；学习记录已更新至{0}。"),
            en("Study not yet known",
                    "The recorded collective study of the organization and year on which this step leans is not known here; sessions are known up to {0}.")),
    UNGRADED_REASON_WRONG(422, zh("未评定原因不符", "预备党员须以预备党员等原因不评定；正式党员不能以此为由；已离开名册者须注明去向。"),
            en("Reason does not fit",
                    "PROBATIONARY is for probationary members alone; NOT_APPRAISED for full members; who left the roll needs LEFT_ROLL, DECEASED or APPRAISED_ELSEWHERE.")),
    VOID_REASON_REQUIRED(422, zh("缺少作废理由", "作废须在comment中说明理由。"),
            en("Reason required", "Voiding needs its reason as comment.")),
    YEAR_NOT_SET(409, zh("评议年度尚未设定", "全市尚未设定{0}年度的评议基准日。"),
            en("Appraisal year not set", "The city has not set the day of reckoning of {0}.")),
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
