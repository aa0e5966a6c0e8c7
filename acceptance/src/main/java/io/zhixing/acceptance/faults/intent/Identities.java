package io.zhixing.acceptance.faults.intent;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

import io.zhixing.city.sample.Member;
import io.zhixing.city.sample.Organization;
import io.zhixing.city.sample.SampleCity;

/** Fictitious persons whom the sample city does not have, one after the other. */
public final class Identities {

    private static final LocalDate JOINED_ON = LocalDate.of(2014, 7, 1);
    private static final LocalDate FULL_SINCE = LocalDate.of(2015, 7, 1);
    /** After the last day on which an organization of the sample city was set up. */
    static final LocalDate ON_ROLL_FROM = LocalDate.of(2017, 5, 1);

    private final Set<Integer> taken = new HashSet<>();
    private int next;

    public Identities(SampleCity city) {
        city.members().forEach(member -> taken.add(member.identity()));
    }

    /** Its member number is the caller's to choose. */
    public synchronized Member in(Organization branch) {
        while (taken.contains(next)) {
            next++;
        }
        return new Member(0, next++, branch, JOINED_ON, FULL_SINCE, ON_ROLL_FROM);
    }
}
