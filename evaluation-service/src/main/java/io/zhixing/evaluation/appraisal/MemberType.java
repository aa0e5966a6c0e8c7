package io.zhixing.evaluation.appraisal;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "RollMemberType", description = "党员类型 Type of a member on the day of reckoning")
public enum MemberType {
    @Label(zh = "正式党员", en = "Full member")
    FULL,
    @Label(zh = "预备党员", en = "Probationary member")
    PROBATIONARY
}
