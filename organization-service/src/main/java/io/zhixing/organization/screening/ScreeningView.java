package io.zhixing.organization.screening;

import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Screening", description = "集中排查 A screening", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4ef","organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d3","campaignCode":"2X1Z",
         "from":"2016-03-01","to":"2016-06-30","state":"OPEN","version":1}""")
record ScreeningView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "开展组织 Organization over which it runs", required = true) UUID organizationId,
        @Schema(description = "活动代码 Campaign") String campaignCode,
        @Schema(description = "开始日期 First day; the rolls of this day are screened", required = true) LocalDate from,
        @Schema(description = "截止日期 Last day", required = true) LocalDate to,
        @Schema(description = "状态 State", required = true) ScreeningState state,
        @Schema(description = "版本 Version", required = true, minimum = "1") long version) {}
