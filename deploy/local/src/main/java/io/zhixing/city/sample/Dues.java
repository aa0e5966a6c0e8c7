package io.zhixing.city.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What every member pays: nearly all through the campaign's last month, few behind it and nearly all of those made good. */
public final class Dues {

    /** What has been paid before the months are closed, by those who are behind and by all others. */
    public static final String PAID_BEHIND = "2016-12";
    public static final String PAID = "2017-04";
    public static final LocalDate RECEIVED_BEHIND = LocalDate.of(2016, 12, 20);
    public static final LocalDate RECEIVED = LocalDate.of(2017, 4, 5);
    /** The month that every branch closes, and the day. */
    public static final String CLOSED = "2017-03";
    public static final LocalDate CLOSED_ON = LocalDate.of(2017, 4, 7);

    private static final LocalDate SETTLED = LocalDate.of(2017, 4, 10);
    private static final LocalDate LATEST_BEHIND = LocalDate.of(2016, 6, 30);
    private static final double SHARE_BEHIND = 0.02;
    private static final double SHARE_STILL_OWING = 0.1;
    private static final long FARMER_FEN = 20;

    private Dues() {}

    static List<DuesRecord> of(List<Member> members, Random random) {
        var all = new ArrayList<DuesRecord>();
        for (var member : members) {
            all.add(of(member, random));
        }
        return List.copyOf(all);
    }

    private static DuesRecord of(Member member, Random random) {
        boolean behind = member.onRollFrom().isBefore(LATEST_BEHIND) && random.nextDouble() < SHARE_BEHIND;
        var settledOn = behind && random.nextDouble() >= SHARE_STILL_OWING
                ? SETTLED.plusDays(random.nextInt(10))
                : null;
        if (member.branch().sector().equals("RURAL")) {
            return new DuesRecord(member, "FARMER", 0, FARMER_FEN, behind, settledOn);
        }
        boolean retired = random.nextInt(5) == 0;
        long base = 200_000 + 100L * random.nextInt(9_000);
        return new DuesRecord(member, retired ? "RETIRED" : "EMPLOYED", base, monthly(retired, base), behind,
                settledOn);
    }

    /** The whole base at the one rate of its bracket, 中组发〔2008〕3号; every base is a multiple of 100 fen. */
    private static long monthly(boolean retired, long base) {
        if (retired) {
            return base * (base <= 500_000 ? 50 : 100) / 10_000;
        }
        return base * (base <= 300_000 ? 50 : base <= 500_000 ? 100 : 150) / 10_000;
    }
}
