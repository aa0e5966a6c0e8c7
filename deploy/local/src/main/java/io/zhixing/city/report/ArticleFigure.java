package io.zhixing.city.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A figure as the newspaper article of 2017-04-26 states it. {@code bound} EXACT, AT_LEAST or UNSTATED; {@code scales}
 * tells whether a smaller city has proportionally less of it.
 */
public record ArticleFigure(String code, String zh, String en, JsonNode value, String unit, String bound, String owner,
        String kind, boolean scales) {

    private static final String LIST = "/campaign-figures.json";
    private static final ObjectMapper JSON = new ObjectMapper()
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, true);

    public static List<ArticleFigure> all() {
        try (var list = ArticleFigure.class.getResourceAsStream(LIST)) {
            return List.of(JSON.readValue(list, ArticleFigure[].class));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A target for each subject ("at least nine a branch"), of which the share that meets it is published. */
    public boolean isRequirement() {
        return "REQUIREMENT".equals(kind);
    }

    /** What the article says, such as {@code ≥75,700}; a dash where it names the process without a number. */
    public String stated() {
        return value.isNull() ? "—" : sign() + Numbers.text(value.asText(), unit);
    }

    /** What the article's value would be in a city of this scale. */
    public String statedAt(double scale) {
        if (!scales || !value.isNumber()) {
            return stated();
        }
        var scaled = value.decimalValue().multiply(BigDecimal.valueOf(scale)).setScale(0, RoundingMode.HALF_UP);
        return sign() + Numbers.text(scaled.toPlainString(), unit);
    }

    private String sign() {
        return "AT_LEAST".equals(bound) ? "≥" : "";
    }
}
