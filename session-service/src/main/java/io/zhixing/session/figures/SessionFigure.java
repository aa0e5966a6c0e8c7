package io.zhixing.session.figures;

import io.zhixing.platform.figures.FigureDefinition;

/** The figures of this service; a code is never reused with another meaning. */
enum SessionFigure {

    SESSION_COUNT("集中学习次数", "Collective study sessions", "SESSION",
            "类型或内容为集中学习、已登记的活动数，按主办组织和活动开始当日统计",
            "Recorded sessions whose type or content is collective study, by host and by the day they began"),
    SECRETARY_LECTURE_COUNT(
            "书记讲党课次数", "Lectures by secretaries", "LECTURE",
            "授课人当日任某组织书记的授课数，按主办组织统计",
            "Lectures whose lecturer held a secretary's post on the day, by host"),
    ATTENDANCE_RATE("出勤率",
            "Attendance rate", "PERCENT",
            "出席人次除以应到人次（不含免予参加）；列席和待名册确认者不计",
            "Present over due without exempt; guests and attendees not yet in the directory are in neither");

    private final FigureDefinition definition;

    SessionFigure(String labelZh, String labelEn, String unit, String definitionZh, String definitionEn) {
        this.definition = new FigureDefinition(labelZh, labelEn, unit, FigureDefinition.Tree.TODAY, definitionZh,
                definitionEn, null);
    }

    FigureDefinition definition() {
        return definition;
    }
}
