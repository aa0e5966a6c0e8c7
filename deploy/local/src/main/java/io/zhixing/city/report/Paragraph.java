package io.zhixing.city.report;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A paragraph of the report: a sentence in each language with {@code {CODE}} for each figure, and the figures in order. */
record Paragraph(String zh, String en, List<String> codes) {

    private static final Pattern PLACE = Pattern.compile("\\{([A-Z_]+)}");

    /** The paragraphs of the campaign report, after the subjects of the article. */
    static final List<Paragraph> ALL = List.of(
            new Paragraph("全市{ORG_COUNT}个基层党组织、{MEMBER_COUNT}名党员参加学习教育。",
                    "{ORG_COUNT} primary Party organizations with {MEMBER_COUNT} members took part.",
                    List.of("ORG_COUNT", "MEMBER_COUNT")),
            new Paragraph("集中学习{SESSION_COUNT}场次，书记讲党课{SECRETARY_LECTURE_COUNT}场，到会率{ATTENDANCE_RATE}。",
                    "Collective study sessions: {SESSION_COUNT}; lectures by secretaries: {SECRETARY_LECTURE_COUNT}; attendance: {ATTENDANCE_RATE}.",
                    List.of("SESSION_COUNT", "SECRETARY_LECTURE_COUNT", "ATTENDANCE_RATE")),
            new Paragraph(
                    "市委中心组学习{CENTRAL_GROUP_ISSUE_COUNT}期，书记主持常委会专题研究{STANDING_COMMITTEE_TOPIC_COUNT}次，到基层调研{LEADER_FIELD_VISIT_COUNT}次。",
                    "City committee: {CENTRAL_GROUP_ISSUE_COUNT} study group issues, {STANDING_COMMITTEE_TOPIC_COUNT} standing committee topics, {LEADER_FIELD_VISIT_COUNT} field visits by its secretary.",
                    List.of("CENTRAL_GROUP_ISSUE_COUNT", "STANDING_COMMITTEE_TOPIC_COUNT", "LEADER_FIELD_VISIT_COUNT",
                            "COUNTY_STANDING_COMMITTEE_TOPIC_RATE")),
            new Paragraph("支部、党小组经常性学习的达标情况：", "How many branches and groups met the requirements of regular study:",
                    List.of("BRANCH_TOPIC_DISCUSSION_RATE", "GROUP_MONTHLY_STUDY_RATE", "THEMED_DAY_RATE")),
            new Paragraph(
                    "{TOUR_SPEAKER_COUNT}人的宣讲团巡讲{TOUR_STOP_COUNT}场；{EXAM_MEMBER_COUNT}名党员参加考学；举办竞赛{CONTEST_COUNT}项。",
                    "A lecture tour of {TOUR_SPEAKER_COUNT} speakers made {TOUR_STOP_COUNT} stops; {EXAM_MEMBER_COUNT} members took the examination; {CONTEST_COUNT} contests were held.",
                    List.of("TOUR_SPEAKER_COUNT", "TOUR_STOP_COUNT", "TOUR_REACH_ATTENDANCES", "TOUR_REACH_MEMBERS",
                            "EXAM_MEMBER_COUNT", "CONTEST_COUNT")),
            new Paragraph("七项重点任务完成{KEY_TASK_COMPLETED_COUNT}项，分领域指导覆盖{SECTOR_GUIDANCE_COUNT}个领域。",
                    "Key tasks completed: {KEY_TASK_COMPLETED_COUNT}; sectors with guidance: {SECTOR_GUIDANCE_COUNT}.",
                    List.of("KEY_TASK_COMPLETED_COUNT", "SECTOR_GUIDANCE_COUNT")),
            new Paragraph("督导督查与问题通报：", "Supervision and circulars:",
                    List.of("REGULAR_VISIT_WEEKDAY", "SUPERVISION_ROUND_RATE", "FINDING_CIRCULATED_COUNT")),
            new Paragraph(
                    "民主评议{APPRAISAL_GRADED_COUNT}名党员，合格以上{QUALIFIED_OR_ABOVE_COUNT}名，占{QUALIFIED_OR_ABOVE_RATE}。",
                    "Democratic appraisal: {APPRAISAL_GRADED_COUNT} members graded, {QUALIFIED_OR_ABOVE_COUNT} qualified or above, {QUALIFIED_OR_ABOVE_RATE}.",
                    List.of("APPRAISAL_GRADED_COUNT", "QUALIFIED_OR_ABOVE_COUNT", "QUALIFIED_OR_ABOVE_RATE")),
            new Paragraph("软弱涣散村(社区)党组织{WEAK_ORG_CASE_COUNT}个，整顿达标{WEAK_ORG_ACCEPTED_COUNT}个。",
                    "Weak and lax village organizations: {WEAK_ORG_CASE_COUNT}; accepted after rectification: {WEAK_ORG_ACCEPTED_COUNT}.",
                    List.of("WEAK_ORG_CASE_COUNT", "WEAK_ORG_ACCEPTED_COUNT")),
            new Paragraph("帮扶项目{PROJECT_COUNT}个，累计投入{PROJECT_INVESTED}。",
                    "Assistance projects: {PROJECT_COUNT}, with {PROJECT_INVESTED} invested.",
                    List.of("SPECIAL_FUND_ALLOCATED", "PROJECT_INVESTED", "PROJECT_COUNT",
                            "PENSION_RETAINED_DISTRIBUTED", "COMPENSATION_ARREARS_SETTLED", "RESERVED_LAND_AREA",
                            "REHOUSED_RESIDENT_COUNT", "PLATFORM_COUNTY_COUNT", "PLATFORM_VILLAGE_COUNT")));

    String zh(Function<String, String> value) {
        return filled(zh, value);
    }

    String en(Function<String, String> value) {
        return filled(en, value);
    }

    private static String filled(String sentence, Function<String, String> value) {
        return PLACE.matcher(sentence).replaceAll(place -> value.apply(place.group(1)).replace("$", "\\$"));
    }
}
