package io.zhixing.platform.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Figure", description = "一项数据 One figure, counted from records")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Figure(
        @Schema(description = "代码 Stable code", required = true, pattern = "^[A-Z][A-Z0-9_]*$") String code,
        @Schema(description = "中文名称 Chinese label", required = true) String labelZh,
        @Schema(description = "英文名称 English label", required = true) String labelEn,
        @Schema(description = "值 Value as decimal text; absent where a rate has no denominator") String value,
        @Schema(description = "单位 Unit", required = true) String unit,
        @Schema(description = "分子 Numerator of a rate") Long numerator,
        @Schema(description = "分母 Denominator of a rate") Long denominator,
        @Schema(description = "所用组织树 Tree by which it is summed", required = true) FigureDefinition.Tree tree,
        @Schema(description = "中文定义 Definition in Chinese", required = true) String definitionZh,
        @Schema(description = "英文定义 Definition in English", required = true) String definitionEn,
        @Schema(description = "规则集 Dated rule set that judged it") String ruleSet,
        @Schema(description = "所依据的记录 Address of the records behind it; with count=true their total equals the value, or the numerator", required = true) String records) {

    public static Figure count(String code, FigureDefinition definition, long value, String records) {
        return of(code, definition, String.valueOf(value), null, null, records);
    }

    public static Figure rate(String code, FigureDefinition definition, long numerator, long denominator,
            String records) {
        return of(code, definition, Rate.percent(numerator, denominator), numerator, denominator, records);
    }

    private static Figure of(String code, FigureDefinition definition, String value, Long numerator, Long denominator,
            String records) {
        return new Figure(code, definition.labelZh(), definition.labelEn(), value, definition.unit(), numerator,
                denominator,
                definition.tree(), definition.definitionZh(), definition.definitionEn(), definition.ruleSet(), records);
    }
}
