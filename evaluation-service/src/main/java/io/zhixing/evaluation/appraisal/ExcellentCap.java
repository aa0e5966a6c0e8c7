package io.zhixing.evaluation.appraisal;

import java.util.UUID;

/**
 * How many members may be excellent: a share of a base, rounded down. "Generally" (一般): more is possible with a reason
 * and the superior's consent, unless the rule of the day is an error.
 * Source: the rule row in force on the day of the proposal.
 */
record ExcellentCap(UUID ruleId, long divisor, Base base, boolean strict) {

    /** What the share is a share of. */
    enum Base {
        FULL_MEMBERS,
        ROLL,
        TOOK_PART
    }

    long maximumOf(long base) {
        return base / divisor;
    }

    int baseOf(Roll roll, RoundCounts counts) {
        return switch (base) {
            case FULL_MEMBERS -> roll.fullMembers();
            case ROLL -> roll.size();
            case TOOK_PART -> counts.tookPart();
        };
    }
}
