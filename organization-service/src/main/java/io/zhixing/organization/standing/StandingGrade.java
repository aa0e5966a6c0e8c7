package io.zhixing.organization.standing;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "评议等次 Grade of an appraisal")
public enum StandingGrade {
    @Label(zh = "优秀", en = "Excellent")
    EXCELLENT,
    @Label(zh = "合格", en = "Qualified")
    QUALIFIED,
    @Label(zh = "基本合格", en = "Basically qualified")
    BASICALLY_QUALIFIED,
    @Label(zh = "不合格", en = "Unqualified")
    UNQUALIFIED
}
