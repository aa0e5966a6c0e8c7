package io.zhixing.project;

import static io.zhixing.platform.problem.Problem.en;
import static io.zhixing.platform.problem.Problem.zh;

import io.zhixing.platform.problem.Problem;

/** Every way in which this service refuses, beside what all services share. */
public enum ProjectProblems implements Problem {
    ACCEPTANCE_INCOMPLETE(422, zh("验收内容不全", "验收须有验收组人员和报告；退回整改须列明问题。"),
            en("Acceptance incomplete", "An acceptance names its team and report; a return names the defects.")),
    ACCOUNT_CLOSED(409, zh("账户已关闭或尚有余额", "已关闭的账户不再收付，有余额或预留的账户不能关闭。"),
            en("Account closed or not empty",
                    "A closed account takes nothing; one that holds money cannot be closed.")),
    ALREADY_PAID(409, zh("该笔已支付", "一笔支付明细只能支付一次。"),
            en("Already paid", "A payee line is paid once.")),
    ALREADY_REFUNDED(409, zh("该笔已退回", "一笔支付明细只能退回一次。"),
            en("Already refunded", "A payee line is refunded once.")),
    ASSISTING_IS_ITSELF(422, zh("帮扶组织不能是项目所在组织", "帮扶组织须是另一组织。"),
            en("Assists itself", "The assisting organization is another one than the project's own.")),
    BANK_REFERENCE_USED(409, zh("银行流水号已使用", "该流水号已登记在另一笔支付上。"),
            en("Bank reference used", "The reference stands on another payment.")),
    BUDGET_REQUIRED(409, zh("没有预算", "立项资金下达前须至少有一笔预算。"),
            en("No budget", "A project is funded by at least one budget.")),
    COUNTY_MISMATCH(422, zh("县区不符", "一个县的资金只能用于本县的项目和欠款。"),
            en("County mismatch", "A county's money stays in that county's projects and obligations.")),
    DUPLICATE(409, zh("重复", "相同编码、文号或组合已登记。"),
            en("Duplicate", "The same code, document or pair is recorded.")),
    EARMARK_MISMATCH(422, zh("不符合专款用途", "项目用途不在资金来源的用途之内。"),
            en("Earmark mismatch", "The project's purpose is none of the source's.")),
    ENTRY_INCOMPLETE(409, zh("入库内容不全", "须填写建设任务、受益对象和带贫减贫机制。"),
            en("Entry incomplete", "Tasks, beneficiaries and benefit mechanism are asked for.")),
    FIELD_OF_ANOTHER_STEP(400, zh("字段不属于此步骤", "步骤{0}不接受此字段；未作任何更改。"),
            en("Field of another step", "The step {0} does not take this field; nothing was changed.")),
    FOUR_EYES(409, zh("须由另一人办理", "起草、提交、实施者不能审批或验收自己的事项。"),
            en("Another person is needed",
                    "Nobody approves or accepts what he himself drew up, submitted or carried out.")),
    INSUFFICIENT_FUNDS(409, zh("资金不足", "超过账户可用余额；请查询余额，或取得追加文件。"),
            en("Insufficient funds",
                    "More than the account has available; read its balance, or get a further document.")),
    LINES_DO_NOT_ADD_UP(409, zh("明细合计不符", "支付明细合计须等于拨付金额。"),
            en("Lines do not add up", "The payee lines must add up to the order's amount.")),
    MONEY_LEFT(409, zh("资金未结清", "项目尚有余额或预留，须先支付或收回。"),
            en("Money left", "The project still holds money; pay it or give it back first.")),
    NOTICE_OPEN(409, zh("公示期未满", "公示未到期，不能通过。"),
            en("Notice still open", "The notice has not run its days.")),
    NOTICE_OVERLAPS(409, zh("公示重叠", "同类同级的公示在此期间已存在。"),
            en("Notice overlaps", "A notice of this kind and level runs in these days already.")),
    NOTICE_REQUIRED(409, zh("缺少公示", "该步骤须先有已通过的公示：{0}。"),
            en("Notice required", "A passed notice is needed before this step: {0}.")),
    NOTICE_TOO_SHORT(422, zh("公示天数不足", "公示不得少于当日规则规定的天数（首日不计）。"),
            en("Notice too short",
                    "The notice lasts at least the days of the rule in force; its first day is not counted.")),
    NOT_REVERSIBLE(409, zh("不能冲销", "该凭证是冲销凭证或已冲销，或其明细已退回。"),
            en("Not reversible", "The journal is a reversal, or was reversed, or a line of it has moved on.")),
    NO_OBJECTION_UPHELD(409, zh("没有成立的异议", "须先登记异议，并认定异议成立。"),
            en("No objection upheld", "An objection is recorded and upheld first.")),
    OBJECTION_OPEN(409, zh("异议未处理", "有未处理的异议，公示不能通过。"),
            en("Objection open", "A notice with an open objection cannot pass.")),
    OBJECTION_UPHELD(409, zh("异议成立", "有异议成立，公示不能通过，请按异议成立结束公示。"),
            en("Objection upheld", "An objection holds, so the notice cannot pass; take it down as upheld.")),
    ORDER_NOT_SENT(409, zh("拨付单未发送", "只有已发送银行的拨付单可以入账。"),
            en("Order not sent", "Only an order that was sent to the bank is paid.")),
    OVER_SETTLED(409, zh("超过应付金额", "支付将超过该项欠款的应付金额。"),
            en("Over-settled", "The payments would exceed what the obligation owes.")),
    PAYEE_TWICE(409, zh("收款人重复", "同一收款人在一张拨付单中只能出现一次。"),
            en("Payee twice", "A payee occurs once in an order.")),
    PERFORMANCE_TARGET_MISSING(409, zh("缺少绩效目标", "没有绩效目标的项目不得入库。"),
            en("Performance target missing", "A project without a performance target does not enter the library.")),
    PERIOD_REVERSED(422, zh("起止日期颠倒", "结束日期不得早于开始日期。"),
            en("Period reversed", "A period does not end before it begins.")),
    POSTING_KEY_REUSED(422, zh("记账标识已用于其他内容", "同一业务事实不能以不同内容再次入账。"),
            en("Posting key reused", "The same fact was posted with other content.")),
    PROJECT_NOT_PAYABLE(409, zh("项目当前不能用款",
            "未下达资金、已暂停或已关闭的项目不能用款；未入库、已完工或已暂停的项目不能追加预算。"),
            en("Project takes no money",
                    "Nothing is paid for a project that is not yet funded, or is suspended or closed; no budget is added to one that is not in the library, or is completed or suspended.")),
    REASON_REQUIRED(422, zh("须说明理由", "该步骤须填写说明。"),
            en("Reason required", "This step needs a comment with the reason.")),
    REFUND_EXCEEDS_PAID(409, zh("退回超过已付", "退回金额不得超过已支付金额。"),
            en("Refund exceeds what was paid", "No more comes back than was paid.")),
    RESERVATION_EXCEEDED(409, zh("超过预留金额", "支付不得超过该拨付单预留的金额。"),
            en("Reservation exceeded", "No more is paid than was reserved for the order.")),
    RESUMES_ELSEWHERE(409, zh("恢复状态不符", "项目暂停前的状态为{0}。"),
            en("Resumes elsewhere", "The project was suspended in the state {0}.")),
    REVERSAL_REQUESTED(409, zh("已有冲销申请", "该凭证已有待确认的冲销申请。"),
            en("Reversal requested already", "A reversal of this journal waits for its confirmation.")),
    ROUTE_NOT_ALLOWED(422, zh("资金不能越级", "资金只能逐级下达，不能越级或改变上级。"),
            en("Route not allowed", "Money skips no level and changes no parent.")),
    SOURCE_NOT_PAYABLE(409, zh("资金来源不可用", "资金来源未生效、已冻结或已关闭。"),
            en("Source not payable", "The fund source is not active.")),
    STEP_OUT_OF_ORDER(409, zh("业务日期顺序有误", "业务日期不得晚于今天，也不得早于上一步。"),
            en("Step out of order", "The day is after today or before the step before it.")),
    TARGET_INCOMPLETE(422, zh("绩效目标不全", "目标的种类、指标、单位和目标值须同时填写，或都不填写。"),
            en("Target incomplete", "Kind, indicator, unit and value of a target are given together or not at all.")),
    TARGET_UNKNOWN(422, zh("没有该绩效目标", "完成值须对应项目的绩效目标，每个目标一次。"),
            en("No such target", "Each actual value belongs to a target of the project, and each target has one.")),
    TARGET_VALUES_MISSING(422, zh("缺少绩效目标完成值", "完工须填报每个绩效目标的完成值。"),
            en("Actual values missing", "A completed project states the actual value of every target.")),
    UNIT_MISSING(422, zh("缺少金额单位", "金额须注明单位：元、万元、亿元或分。"),
            en("Unit missing", "An amount states its unit: YUAN, WAN_YUAN, YI_YUAN or FEN."));

    private final Definition definition;

    ProjectProblems(int status, Text zh, Text en) {
        this.definition = new Definition(status, zh, en);
    }

    @Override
    public Definition definition() {
        return definition;
    }
}
