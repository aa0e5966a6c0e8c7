package io.zhixing.organization.structure;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "组织状态 State of an organization")
public enum OrganizationState {
    @Label(zh = "筹建", en = "In preparation")
    PREPARING,
    @Label(zh = "运行", en = "Active")
    ACTIVE,
    @Label(zh = "已撤销", en = "Dissolved")
    DISSOLVED,
    @Label(zh = "已合并", en = "Merged")
    MERGED
}
