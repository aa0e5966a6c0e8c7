package io.zhixing.city.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One screening (组织关系集中排查) over the city: every member on a roll on its first day is accounted for. */
public final class Findings {

    public static final LocalDate FROM = LocalDate.of(2016, 3, 1);
    public static final LocalDate TO = LocalDate.of(2016, 8, 31);
    public static final LocalDate SELF_CHECKED = LocalDate.of(2016, 6, 15);
    public static final LocalDate REVIEWED = LocalDate.of(2016, 7, 10);
    public static final LocalDate SETTLED = LocalDate.of(2016, 8, 20);
    public static final LocalDate CLOSED = LocalDate.of(2016, 8, 31);

    private static final double SHARE_FOUND = 0.005;
    private static final List<String> FOUND = List.of("LOST_CONTACT", "POCKET", "NOMINAL", "IDENTITY_DATA_WRONG");
    private static final List<String> ACTIONS = List.of("RESTORE_CONTACT", "TRANSFER", "TRANSFER", "CORRECT");

    private Findings() {}

    static List<Finding> of(List<Member> members, Random random) {
        var all = new ArrayList<Finding>();
        for (var member : members) {
            if (!member.isOnRoll(FROM)) {
                continue;
            }
            var on = FROM.plusDays(10 + random.nextInt(60));
            int kind = random.nextInt(FOUND.size());
            boolean found = random.nextDouble() < SHARE_FOUND;
            all.add(new Finding(all.size(), member, on, found ? FOUND.get(kind) : "NORMAL",
                    found ? ACTIONS.get(kind) : null, random.nextInt(3) > 0));
        }
        return List.copyOf(all);
    }
}
