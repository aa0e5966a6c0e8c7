package io.zhixing.organization.standing;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "未评定原因 Why a member of the roll has no grade")
public enum UngradedReason {
    @Label(zh = "预备党员", en = "Probationary member")
    PROBATIONARY,
    @Label(zh = "停止党籍或停止权利", en = "Membership or rights suspended")
    SUSPENDED,
    @Label(zh = "失去联系", en = "Lost contact")
    LOST_CONTACT,
    @Label(zh = "出国出境", en = "Abroad")
    ABROAD,
    @Label(zh = "已离开名册", en = "No longer on the roll")
    LEFT_ROLL,
    @Label(zh = "去世", en = "Deceased")
    DECEASED,
    @Label(zh = "在他处评议", en = "Appraised elsewhere")
    APPRAISED_ELSEWHERE,
    @Label(zh = "未参加评议", en = "Not appraised, for a reason in words")
    NOT_APPRAISED
}
