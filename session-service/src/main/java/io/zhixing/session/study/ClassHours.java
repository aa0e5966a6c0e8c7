package io.zhixing.session.study;

import java.math.BigDecimal;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Training hours (学时) of 45 minutes: decimal text with at most two places, 0 to 999.99. */
@Schema(description = "学时 Class hours, of 45 minutes each")
public record ClassHours(
        @Schema(description = "数值 Decimal text", required = true) @NotNull @Pattern(regexp = "(0|[1-9][0-9]{0,2})(\\.[0-9]{1,2})?") String value,
        @Schema(description = "单位 Unit", required = true) @NotNull Unit unit) {

    /** The only unit of training hours. */
    @Schema(description = "学时单位 Unit of class hours")
    public enum Unit {
        @Label(zh = "学时", en = "Class hour")
        CLASS_HOUR
    }

    static ClassHours of(BigDecimal amount) {
        return amount == null ? null : new ClassHours(amount.stripTrailingZeros().toPlainString(), Unit.CLASS_HOUR);
    }

    BigDecimal amount() {
        return new BigDecimal(value);
    }
}
