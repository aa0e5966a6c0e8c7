package io.zhixing.project.ledger;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "凭证种类 Kind of a journal")
public enum JournalKind {
    @Label(zh = "资金到位", en = "Appropriation of a source")
    APPROPRIATE,
    @Label(zh = "分配", en = "Allocation to a county")
    ALLOCATE,
    @Label(zh = "预算", en = "Budget of a project")
    BUDGET,
    @Label(zh = "支付", en = "Payment by the bank")
    PAY,
    @Label(zh = "退回", en = "Return by the bank")
    REFUND,
    @Label(zh = "收回", en = "Clawback to the level above")
    CLAWBACK,
    @Label(zh = "上缴财政", en = "Return to the treasury")
    RETURN_TO_TREASURY,
    @Label(zh = "冲销", en = "Reversal of a journal")
    REVERSAL
}
