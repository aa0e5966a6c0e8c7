package io.zhixing.organization.member;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import io.zhixing.platform.time.Shanghai;

/**
 * A citizen's ID number (公民身份号码): 17 digits and a check character. The area is not held against today's list, since
 * codes are withdrawn. Source: GB 11643.
 */
public final class CitizenId {

    private static final Pattern FORM = Pattern.compile("[0-9]{17}[0-9X]");
    private static final int LENGTH = 18;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);

    private final String number;
    private final LocalDate birthDate;

    private CitizenId(String number, LocalDate birthDate) {
        this.number = number;
        this.birthDate = birthDate;
    }

    /** Empty unless form, birth date (1900-01-01 to today) and check character are right; spaces around and a small x are taken. */
    public static Optional<CitizenId> of(String text, LocalDate today) {
        var number = text.strip().toUpperCase(Locale.ROOT);
        if (!FORM.matcher(number).matches() || number.charAt(LENGTH - 1) != checkCharacter(number)) {
            return Optional.empty();
        }
        return Shanghai.day(number.substring(6, 10) + "-" + number.substring(10, 12) + "-" + number.substring(12, 14))
                .filter(birth -> !birth.isBefore(EARLIEST_BIRTH) && !birth.isAfter(today))
                .map(birth -> new CitizenId(number, birth));
    }

    private static char checkCharacter(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (number.charAt(i) - '0');
        }
        return CHECK_CHARACTERS.charAt(sum % CHECK_CHARACTERS.length());
    }

    public String number() {
        return number;
    }

    public LocalDate birthDate() {
        return birthDate;
    }

    /** GB/T 2261.1: 1 male, 2 female. */
    public String sexCode() {
        return (number.charAt(LENGTH - 2) - '0') % 2 == 1 ? "1" : "2";
    }

    /** As it may be shown: {@code 441***********123X}. */
    public String masked() {
        return number.substring(0, 3) + "*".repeat(LENGTH - 7) + number.substring(LENGTH - 4);
    }
}
