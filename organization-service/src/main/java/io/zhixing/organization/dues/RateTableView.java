package io.zhixing.organization.dues;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "DuesRateTable", description = "党费标准表 A table of rates of one category", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4ed","category":"RETIRED","effectiveFrom":"2030-01-01","source":"示例文件〔2029〕1号",
         "brackets":[{"fromFen":0,"toFen":500000,"basisPoints":50},{"fromFen":500001,"basisPoints":100}],"state":"PROPOSED","version":1}""")
record RateTableView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "类别 Category", required = true) DuesCategory category,
        @Schema(description = "施行日期 In force from", required = true) LocalDate effectiveFrom,
        @Schema(description = "依据 Source", required = true) String source,
        @Schema(description = "各档 Brackets from 0 on without a gap, the last one open", required = true) List<RateBracket> brackets,
        @Schema(description = "状态 State", required = true) RateTable.RateTableState state,
        @Schema(description = "版本 Version", required = true, minimum = "1") long version) {}
