package io.zhixing.city.sample;

import java.time.LocalDate;

/** What the screening found of a member: {@code NORMAL}, or what else and what was done about it. */
public record Finding(int index, Member member, LocalDate on, String finding, String action, boolean settled) {

    public boolean isNormal() {
        return finding.equals("NORMAL");
    }
}
