package io.zhixing.city.sample;

import java.time.LocalDate;

/**
 * The term (届期) of an organization's committee. {@code endedOn} is null for the one that runs, {@code postponedUntil} unless
 * the superior approved on {@code postponedOn} that the election is held later.
 */
public record Term(int index, Organization organization, int number, LocalDate electedOn, int years, LocalDate endedOn,
        LocalDate postponedOn, LocalDate postponedUntil) {

    LocalDate endsOn() {
        return electedOn.plusYears(years);
    }

    /** Whether it ran on that day although it was over, and nobody had approved that. */
    boolean isOverdueOn(LocalDate day) {
        return !endsOn().isAfter(day) && (endedOn == null || endedOn.isAfter(day))
                && (postponedUntil == null || postponedUntil.isBefore(day) || postponedOn.isAfter(day));
    }
}
