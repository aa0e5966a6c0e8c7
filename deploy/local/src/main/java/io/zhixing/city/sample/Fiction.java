package io.zhixing.city.sample;

import java.time.LocalDate;

/**
 * Persons nobody can be mistaken for: names of the ten heavenly stems with words of the campaign, ID numbers of the
 * unassigned area 999999 with births from 1900 to 1904.
 */
final class Fiction {

    /** So many different identities exist; {@link #spread} never gives one twice below this number. */
    static final int IDENTITIES;

    private static final LocalDate FIRST_BIRTH = LocalDate.of(1900, 1, 1);
    private static final int SEQUENCES = 999;
    private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
    private static final String WORDS = "知行学做实干兴先锋明德善思笃志";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";
    /** A prime that divides neither the number of days nor the number of sequences: every step meets a new identity. */
    private static final long STEP = 104_729;

    static {
        IDENTITIES = Math.toIntExact(LocalDate.of(1905, 1, 1).toEpochDay() - FIRST_BIRTH.toEpochDay()) * SEQUENCES;
    }

    private Fiction() {}

    /** The identity of the member with this index: unique within a seed, scattered over births and sequences. */
    static int spread(long seed, int index) {
        return (int) Math.floorMod(Math.floorMod(seed * 7_919, IDENTITIES) + index * STEP, IDENTITIES);
    }

    static String name(int identity) {
        var stem = STEMS.charAt(identity % STEMS.length());
        var first = WORDS.charAt(identity / 7 % WORDS.length());
        return identity % 3 == 0
                ? "" + stem + first
                : "" + stem + first + WORDS.charAt(identity / 131 % WORDS.length());
    }

    static LocalDate birthDate(int identity) {
        return FIRST_BIRTH.plusDays(identity / SEQUENCES);
    }

    static boolean isMale(int identity) {
        return sequence(identity) % 2 == 1;
    }

    static String idNumber(int identity) {
        var birth = birthDate(identity);
        var body = "999999%04d%02d%02d%03d".formatted(birth.getYear(), birth.getMonthValue(), birth.getDayOfMonth(),
                sequence(identity));
        return body + checkCharacter(body);
    }

    /** GB 11643: the weighted sum of the 17 digits, modulo 11. */
    static char checkCharacter(String body) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (body.charAt(i) - '0');
        }
        return CHECK_CHARACTERS.charAt(sum % 11);
    }

    private static int sequence(int identity) {
        return identity % SEQUENCES + 1;
    }
}
