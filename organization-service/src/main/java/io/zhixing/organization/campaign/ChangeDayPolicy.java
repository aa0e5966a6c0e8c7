package io.zhixing.organization.campaign;

import java.time.LocalDate;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;

/** On which day a campaign, a task or an action may come to say something else: its changes stand in the order of their days. */
public final class ChangeDayPolicy {

    private ChangeDayPolicy() {}

    /**
     * {@code DAY_IN_FUTURE} after today, {@code DAYS_INCONSISTENT} before the last change; more may be added.
     *
     * @param on day in Asia/Shanghai, as {@code today}
     * @param changedOn day of the last change; null when there was none
     */
    public static Faults judge(LocalDate on, LocalDate changedOn, LocalDate today) {
        return new Faults()
                .addIf(on.isAfter(today), OrganizationProblems.DAY_IN_FUTURE.at(Place.pointer("/on"), on))
                .addIf(changedOn != null && on.isBefore(changedOn),
                        OrganizationProblems.DAYS_INCONSISTENT.at(Place.pointer("/on"), on, changedOn));
    }
}
