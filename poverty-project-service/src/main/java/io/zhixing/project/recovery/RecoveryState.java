package io.zhixing.project.recovery;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "收回状态 State of a recovery")
public enum RecoveryState {
    @Label(zh = "已提出", en = "Proposed")
    PROPOSED,
    @Label(zh = "已确认", en = "Confirmed")
    CONFIRMED,
    @Label(zh = "已收回", en = "Executed")
    EXECUTED,
    @Label(zh = "部分冲销", en = "Reversed in part")
    PARTLY_REVERSED,
    @Label(zh = "已冲销", en = "Reversed")
    REVERSED,
    @Label(zh = "不予收回", en = "Dismissed")
    DISMISSED
}
