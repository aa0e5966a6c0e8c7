package io.zhixing.city.sample;

import java.time.LocalDate;

/** A SECRETARY post (书记) held from {@code from} until the day before {@code to}, which is null while it lasts. */
public record PostHolding(int index, Member holder, Organization organization, LocalDate from, LocalDate to) {

    public boolean isHeldOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }
}
