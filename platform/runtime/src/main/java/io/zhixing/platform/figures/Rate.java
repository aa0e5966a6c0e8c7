package io.zhixing.platform.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Percent with two decimals, half up, always published beside its numerator and denominator. */
public final class Rate {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Rate() {}

    /** Null when there is nothing to divide by: no denominator, no rate. */
    public static String percent(long numerator, long denominator) {
        return denominator == 0
                ? null
                : BigDecimal.valueOf(numerator).multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(denominator), 2, RoundingMode.HALF_UP).toPlainString();
    }
}
