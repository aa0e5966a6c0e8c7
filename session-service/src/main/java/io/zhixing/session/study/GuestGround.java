package io.zhixing.session.study;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a member of another organization took part. */
@Schema(description = "列席依据 Ground of a guest")
public enum GuestGround {
    @Label(zh = "流动", en = "Floating member")
    FLOATING,
    @Label(zh = "居住", en = "By residence")
    RESIDENCE,
    @Label(zh = "职务", en = "By post")
    POST,
    @Label(zh = "宣讲", en = "Lecture tour")
    TOUR,
    @Label(zh = "联合活动", en = "Joint session")
    JOINT
}
