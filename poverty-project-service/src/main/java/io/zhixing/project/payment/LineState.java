package io.zhixing.project.payment;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PaymentState", description = "支付明细状态 State of a payee line")
public enum LineState {
    @Label(zh = "待支付", en = "Pending")
    PENDING,
    @Label(zh = "已支付", en = "Paid")
    PAID,
    @Label(zh = "失败", en = "Failed")
    FAILED,
    @Label(zh = "已退回", en = "Returned")
    RETURNED,
    @Label(zh = "已冲销", en = "Reversed")
    REVERSED
}
