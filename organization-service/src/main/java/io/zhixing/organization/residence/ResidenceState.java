package io.zhixing.organization.residence;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "报到状态 State of a registration at the residence")
public enum ResidenceState {
    @Label(zh = "已报到", en = "Registered")
    REGISTERED,
    @Label(zh = "居住地已确认", en = "Confirmed at the residence")
    CONFIRMED,
    @Label(zh = "已结束", en = "Ended")
    ENDED
}
