package io.zhixing.city.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Who is away, and who also takes part where he lives; founders hold posts and stay. */
public final class Stays {

    private static final double SHARE_AWAY = 0.02;
    private static final double SHARE_REGISTERED = 0.03;
    private static final LocalDate REGISTERED = LocalDate.of(2016, 3, 5);
    private static final List<String> AREAS = List.of("某省甲市示例区", "某省乙市示例区", "某市丙区");

    private final List<Stay> floating = new ArrayList<>();
    private final List<Stay> residences = new ArrayList<>();

    static Stays of(List<Organization> organizations, Map<Organization, List<Member>> rolls, Random random) {
        var stays = new Stays();
        var branches = organizations.stream().filter(Organization::isBranch).toList();
        var communities = organizations.stream().filter(one -> one.type() == Organization.Type.PRIMARY_COMMITTEE
                && !one.sector().endsWith("ORGAN")).toList();
        for (var branch : branches) {
            var roll = rolls.get(branch);
            for (var member : roll.subList(Roll.FOUNDERS, roll.size())) {
                double turn = random.nextDouble();
                var on = REGISTERED.plusDays(random.nextInt(90));
                if (!member.isFull() || !member.onRollFrom().isBefore(Campaign.FROM)) {
                    continue;
                }
                if (turn < SHARE_AWAY) {
                    var host = random.nextBoolean() ? branches.get(random.nextInt(branches.size())) : null;
                    stays.leave(member, branch.equals(host) ? null : host, roll.get(2), on, random);
                } else if (turn < SHARE_AWAY + SHARE_REGISTERED) {
                    stays.register(member, communities.get(random.nextInt(communities.size())), on, random);
                }
            }
        }
        return stays;
    }

    public List<Stay> floating() {
        return floating;
    }

    public List<Stay> residences() {
        return residences;
    }

    private void leave(Member member, Organization host, Member contact, LocalDate on, Random random) {
        floating.add(new Stay(floating.size(), member, host, AREAS.get(random.nextInt(AREAS.size())), contact,
                on.minusDays(1 + random.nextInt(20)), on, host != null && random.nextInt(4) > 0, false));
    }

    private void register(Member member, Organization place, LocalDate on, Random random) {
        boolean confirmed = random.nextInt(5) > 0;
        residences.add(new Stay(residences.size(), member, place, null, null, on, on, confirmed,
                confirmed && random.nextInt(3) == 0));
    }
}
