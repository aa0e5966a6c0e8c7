package io.zhixing.city.sample;

import java.time.LocalDate;

/**
 * A fictitious member (党员) on the roll of a branch; {@code index} is the place in {@link SampleCity#members()} and
 * {@code identity} decides name and ID number. {@code fullSince} is null for a probationary member.
 */
public record Member(int index, int identity, Organization branch, LocalDate joinedOn, LocalDate fullSince,
        LocalDate onRollFrom) {

    public String memberNumber() {
        return "ZX%08d".formatted(index + 1);
    }

    public String name() {
        return Fiction.name(identity);
    }

    public String idNumber() {
        return Fiction.idNumber(identity);
    }

    public LocalDate birthDate() {
        return Fiction.birthDate(identity);
    }

    /** GB/T 2261.1: 1 male, 2 female. */
    public String sexCode() {
        return Fiction.isMale(identity) ? "1" : "2";
    }

    /** GB/T 3304: 01 Han, 08 Zhuang. */
    public String ethnicityCode() {
        return identity % 41 == 0 ? "08" : "01";
    }

    public boolean isFull() {
        return fullSince != null;
    }

    public boolean isOnRoll(LocalDate day) {
        return !onRollFrom.isAfter(day);
    }
}
