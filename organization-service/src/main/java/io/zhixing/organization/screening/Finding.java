package io.zhixing.organization.screening;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ScreeningFinding", description = "排查结果 What was found of a member")
public enum Finding {
    @Label(zh = "正常", en = "Normal")
    NORMAL,
    @Label(zh = "失联", en = "Out of contact")
    LOST_CONTACT,
    @Label(zh = "口袋党员", en = "Holds the letter, never registered")
    POCKET,
    @Label(zh = "空挂", en = "Relation here, life elsewhere")
    NOMINAL,
    @Label(zh = "流动", en = "Floating")
    FLOATING,
    @Label(zh = "身份信息有误", en = "Identity data wrong")
    IDENTITY_DATA_WRONG,
    @Label(zh = "不在册", en = "Not on the roll")
    NOT_ON_ROLL
}
