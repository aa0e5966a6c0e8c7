package io.zhixing.organization.screening;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "排查状态 State of a screening")
public enum ScreeningState {
    @Label(zh = "进行中", en = "Open")
    OPEN,
    @Label(zh = "已结束", en = "Closed")
    CLOSED
}
