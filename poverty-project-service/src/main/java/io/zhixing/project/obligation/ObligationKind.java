package io.zhixing.project.obligation;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "欠款种类 Kind of an obligation")
public enum ObligationKind {
    @Label(zh = "拖欠征地补偿款", en = "Arrears of land compensation")
    LAND_COMPENSATION_ARREARS,
    @Label(zh = "滞留养老保障资金", en = "Retained pension money of land-expropriated farmers")
    LAND_PENSION_RETAINED
}
