package io.zhixing.organization.floating;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "流动状态 State of a floating member's record")
public enum FloatingState {
    @Label(zh = "已登记", en = "Registered")
    REGISTERED,
    @Label(zh = "流入地已确认", en = "Confirmed by the host")
    HOST_CONFIRMED,
    @Label(zh = "已结束", en = "Ended")
    ENDED
}
