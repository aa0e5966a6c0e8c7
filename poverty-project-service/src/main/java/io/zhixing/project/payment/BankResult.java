package io.zhixing.project.payment;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "银行结果 What the bank did with a line")
public enum BankResult {
    @Label(zh = "已支付", en = "Paid")
    PAID,
    @Label(zh = "失败", en = "Failed")
    FAILED,
    @Label(zh = "已退回", en = "Returned after having been paid")
    RETURNED
}
