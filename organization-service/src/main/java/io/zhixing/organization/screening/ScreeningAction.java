package io.zhixing.organization.screening;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "处理措施 What is to be done about a finding")
public enum ScreeningAction {
    @Label(zh = "确认", en = "Confirm")
    CONFIRM,
    @Label(zh = "恢复联系", en = "Restore contact")
    RESTORE_CONTACT,
    @Label(zh = "转移组织关系", en = "Transfer")
    TRANSFER,
    @Label(zh = "登记流动党员", en = "Register as floating")
    REGISTER_FLOATING,
    @Label(zh = "停止党籍", en = "Suspend")
    SUSPEND,
    @Label(zh = "更正资料", en = "Correct data")
    CORRECT
}
