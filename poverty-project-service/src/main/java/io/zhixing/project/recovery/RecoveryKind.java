package io.zhixing.project.recovery;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "收回原因 Why money is taken back")
public enum RecoveryKind {
    @Label(zh = "结余资金", en = "Surplus that is not needed")
    SURPLUS,
    @Label(zh = "闲置资金", en = "Idle money")
    IDLE,
    @Label(zh = "违规使用资金", en = "Misused money")
    MISUSE
}
