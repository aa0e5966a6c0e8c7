package io.zhixing.organization.dues;

import java.time.LocalDate;
import java.time.YearMonth;

import io.zhixing.platform.list.Query;

/** Months of the calendar in Shanghai, as {@code YYYY-MM} outside and as their first day inside. */
final class Month {

    static final String FORM = "[0-9]{4}-(0[1-9]|1[0-2])";

    private Month() {}

    /** @param text of {@link #FORM} */
    static LocalDate firstDay(String text) {
        return YearMonth.parse(text).atDay(1);
    }

    static String text(LocalDate day) {
        return YearMonth.from(day).toString();
    }

    /** The filter {@code month} of a list; a text that is no month is refused as a parameter. */
    static Query filter(Query query, String month) {
        return month == null || month.matches(FORM)
                ? query.equal("month", month)
                : query.day("month", month + "-");   // no day either: the query refuses it
    }

    /** Whether the month is over on that day. */
    static boolean isOver(LocalDate month, LocalDate on) {
        return !on.isBefore(month.plusMonths(1));
    }
}
