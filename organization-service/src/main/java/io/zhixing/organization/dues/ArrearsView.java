package io.zhixing.organization.dues;

import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "DuesArrears", description = "党费欠交 Arrears of a member, from a closed month on", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4ea","memberId":"01912d68-783e-7a0f-8000-0f54b3b0a4d4",
         "organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d2","sinceMonth":"2016-05","version":1}""")
record ArrearsView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "党员 Member", required = true) UUID memberId,
        @Schema(description = "结账时所在支部 Branch that closed the month", required = true) UUID organizationId,
        @Schema(description = "欠交起月 First closed month not paid, YYYY-MM", required = true) String sinceMonth,
        @Schema(description = "补交日期 Day on which it was made good") LocalDate clearedOn,
        @Schema(description = "版本 Version", required = true, minimum = "1") long version) {}
