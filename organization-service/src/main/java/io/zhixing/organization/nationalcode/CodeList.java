package io.zhixing.organization.nationalcode;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "NationalCodeList", description = "代码表 A list of national codes")
public enum CodeList {
    @Label(zh = "性别", en = "Sex")
    SEX,
    @Label(zh = "民族", en = "Ethnicity")
    ETHNICITY
}
