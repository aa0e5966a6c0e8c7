package io.zhixing.organization.workitem;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "WorkKind", description = "待办种类 What there is to do")
public enum WorkKind {
    @Label(zh = "党组织待启用", en = "An organization to activate")
    ORGANIZATION_PREPARING,
    @Label(zh = "届期将满或届满未换届", en = "A term that ends or has ended")
    TERM_ENDING,
    @Label(zh = "换届选举待批准", en = "An election to approve")
    ELECTION_TO_APPROVE,
    @Label(zh = "换届选举待举行", en = "An election to hold")
    ELECTION_TO_HOLD,
    @Label(zh = "选举结果待批复", en = "A result to confirm")
    ELECTION_TO_CONFIRM,
    @Label(zh = "组织关系转移待同意", en = "A transfer to approve")
    TRANSFER_TO_APPROVE,
    @Label(zh = "组织关系转移待接收", en = "A transfer to receive")
    TRANSFER_TO_RECEIVE,
    @Label(zh = "介绍信即将过期", en = "A letter that runs out")
    LETTER_ENDING,
    @Label(zh = "流动党员待流入地确认", en = "A floating member to confirm")
    FLOATING_TO_CONFIRM,
    @Label(zh = "流动党员待联系", en = "A floating member to contact")
    FLOATING_CONTACT_DUE,
    @Label(zh = "居住地报到待确认", en = "A residence to confirm")
    RESIDENCE_TO_CONFIRM,
    @Label(zh = "排查表待自查", en = "A screening sheet to check")
    SCREENING_TO_CHECK,
    @Label(zh = "排查表待审核", en = "A screening sheet to review")
    SCREENING_TO_REVIEW,
    @Label(zh = "集中排查待结束", en = "A screening to close")
    SCREENING_TO_CLOSE,
    @Label(zh = "排查问题待处理", en = "Findings of a screening to act on")
    SCREENING_ACTION_OPEN,
    @Label(zh = "党员欠交党费", en = "Members in arrears with dues")
    DUES_ARREARS,
    @Label(zh = "党费减免待批准", en = "A reduction of dues to decide")
    REDUCTION_TO_DECIDE,
    @Label(zh = "限期改正即将期满", en = "A correction period that ends")
    CORRECTION_PERIOD_ENDING,
    @Label(zh = "重点任务待上报", en = "A key task to report")
    KEY_TASK_TO_REPORT,
    @Label(zh = "重点任务待确认", en = "A report of a key task to confirm")
    KEY_TASK_TO_CONFIRM,
    @Label(zh = "活动文件待签收", en = "A document to acknowledge")
    DOCUMENT_TO_ACKNOWLEDGE
}
