package io.zhixing.organization.member;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "党员类型 Type of a member")
public enum MemberType {
    @Label(zh = "正式党员", en = "Full member")
    FULL,
    @Label(zh = "预备党员", en = "Probationary member")
    PROBATIONARY
}
