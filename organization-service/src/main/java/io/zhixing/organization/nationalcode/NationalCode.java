package io.zhixing.organization.nationalcode;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "NationalCode", description = "国家标准代码 A code of a national standard", examples = """
        {"list":"ETHNICITY","code":"03","nameZh":"回族","nameEn":"Hui","standard":"GB/T 3304-1991","certainty":"B"}""")
record NationalCode(
        @Schema(description = "代码表 List", required = true) CodeList list,
        @Schema(description = "代码 Code", required = true) String code,
        @Schema(description = "中文名称 Chinese name", required = true) String nameZh,
        @Schema(description = "英文名称 English name", required = true) String nameEn,
        @Schema(description = "标准 Standard", required = true) String standard,
        @Schema(description = "确定程度：A原文，B多方一致，C实践 Certainty: A read, B several texts agree, C practice", required = true) String certainty) {}
