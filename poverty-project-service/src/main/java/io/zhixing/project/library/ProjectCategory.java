package io.zhixing.project.library;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Only ASSISTANCE counts in the figures of projects. */
@Schema(description = "项目类别 Category of a project")
public enum ProjectCategory {
    @Label(zh = "帮扶", en = "Assistance")
    ASSISTANCE,
    @Label(zh = "清欠", en = "Settlement of obligations")
    OBLIGATION_SETTLEMENT,
    @Label(zh = "棚户区改造", en = "Shanty renewal")
    RENEWAL,
    @Label(zh = "断头路", en = "Road")
    ROAD,
    @Label(zh = "公共服务平台", en = "Service platform")
    PLATFORM,
    @Label(zh = "其他", en = "Other")
    OTHER
}
