package io.zhixing.organization.member;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a member need not attend. Source: 中国共产党支部工作条例（试行）, 2018, art. 23 (old, ill or disabled). */
@Schema(description = "免于参加的原因 Why a member need not attend")
public enum ExemptReason {
    @Label(zh = "年老体弱", en = "Old age")
    OLD_AGE,
    @Label(zh = "长期患病", en = "Illness")
    ILLNESS,
    @Label(zh = "残疾", en = "Disability")
    DISABILITY,
    @Label(zh = "其他", en = "Other")
    OTHER
}
