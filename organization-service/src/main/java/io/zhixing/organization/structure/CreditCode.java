package io.zhixing.organization.structure;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A unified social credit code (统一社会信用代码): registrar, class, six digits of area, an organization code of nine and a
 * check character. Issued codes that fail the check exist, so only the form is required. Sources: GB 32100, GB 11714.
 */
public final class CreditCode {

    private static final Pattern FORM = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}");
    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] ORGANIZATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int ORGANIZATION_FROM = 8;
    private static final int LAST = 17;

    private final String code;

    private CreditCode(String code) {
        this.code = code;
    }

    /** Empty unless the form is right; spaces around and small letters are taken. */
    public static Optional<CreditCode> of(String text) {
        var code = text.strip().toUpperCase(Locale.ROOT);
        return FORM.matcher(code).matches() ? Optional.of(new CreditCode(code)) : Optional.empty();
    }

    public String code() {
        return code;
    }

    /** Whether both check characters fit, the code's own and that of the organization code inside. */
    public boolean checks() {
        return code.charAt(LAST) == checkCharacter() && code.charAt(LAST - 1) == organizationCheckCharacter();
    }

    private char checkCharacter() {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LAST; i++) {
            sum += CHARACTERS.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % CHARACTERS.length();
        }
        return CHARACTERS.charAt((CHARACTERS.length() - sum % CHARACTERS.length()) % CHARACTERS.length());
    }

    /** Letters count 10 for A to 35 for Z here, other than in the check of the whole. */
    private char organizationCheckCharacter() {
        int sum = 0;
        for (int i = 0; i < ORGANIZATION_WEIGHTS.length; i++) {
            sum += Character.digit(code.charAt(ORGANIZATION_FROM + i), Character.MAX_RADIX) * ORGANIZATION_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }
}
