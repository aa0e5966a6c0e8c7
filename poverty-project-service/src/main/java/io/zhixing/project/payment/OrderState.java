package io.zhixing.project.payment;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "DisbursementState", description = "拨付状态 State of a disbursement")
public enum OrderState {
    @Label(zh = "草稿", en = "Draft")
    DRAFT,
    @Label(zh = "已提交", en = "Submitted")
    SUBMITTED,
    @Label(zh = "已批准", en = "Approved")
    APPROVED,
    @Label(zh = "已发送银行", en = "Sent to the bank")
    SENT,
    @Label(zh = "已支付", en = "Paid")
    PAID,
    @Label(zh = "部分退回", en = "Partly returned")
    PARTLY_RETURNED,
    @Label(zh = "已退回", en = "Rejected")
    REJECTED,
    @Label(zh = "已取消", en = "Cancelled")
    CANCELLED
}
