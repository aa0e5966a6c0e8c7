package io.zhixing.organization.election;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "选举状态 State of an election")
public enum ElectionState {
    @Label(zh = "已申请", en = "Applied for")
    APPLIED,
    @Label(zh = "已批准", en = "Approved")
    APPROVED,
    @Label(zh = "已退回", en = "Returned")
    RETURNED,
    @Label(zh = "已选出", en = "Held")
    ELECTED,
    @Label(zh = "已批复", en = "Confirmed")
    CONFIRMED,
    @Label(zh = "已作废", en = "Voided")
    VOIDED
}
