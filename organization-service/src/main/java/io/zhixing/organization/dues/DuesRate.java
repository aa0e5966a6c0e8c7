package io.zhixing.organization.dues;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One bracket of a table of rates. The whole base is taken at its one rate, never in slices. */
@Schema(name = "DuesRate", description = "党费标准 A bracket of the rates", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4e6","category":"EMPLOYED","fromFen":300001,"toFen":500000,"basisPoints":100,
         "effectiveFrom":"2008-02-04","source":"中组发〔2008〕3号","certainty":"A"}""")
record DuesRate(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "类别 Category", required = true) DuesCategory category,
        @Schema(description = "基数起（分） Base from, in fen, included", required = true, minimum = "0") long fromFen,
        @Schema(description = "基数止（分） Base to, in fen, included; absent: and above") Long toFen,
        @Schema(description = "费率（万分之） Rate of the whole base in basis points; absent where the amount is fixed") Integer basisPoints,
        @Schema(description = "每月最低（分） Least amount a month, in fen") Long leastFen,
        @Schema(description = "每月最高（分） Most a month, in fen") Long mostFen,
        @Schema(description = "施行日期 In force from", required = true) LocalDate effectiveFrom,
        @Schema(description = "失效日期 First day no longer in force") LocalDate effectiveTo,
        @Schema(description = "依据 Source", required = true) String source,
        @Schema(description = "确定程度 Certainty: A text read, B secondary texts agree, C practice", required = true) String certainty) {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(10_000);

    /** Whether it is the bracket of this base in the table in force on that day. */
    boolean isFor(DuesCategory stated, long baseFen, LocalDate on) {
        return category == stated && fromFen <= baseFen && (toFen == null || toFen >= baseFen)
                && !effectiveFrom.isAfter(on) && (effectiveTo == null || effectiveTo.isAfter(on));
    }

    /** Half up to a fen, our policy: the text says nothing of rounding. */
    static long share(long fen, int basisPoints) {
        return BigDecimal.valueOf(fen).multiply(BigDecimal.valueOf(basisPoints)).divide(WHOLE, 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
