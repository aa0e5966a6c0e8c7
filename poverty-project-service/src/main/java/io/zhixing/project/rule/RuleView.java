package io.zhixing.project.rule;

import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Rule", description = "规则 A dated rule", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4d1","code":"NOTICE_MINIMUM_DAYS","appliesTo":"ENTRY_VILLAGE","threshold":10,"unit":"DAY",
         "severity":"ERROR","effectiveFrom":"2019-01-01","source":"Guidance of 2018 on announcing funds and projects, art. 4","certainty":"A"}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RuleView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "规则代码 Code of the rule", required = true) String code,
        @Schema(description = "适用对象 What it applies to", required = true) String appliesTo,
        @Schema(description = "数值 Value", required = true) long threshold,
        @Schema(description = "单位 Unit of the value", required = true) String unit,
        @Schema(description = "约束程度 Severity", required = true) Severity severity,
        @Schema(description = "生效日 First day on which it holds", required = true) LocalDate effectiveFrom,
        @Schema(description = "失效日 First day on which it no longer holds") LocalDate effectiveTo,
        @Schema(description = "依据 Source", required = true) String source,
        @Schema(description = "确定程度 Certainty of the source", required = true) Certainty certainty) {

    @Schema(name = "RuleSeverity", description = "约束程度 What breaking the rule means")
    enum Severity {
        @Label(zh = "拒绝", en = "Refused")
        ERROR,
        @Label(zh = "提示", en = "Warning")
        WARNING
    }

    @Schema(name = "RuleCertainty", description = "确定程度 How certain the source is")
    enum Certainty {
        @Label(zh = "已读原文", en = "Text read")
        A,
        @Label(zh = "多方一致", en = "Several sources agree")
        B,
        @Label(zh = "地方做法或未核实", en = "Local practice or unverified")
        C
    }
}
