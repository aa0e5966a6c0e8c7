package io.zhixing.organization.screening;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ScreeningItemState", description = "排查项状态 State of an item")
public enum ItemState {
    @Label(zh = "未排查", en = "Unchecked")
    UNCHECKED,
    @Label(zh = "已确认", en = "Confirmed")
    CONFIRMED,
    @Label(zh = "待处理", en = "Reported")
    REPORTED,
    @Label(zh = "已处理", en = "Done")
    DONE,
    @Label(zh = "已移交", en = "Handed on")
    HANDED_ON
}
