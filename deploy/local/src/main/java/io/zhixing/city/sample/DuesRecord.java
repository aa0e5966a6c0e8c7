package io.zhixing.city.sample;

import java.time.LocalDate;

/**
 * A member's dues in the campaign: what he pays a month by his category, and how far he has paid. {@code behind} members pay
 * until the end of 2016 first; {@code settledOn} is the day on which such a one pays the rest, null when he still owes it.
 */
public record DuesRecord(Member member, String category, long baseFen, long monthlyFen, boolean behind,
        LocalDate settledOn) {

    /** The month that is assessed. */
    public static final String ASSESSED = "2016-03";

    /** Assessed is the first month of the campaign, or that of joining when it is later. */
    public String month() {
        var joined = member.joinedOn().toString().substring(0, ASSESSED.length());
        return joined.compareTo(ASSESSED) > 0 ? joined : ASSESSED;
    }
}
