package io.zhixing.organization.term;

import java.time.LocalDate;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a term stands on a day; derived from its days, never stored. */
@Schema(description = "届期情况 Where a term stands")
public enum TermStanding {
    @Label(zh = "任期内", en = "In term")
    IN_TERM,
    @Label(zh = "即将届满", en = "Due soon")
    DUE_SOON,
    @Label(zh = "届满未换届", en = "Overdue")
    OVERDUE,
    @Label(zh = "经批准延期", en = "Postponed with approval")
    POSTPONED,
    @Label(zh = "已结束", en = "Ended")
    ENDED;

    /** How many months before its end a term is due soon, by the rule of the day. */
    record Lead(long months) {}

    /** @param extendedUntil null when it was not postponed; the last day on which the postponed election may be held */
    static TermStanding on(LocalDate day, Lead lead, LocalDate endsOn, LocalDate extendedUntil, LocalDate endedOn) {
        if (endedOn != null && !day.isBefore(endedOn)) {
            return ENDED;
        }
        if (day.isBefore(endsOn)) {
            return day.isBefore(endsOn.minusMonths(lead.months())) ? IN_TERM : DUE_SOON;
        }
        return extendedUntil != null && !day.isAfter(extendedUntil) ? POSTPONED : OVERDUE;
    }
}
