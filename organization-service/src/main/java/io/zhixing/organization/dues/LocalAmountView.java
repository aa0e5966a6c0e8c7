package io.zhixing.organization.dues;

import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "LocalDuesAmount", description = "本地党费定额 An amount of dues that an organization fixes for those below it", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4ec","organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d3","category":"FARMER",
         "leastFen":50,"mostFen":50,"effectiveFrom":"2016-01-01","source":"示组〔2015〕9号","state":"PROPOSED","version":1}""")
record LocalAmountView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "制定的党组织 Organization that fixes it", required = true) UUID organizationId,
        @Schema(description = "类别 Category", required = true) DuesCategory category,
        @Schema(description = "每月最低（分） Least amount a month, in fen", required = true, minimum = "0") long leastFen,
        @Schema(description = "每月最高（分） Most a month, in fen", required = true, minimum = "0") long mostFen,
        @Schema(description = "施行日期 In force from", required = true) LocalDate effectiveFrom,
        @Schema(description = "失效日期 First day no longer in force") LocalDate effectiveTo,
        @Schema(description = "依据 Source", required = true) String source,
        @Schema(description = "状态 State", required = true) LocalAmount.LocalAmountState state,
        @Schema(description = "版本 Version", required = true, minimum = "1") long version) {}
