package io.zhixing.platform.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShanghaiTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "2016-7-1", "2016-02-30", "2016-07-01T00:00:00+08:00", "0000-01-01", "-0001-01-01",
            "+10000-01-01", "+2016-07-01"})
    void what_is_no_day_of_ten_characters_is_none(String text) {
        assertEquals(Optional.empty(), Shanghai.day(text));
    }

    @Test
    void the_first_and_the_last_day_that_the_database_writes_in_ten_characters_are_days() {
        assertEquals(Optional.of(LocalDate.of(1, 1, 1)), Shanghai.day("0001-01-01"));
        assertEquals(Optional.of(LocalDate.of(9999, 12, 31)), Shanghai.day("9999-12-31"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1467334800", "2016-07-01", "2016-07-01T09:00:00", "2016-02-30T09:00:00+08:00",
            "0000-06-01T09:00:00+08:00", "+10000-01-01T09:00:00+08:00", "9999-12-31T23:00:00Z"})
    void what_has_no_offset_or_lies_beyond_the_calendar_is_no_time(String text) {
        assertEquals(Optional.empty(), Shanghai.time(text));
    }

    @Test
    void a_time_keeps_its_instant() {
        assertEquals(Optional.of(OffsetDateTime.parse("2016-07-01T01:00:00Z").toInstant()),
                Shanghai.time("2016-07-01T09:00:00+08:00").map(OffsetDateTime::toInstant));
    }
}
