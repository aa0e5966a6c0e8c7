package io.zhixing.platform.figures;

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
    public enum Tree {
        TODAY, ON_DAY
    }
}
