package io.zhixing.project.figures;

import io.zhixing.platform.figures.FigureDefinition;

/** The figures of this service; a code is never reused with another meaning. */
enum ProjectFigure {

    SPECIAL_FUND_ALLOCATED("安排脱贫专项资金", "Poverty-alleviation special funds allocated", "CNY_FEN",
            "扶贫专项类来源的分配减去收回，按接收组织和业务日期统计",
            "Allocations of sources of category POVERTY_SPECIAL less clawbacks, by receiving organization and business day"),
    PROJECT_INVESTED("累计投入帮扶项目资金", "Invested in assistance projects", "CNY_FEN",
            "帮扶类项目的预算减去收回，包括各类来源，按项目所在组织和业务日期统计",
            "Budgets of projects of category ASSISTANCE less clawbacks, from all sources, by territorial organization and business day"),
    PROJECT_COUNT("帮扶项目数", "Assistance projects", "PROJECT",
            "期间净投入大于零的帮扶类项目数",
            "Projects of category ASSISTANCE with net investment above zero in the period"),
    PENSION_RETAINED_DISTRIBUTED(
            "滞留养老保障资金分配", "Retained pension money distributed", "CNY_FEN",
            "清偿滞留养老保障资金的支付减去退回，按欠款所属组织和业务日期统计",
            "Payments that settle retained pension money less refunds, by the obligation's organization and business day"),
    COMPENSATION_ARREARS_SETTLED("清偿拖欠征地补偿款", "Arrears of land compensation settled", "CNY_FEN",
            "清偿拖欠征地补偿款的支付减去退回，按欠款所属组织和业务日期统计",
            "Payments that settle arrears of land compensation less refunds, by the obligation's organization and business day");

    private final FigureDefinition definition;

    ProjectFigure(String labelZh, String labelEn, String unit, String definitionZh, String definitionEn) {
        this.definition = new FigureDefinition(labelZh, labelEn, unit, FigureDefinition.Tree.TODAY, definitionZh,
                definitionEn, null);
    }

    FigureDefinition definition() {
        return definition;
    }
}
