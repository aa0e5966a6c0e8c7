package io.zhixing.city.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Puts members on the rolls of the branches: founders first, then those who came later, some during the campaign. */
final class Roll {

    /** So many members of each branch are full members from the day it was established. */
    static final int FOUNDERS = 4;

    private static final int LEAST = 5;
    private static final double SHARE_DURING_CAMPAIGN = 0.03;
    private static final double PROBATIONARY_SHARE = 0.5;
    private static final LocalDate BEFORE_CAMPAIGN = LocalDate.of(2016, 1, 31);

    private final long seed;
    private final Random random;
    private final List<Member> all;

    private Roll(long seed, int count, Random random) {
        this.seed = seed;
        this.random = random;
        this.all = new ArrayList<>(count);
    }

    /** Members of one branch stand side by side. */
    static List<Member> of(List<Organization> branches, int count, long seed, Random random) {
        var roll = new Roll(seed, count, random);
        var sizes = Shares.uneven(count - (long) LEAST * branches.size(), branches.size(), random);
        for (int i = 0; i < branches.size(); i++) {
            roll.fill(branches.get(i), LEAST + Math.toIntExact(sizes[i]));
        }
        return List.copyOf(roll.all);
    }

    private void fill(Organization branch, int size) {
        for (int i = 0; i < size; i++) {
            if (i < FOUNDERS) {
                add(branch, branch.establishedOn(), true);
            } else if (random.nextDouble() < SHARE_DURING_CAMPAIGN) {
                add(branch, between(Campaign.FROM, Campaign.TO), random.nextDouble() >= PROBATIONARY_SHARE);
            } else {
                add(branch, between(branch.establishedOn(), BEFORE_CAMPAIGN), true);
            }
        }
    }

    /** A full member joined two years before the roll and became full a year later; a probationary one joins that day. */
    private void add(Organization branch, LocalDate onRollFrom, boolean full) {
        var joinedOn = full ? onRollFrom.minusYears(2) : onRollFrom;
        all.add(new Member(all.size(), Fiction.spread(seed, all.size()), branch, joinedOn,
                full ? joinedOn.plusYears(1) : null, onRollFrom));
    }

    private LocalDate between(LocalDate first, LocalDate last) {
        return first.plusDays(random.nextInt(Math.toIntExact(last.toEpochDay() - first.toEpochDay()) + 1));
    }
}
