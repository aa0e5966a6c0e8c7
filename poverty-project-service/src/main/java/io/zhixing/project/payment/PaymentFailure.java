package io.zhixing.project.payment;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "支付失败原因 Why the bank did not pay")
public enum PaymentFailure {
    @Label(zh = "账户不存在", en = "No such account")
    NO_ACCOUNT,
    @Label(zh = "银行拒绝", en = "Refused by the bank")
    REFUSED,
    @Label(zh = "其他", en = "Other")
    OTHER
}
