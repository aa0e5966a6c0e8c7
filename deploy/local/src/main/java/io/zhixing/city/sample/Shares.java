package io.zhixing.city.sample;

import java.util.Random;

/** Divides whole numbers without losing any: the parts add up to the whole exactly. */
final class Shares {

    private Shares() {}

    /** Parts that differ by up to three times. */
    static long[] uneven(long whole, int parts, Random random) {
        var weights = random.doubles(parts, 0.5, 1.5).toArray();
        double sum = 0;
        for (var weight : weights) {
            sum += weight;
        }
        var shares = new long[parts];
        double reached = 0;
        long given = 0;
        for (int i = 0; i < parts; i++) {
            reached += weights[i];
            long upToHere = i == parts - 1 ? whole : Math.round(reached / sum * whole);
            shares[i] = upToHere - given;
            given = upToHere;
        }
        return shares;
    }

    /** Whether the item at this place is among {@code chosen} of {@code all}, spread evenly over them. */
    static boolean isChosen(long place, long chosen, long all) {
        return (place + 1) * chosen / all > place * chosen / all;
    }
}
