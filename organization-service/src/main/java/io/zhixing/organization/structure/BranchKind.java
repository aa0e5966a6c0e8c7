package io.zhixing.organization.structure;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "支部类别 Kind of a branch")
public enum BranchKind {
    @Label(zh = "标准", en = "Standard")
    STANDARD,
    @Label(zh = "联合", en = "Joint")
    JOINT,
    @Label(zh = "临时", en = "Temporary")
    TEMPORARY,
    @Label(zh = "流动党员", en = "Floating members")
    FLOATING_MEMBERS
}
