package io.zhixing.city.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** How the report writes values. */
final class Numbers {

    private Numbers() {}

    /** Digits in groups of three; money, which is in fen, as yuan; rates with their sign; anything else as it is. */
    static String text(String value, String unit) {
        if (!value.matches("-?[0-9]+(\\.[0-9]+)?")) {
            return value;
        }
        return switch (unit) {
            case "PERCENT" -> value + "%";
            case "CNY_FEN" -> "¥" + grouped(new BigDecimal(value).divide(BigDecimal.valueOf(100), 2,
                    RoundingMode.HALF_UP));
            default -> grouped(new BigDecimal(value));
        };
    }

    private static String grouped(BigDecimal number) {
        return String.format(Locale.ROOT, "%,." + number.scale() + "f", number);
    }
}
