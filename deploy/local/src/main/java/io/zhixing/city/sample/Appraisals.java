package io.zhixing.city.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.zhixing.city.sample.Appraisal.Grade;
import io.zhixing.city.sample.Appraisal.Verdict;

/**
 * Appraises every branch: as many members are graded, and as many of them qualified or above, as the article says, and
 * nowhere more are excellent than a third of the branch's full members.
 */
final class Appraisals {

    private static final List<String> REASONS = List.of("LOST_CONTACT", "ABROAD", "NOT_APPRAISED");
    private static final int ONE_IN_SO_MANY_BELOW_IS_UNQUALIFIED = 5;

    private final Random random;
    private final long full;
    private final long graded;
    private final long below;
    private long fullSeen;
    private long gradedSeen;
    private long ungradedSeen;
    private long belowSeen;

    private Appraisals(long full, double scale, Random random) {
        this.random = random;
        this.full = full;
        this.graded = Math.min(full, Campaign.scaled(Campaign.GRADED, scale));
        this.below = graded - Math.min(graded, Campaign.scaled(Campaign.QUALIFIED_OR_ABOVE, scale));
    }

    static List<Appraisal> of(List<Organization> branches, Map<Organization, List<Member>> rolls, double scale,
            Random random) {
        long full = rolls.values().stream().flatMap(List::stream)
                .filter(member -> member.isFull() && member.isOnRoll(Campaign.APPRAISED_ON)).count();
        var appraisals = new Appraisals(full, scale, random);
        var all = new ArrayList<Appraisal>();
        for (var branch : branches) {
            var roll = rolls.get(branch).stream().filter(member -> member.isOnRoll(Campaign.APPRAISED_ON)).toList();
            var frozenOn = Campaign.APPRAISED_ON.plusDays(1 + random.nextInt(10));
            var proposedOn = frozenOn.plusDays(7 + random.nextInt(20));
            all.add(new Appraisal(all.size(), branch, frozenOn, proposedOn, proposedOn.plusDays(3 + random.nextInt(10)),
                    appraisals.verdicts(roll)));
        }
        return List.copyOf(all);
    }

    private List<Verdict> verdicts(List<Member> roll) {
        long cap = roll.stream().filter(Member::isFull).count() / 3;
        long excellent = cap == 0 ? 0 : cap - random.nextInt(Math.toIntExact(cap / 2 + 1));
        var verdicts = new ArrayList<Verdict>();
        for (var member : roll) {
            var verdict = verdict(member, excellent > 0);
            excellent -= verdict.grade() == Grade.EXCELLENT ? 1 : 0;
            verdicts.add(verdict);
        }
        return List.copyOf(verdicts);
    }

    private Verdict verdict(Member member, boolean mayBeExcellent) {
        if (!member.isFull()) {
            return new Verdict(member, null, "PROBATIONARY", null);
        }
        if (!Shares.isChosen(fullSeen++, graded, full)) {
            var reason = REASONS.get((int) (ungradedSeen++ % REASONS.size()));
            return new Verdict(member, null, reason, reason.equals("NOT_APPRAISED") ? "长期住院，未能参加" : null);
        }
        if (Shares.isChosen(gradedSeen++, below, graded)) {
            return new Verdict(member, belowSeen++ % ONE_IN_SO_MANY_BELOW_IS_UNQUALIFIED == 0
                    ? Grade.UNQUALIFIED
                    : Grade.BASICALLY_QUALIFIED, null, null);
        }
        return new Verdict(member, mayBeExcellent ? Grade.EXCELLENT : Grade.QUALIFIED, null, null);
    }
}
