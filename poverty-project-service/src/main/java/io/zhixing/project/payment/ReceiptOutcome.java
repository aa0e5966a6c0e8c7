package io.zhixing.project.payment;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "回单处理结果 What became of a line of a bank file")
public enum ReceiptOutcome {
    @Label(zh = "已入账", en = "Posted")
    POSTED,
    @Label(zh = "已记失败", en = "Recorded as failed")
    FAILED,
    @Label(zh = "已记退回", en = "Recorded as returned")
    RETURNED,
    @Label(zh = "退回待处理", en = "Returned after the budget was closed; waits for two persons")
    UNALLOCATED,
    @Label(zh = "重复，未再入账", en = "Known already; nothing moved")
    DUPLICATE,
    @Label(zh = "无此明细", en = "No such line for the caller")
    UNKNOWN_LINE,
    @Label(zh = "拒绝，见代码", en = "Refused, see the code; the line moved nothing")
    REFUSED
}
