package io.zhixing.platform.time;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;

/** The calendar that counts: every day in these services is a day in Asia/Shanghai (UTC+8, no summer time since 1991). */
public final class Shanghai {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd")
            .withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;
    private static final int LENGTH_OF_DAY = 10;

    private Shanghai() {}

    public static LocalDate dayOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    public static LocalDate today(Clock clock) {
        return dayOf(clock.instant());
    }

    /** Midnight at which the day begins. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    public static String format(Instant instant) {
        return INSTANT.format(instant.atZone(ZONE).toOffsetDateTime());
    }

    /** The instant of a text as of RFC 3339 with an offset, of the years 1 to 9999 in Shanghai; empty when it is none. */
    public static Optional<OffsetDateTime> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text, INSTANT)).filter(time -> {
                int year = time.atZoneSameInstant(ZONE).getYear();
                return year >= FIRST_YEAR && year <= LAST_YEAR;
            });
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    /** The day of a text {@code YYYY-MM-DD}, of the years 1 to 9999; empty when it is no existing day. */
    public static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text, DAY))
                    .filter(day -> day.getYear() >= FIRST_YEAR && text.length() == LENGTH_OF_DAY);
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }
}
