package io.zhixing.city.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The figures a sample city must give, counted from what was generated and from nothing a service answered. */
public final class Expectations {

    private Expectations() {}

    /** Value by figure code, written as the services write it: counts in digits, rates with two decimals. */
    public static Map<String, String> of(SampleCity city) {
        var figures = new LinkedHashMap<String, String>();
        figures.put("ORG_COUNT", text(city.organizations().stream().filter(one -> one.type().counted()).count()));
        figures.put("MEMBER_COUNT", text(city.members().stream().filter(one -> one.isOnRoll(Campaign.TO)).count()));
        figures.put("KEY_TASK_COMPLETED_COUNT", text(KeyTask.ALL.size()));
        figures.put("SECTOR_GUIDANCE_COUNT",
                text(Document.ALL.stream().map(Document::sector).filter(Objects::nonNull).distinct().count()));
        figures.put("SESSION_COUNT",
                text(city.sessions().stream().filter(Expectations::inPeriod).filter(Session::isCollectiveStudy)
                        .count()));
        figures.put("SECRETARY_LECTURE_COUNT", text(city.sessions().stream().filter(Expectations::inPeriod)
                .mapToLong(session -> bySecretaries(session, city.posts())).sum()));
        figures.put("ATTENDANCE_RATE", attendanceRate(city));
        appraised(city, figures);
        funded(city.funding(), figures);
        return figures;
    }

    private static void appraised(SampleCity city, Map<String, String> figures) {
        var grades = city.appraisals().stream().flatMap(one -> one.verdicts().stream()).map(Appraisal.Verdict::grade)
                .filter(Objects::nonNull).toList();
        long qualified = grades.stream().filter(Appraisal.Grade::isQualifiedOrAbove).count();
        figures.put("APPRAISAL_GRADED_COUNT", text(grades.size()));
        figures.put("QUALIFIED_OR_ABOVE_COUNT", text(qualified));
        figures.put("QUALIFIED_OR_ABOVE_RATE", percent(qualified, grades.size()));
    }

    private static void funded(Funding funding, Map<String, String> figures) {
        figures.put("SPECIAL_FUND_ALLOCATED", text(funding.allocations().stream()
                .filter(one -> one.source().category().equals("POVERTY_SPECIAL"))
                .mapToLong(Funding.Allocation::amountFen).sum()));
        var assistance = funding.projects().stream().filter(one -> one.category().equals("ASSISTANCE")).toList();
        figures.put("PROJECT_INVESTED", text(assistance.stream().mapToLong(Funding.Project::budgetFen).sum()));
        figures.put("PROJECT_COUNT", text(assistance.size()));
        figures.put("PENSION_RETAINED_DISTRIBUTED", settled(funding, "LAND_PENSION_RETAINED"));
        figures.put("COMPENSATION_ARREARS_SETTLED", settled(funding, "LAND_COMPENSATION_ARREARS"));
    }

    private static String settled(Funding funding, String kind) {
        return text(funding.obligations().stream().filter(one -> one.kind().equals(kind))
                .mapToLong(Funding.Obligation::dueFen).sum());
    }

    private static boolean inPeriod(Session session) {
        return !session.heldOn().isBefore(Campaign.FROM) && !session.heldOn().isAfter(Campaign.TO);
    }

    private static long bySecretaries(Session session, Posts posts) {
        return session.lectures().stream().filter(
                lecture -> lecture.lecturer() != null && posts.isSecretaryOn(lecture.lecturer(), session.heldOn()))
                .count();
    }

    /** Present over due without the exempt; guests are in neither. */
    private static String attendanceRate(SampleCity city) {
        long present = 0;
        long judged = 0;
        for (var session : city.sessions()) {
            for (var row : city.attendance().of(session)) {
                present += row.state() == Attendance.State.PRESENT ? 1 : 0;
                judged += row.state() == Attendance.State.EXEMPT || row.state() == Attendance.State.GUEST ? 0 : 1;
            }
        }
        return percent(present, judged);
    }

    private static String percent(long numerator, long denominator) {
        return BigDecimal.valueOf(numerator * 100).divide(BigDecimal.valueOf(denominator), 2, RoundingMode.HALF_UP)
                .toString();
    }

    private static String text(long count) {
        return Long.toString(count);
    }
}
