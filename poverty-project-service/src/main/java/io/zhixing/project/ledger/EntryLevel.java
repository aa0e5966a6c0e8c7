package io.zhixing.project.ledger;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "资金层级 On which step of the chain money moved")
public enum EntryLevel {
    @Label(zh = "分配", en = "Allocation of a source")
    ALLOCATION,
    @Label(zh = "预算", en = "Budget of a project")
    BUDGET,
    @Label(zh = "支付", en = "Payment of a line")
    PAYMENT
}
