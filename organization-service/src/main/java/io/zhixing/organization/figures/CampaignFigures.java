package io.zhixing.organization.figures;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.organization.document.GuidanceSectors;
import io.zhixing.organization.keytask.KeyTaskCompletion;
import io.zhixing.platform.figures.Figure;
import io.zhixing.platform.figures.FigureDefinition;
import io.zhixing.platform.figures.FiguresQuery;

/** What of its campaigns an organization has completed, and for which sectors it is guided. */
@ApplicationScoped
class CampaignFigures {

    private static final FigureDefinition KEY_TASKS = new FigureDefinition("重点任务完成数", "Key tasks completed", "TASK",
            FigureDefinition.Tree.TODAY,
            "期间内进行的活动中由该组织承担的重点任务，至期末日已由上级（最高组织由另一人）确认的项数；分母为承担的全部任务。",
            "Of the key tasks of campaigns in the period that oblige the organization, those confirmed by the last day by its superior,"
                    + " at the root by another person; the denominator is all of them.",
            null);

    private static final FigureDefinition GUIDANCE = new FigureDefinition("分领域指导意见覆盖领域数",
            "Sectors with a guidance document", "SECTOR", FigureDefinition.Tree.TODAY,
            "期末日有本组织或其上级印发、正在施行的分领域指导意见的领域数。",
            "Sectors for which guidance that the organization, or one above it, has issued is in force on the last day.",
            null);

    private final KeyTaskCompletion completion;
    private final GuidanceSectors guidance;

    CampaignFigures(KeyTaskCompletion completion, GuidanceSectors guidance) {
        this.completion = completion;
        this.guidance = guidance;
    }

    List<Figure> of(FiguresQuery query) {
        var organization = "organization=" + query.organization().id();
        var known = query.asOf() == null ? "" : "&asOf=" + query.asOf();
        var completed = completion.of(query.organization().id(), query.from(), query.to(), query.knownUntil());
        return List.of(
                part("KEY_TASK_COMPLETED_COUNT", KEY_TASKS, completed,
                        "/organization/v1/key-task-progress?" + organization
                                + "&directOnly=true&state=CONFIRMED&confirmedTo=" + query.to() + "&campaignFrom="
                                + query.from() + "&campaignTo=" + query.to() + known),
                Figure.count("SECTOR_GUIDANCE_COUNT", GUIDANCE,
                        guidance.count(query.organization().path(), query.to(), query.knownUntil()),
                        "/organization/v1/guidance-sectors?" + organization + "&inForceOn=" + query.to() + known));
    }

    /** A count of a whole: its value is the numerator. */
    private static Figure part(String code, FigureDefinition definition, KeyTaskCompletion.Completed completed,
            String records) {
        return new Figure(code, definition.labelZh(), definition.labelEn(), String.valueOf(completed.confirmed()),
                definition.unit(), completed.confirmed(), completed.set(), definition.tree(),
                definition.definitionZh(), definition.definitionEn(), definition.ruleSet(), records);
    }
}
