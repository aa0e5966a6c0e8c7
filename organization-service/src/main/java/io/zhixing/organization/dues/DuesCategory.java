package io.zhixing.organization.dues;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "党费类别 Category of a member for dues")
public enum DuesCategory {
    @Label(zh = "在职", en = "Employed")
    EMPLOYED,
    @Label(zh = "离退休", en = "Retired")
    RETIRED,
    @Label(zh = "农民", en = "Farmer")
    FARMER,
    @Label(zh = "学生", en = "Student")
    STUDENT,
    @Label(zh = "无业", en = "Unemployed")
    UNEMPLOYED,
    @Label(zh = "享受救济", en = "On relief")
    RELIEF_RECIPIENT
}
