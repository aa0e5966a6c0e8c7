package io.zhixing.city.sample;

import java.time.LocalDate;
import java.util.List;

/**
 * One of the seven key tasks (重点任务) of the campaign, taken by every committee from the towns up to the city.
 *
 * @param evidence what shows that it is done: counted from the register, or {@code STATED} in words
 * @param reportedOn day on which the towns' committees report; those above follow some days later
 */
public record KeyTask(int number, String title, String evidence, LocalDate reportedOn, LocalDate deadline) {

    private static final LocalDate STARTED = LocalDate.of(2016, 3, 10);
    private static final int DAYS_A_LEVEL = 4;

    /** Types of organizations that the tasks oblige. */
    public static final List<Organization.Type> OBLIGED = List.of(Organization.Type.LOCAL_COMMITTEE,
            Organization.Type.WORKING_COMMITTEE, Organization.Type.PRIMARY_COMMITTEE);

    public static final List<KeyTask> ALL = List.of(
            new KeyTask(1, "党员组织关系集中排查", "SCREENING", LocalDate.of(2016, 9, 5), LocalDate.of(2016, 9, 30)),
            new KeyTask(2, "基层党组织按期换届专项检查", "ELECTIONS", LocalDate.of(2016, 12, 20), LocalDate.of(2017, 1, 31)),
            new KeyTask(3, "党费收缴工作专项检查", "DUES", LocalDate.of(2017, 4, 10), LocalDate.of(2017, 4, 26)),
            stated(4, "党员违纪违法未给予相应处理情况排查清理"), stated(5, "软弱涣散基层党组织整顿"), stated(6, "国有企业党的建设"),
            stated(7, "非公有制经济组织和社会组织党组织集中建设"));

    private static KeyTask stated(int number, String title) {
        return new KeyTask(number, title, "STATED", LocalDate.of(2016, 10, 10 + number), LocalDate.of(2016, 12, 31));
    }

    public static LocalDate startedOn() {
        return STARTED;
    }

    /** The deeper an organization stands, the earlier it reports. */
    public LocalDate reportedOn(Organization organization) {
        int above = Math.max(0, 2 - organization.depth());
        return reportedOn.plusDays((long) DAYS_A_LEVEL * above);
    }

    public LocalDate confirmedOn(Organization organization) {
        return reportedOn(organization).plusDays(2);
    }
}
