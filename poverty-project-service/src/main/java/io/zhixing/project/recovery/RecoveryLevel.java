package io.zhixing.project.recovery;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "收回到哪一级 The level to which money goes back")
public enum RecoveryLevel {
    @Label(zh = "资金分配", en = "The allocation of the budget")
    ALLOCATION,
    @Label(zh = "资金来源", en = "The fund source")
    SOURCE,
    @Label(zh = "国库", en = "The treasury")
    TREASURY
}
