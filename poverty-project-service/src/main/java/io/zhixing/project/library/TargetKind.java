package io.zhixing.project.library;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "绩效目标种类 Kind of a performance target")
public enum TargetKind {
    @Label(zh = "数量", en = "Quantity")
    QUANTITY,
    @Label(zh = "质量", en = "Quality")
    QUALITY,
    @Label(zh = "时效", en = "Timeliness")
    TIMELINESS,
    @Label(zh = "成本", en = "Cost")
    COST,
    @Label(zh = "经济效益", en = "Economic benefit")
    ECONOMIC,
    @Label(zh = "社会效益", en = "Social benefit")
    SOCIAL,
    @Label(zh = "生态效益", en = "Ecological benefit")
    ECOLOGICAL,
    @Label(zh = "可持续影响", en = "Sustainability")
    SUSTAINABILITY,
    @Label(zh = "满意度", en = "Satisfaction")
    SATISFACTION
}
