package io.zhixing.city.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Gives every committee its terms: most are in term all through the campaign, some are overdue when it begins and elected
 * within it, and the terms of a few end within it and are postponed with approval. On its last day none is overdue.
 */
final class Terms {

    private static final double SHARE_OVERDUE = 0.12;
    private static final double SHARE_POSTPONED = 0.03;
    private static final int SECOND = 2;

    private final Random random;
    private final List<Term> all = new ArrayList<>();

    private Terms(Random random) {
        this.random = random;
    }

    /** Working committees and leading groups are appointed and have no terms. */
    static List<Term> of(List<Organization> organizations, Random random) {
        var terms = new Terms(random);
        for (var one : organizations) {
            if (one.type() != Organization.Type.WORKING_COMMITTEE && one.type() != Organization.Type.LEADING_GROUP) {
                terms.elect(one);
            }
        }
        return List.copyOf(terms.all);
    }

    private void elect(Organization organization) {
        int years = years(organization);
        double turn = random.nextDouble();
        var overdueSince = Campaign.FROM.minusDays(30 + random.nextInt(150));
        var endsWithin = Campaign.FROM.plusDays(70 + random.nextInt(200));
        var runsBeyond = Campaign.TO.plusDays(40 + random.nextInt(200));
        if (turn < SHARE_OVERDUE && stoodBy(organization, overdueSince.minusYears(years))) {
            var electedAnew = Campaign.FROM.plusDays(30 + random.nextInt(240));
            add(organization, SECOND - 1, overdueSince.minusYears(years), years, electedAnew, null, null);
            add(organization, SECOND, electedAnew, years, null, null, null);
        } else if (turn < SHARE_OVERDUE + SHARE_POSTPONED && stoodBy(organization, endsWithin.minusYears(years))) {
            add(organization, SECOND, endsWithin.minusYears(years), years, null, endsWithin.minusDays(20),
                    endsWithin.plusDays(360));
        } else {
            var elected = runsBeyond.minusYears(years);
            add(organization, SECOND, stoodBy(organization, elected) ? elected : organization.establishedOn(), years,
                    null, null, null);
        }
    }

    /** By the rules of those years: two or three for a branch, three to five for a primary committee, five above. */
    private static int years(Organization organization) {
        return switch (organization.type()) {
            case LOCAL_COMMITTEE -> 5;
            case PRIMARY_COMMITTEE -> 4;
            default -> 3;
        };
    }

    private static boolean stoodBy(Organization organization, LocalDate day) {
        return !organization.establishedOn().isAfter(day);
    }

    private void add(Organization organization, int number, LocalDate electedOn, int years, LocalDate endedOn,
            LocalDate postponedOn, LocalDate postponedUntil) {
        all.add(new Term(all.size(), organization, number, electedOn, years, endedOn, postponedOn, postponedUntil));
    }
}
