package io.zhixing.platform.figures;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a figure means. A service lists its figures in one enum; a code is never reused with another meaning.
 *
 * @param tree by which tree it is summed
 * @param ruleSet the dated rule set that judged it; null where no rule does
 */
public record FigureDefinition(String labelZh, String labelEn, String unit, Tree tree, String definitionZh,
        String definitionEn,
        String ruleSet) {

    /** TODAY: by today's tree; ON_DAY: by the tree of the last day asked for. */
    @Schema(name = "FigureTree", description = "组织树 Tree of organizations by which a figure is summed")
    public enum Tree {
        @Label(zh = "今日组织树", en = "Today's tree")
        TODAY,
        @Label(zh = "当日组织树", en = "The tree of the last day asked for")
        ON_DAY
    }
}
