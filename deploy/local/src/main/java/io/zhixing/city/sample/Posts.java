package io.zhixing.city.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Gives every organization a secretary from before the campaign, and every fifth of them another one during it, so that
 * it matters who held the post on the day.
 */
public final class Posts {

    private static final LocalDate FIRST_TERM = LocalDate.of(2015, 1, 1);
    private static final int FIRST_TERM_DAYS = 360;
    private static final double SHARE_CHANGED = 0.2;
    /** A change falls into the middle of the campaign, so that sessions lie on both sides of it. */
    private static final int EARLIEST_CHANGE = 90;
    private static final int CHANGE_DAYS = 240;

    private final List<PostHolding> all = new ArrayList<>();
    private final Map<Organization, List<PostHolding>> byOrganization = new HashMap<>();
    private final Map<Member, List<PostHolding>> byHolder = new HashMap<>();

    static Posts of(List<Organization> organizations, Map<Organization, List<Member>> rolls, Random random) {
        var posts = new Posts();
        var taken = new HashSet<Member>();
        for (var organization : organizations) {
            if (organization.isBranch()) {
                var roll = rolls.get(organization);
                posts.appoint(organization, roll.get(0), roll.get(1), random);
            }
        }
        var branches = organizations.stream().filter(Organization::isBranch).toList();
        for (var organization : organizations) {
            if (!organization.isBranch()) {
                var from = branches.stream().filter(branch -> branch.isWithin(organization)).toList();
                var pool = from.isEmpty() ? branches : from;
                posts.appoint(organization, free(pool, rolls, taken, random), free(pool, rolls, taken, random), random);
            }
        }
        return posts;
    }

    public List<PostHolding> all() {
        return all;
    }

    /** The holder of the organization's post on that day: there is exactly one on every day of the campaign. */
    public Member secretaryOn(Organization organization, LocalDate day) {
        return byOrganization.get(organization).stream().filter(post -> post.isHeldOn(day)).findFirst().orElseThrow()
                .holder();
    }

    /** Whether the member held the SECRETARY post of any organization on that day. */
    public boolean isSecretaryOn(Member member, LocalDate day) {
        return byHolder.getOrDefault(member, List.of()).stream().anyMatch(post -> post.isHeldOn(day));
    }

    List<PostHolding> of(Organization organization) {
        return byOrganization.get(organization);
    }

    private void appoint(Organization organization, Member first, Member second, Random random) {
        var from = FIRST_TERM.plusDays(random.nextInt(FIRST_TERM_DAYS));
        if (first == second || random.nextDouble() >= SHARE_CHANGED) {
            add(first, organization, from, null);
            return;
        }
        var change = Campaign.FROM.plusDays(EARLIEST_CHANGE + random.nextInt(CHANGE_DAYS));
        add(first, organization, from, change);
        add(second, organization, change, null);
    }

    private void add(Member holder, Organization organization, LocalDate from, LocalDate to) {
        var post = new PostHolding(all.size(), holder, organization, from, to);
        all.add(post);
        byOrganization.computeIfAbsent(organization, key -> new ArrayList<>()).add(post);
        byHolder.computeIfAbsent(holder, key -> new ArrayList<>()).add(post);
    }

    /** A founder of one of the branches who holds no post yet; where all do, one more post for one of them. */
    private static Member free(List<Organization> branches, Map<Organization, List<Member>> rolls, Set<Member> taken,
            Random random) {
        int start = random.nextInt(branches.size());
        for (int i = 0; i < branches.size(); i++) {
            var roll = rolls.get(branches.get((start + i) % branches.size()));
            for (var candidate : roll.subList(2, Roll.FOUNDERS)) {
                if (taken.add(candidate)) {
                    return candidate;
                }
            }
        }
        return rolls.get(branches.get(start)).get(2);
    }
}
