package io.zhixing.organization.member;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "党籍状态 Status of a member")
public enum MemberStatus {
    @Label(zh = "正常", en = "Active")
    ACTIVE,
    @Label(zh = "停止党籍", en = "Suspended")
    SUSPENDED,
    @Label(zh = "转出", en = "Transferred out")
    TRANSFERRED_OUT,
    @Label(zh = "退党", en = "Withdrawn")
    WITHDRAWN,
    @Label(zh = "除名", en = "Removed")
    REMOVED,
    @Label(zh = "开除", en = "Expelled")
    EXPELLED,
    @Label(zh = "取消预备资格", en = "Probation cancelled")
    PROBATION_CANCELLED,
    @Label(zh = "死亡", en = "Deceased")
    DECEASED
}
