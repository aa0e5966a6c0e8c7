package io.zhixing.city.report;

/**
 * A figure that a service computed from its records. {@code value} is null where there is nothing to divide by;
 * numerator and denominator are null where it is no rate.
 */
public record ComputedFigure(String code, String labelZh, String labelEn, String value, String unit, Long numerator,
        Long denominator, String service) {}
