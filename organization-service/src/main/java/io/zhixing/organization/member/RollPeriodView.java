package io.zhixing.organization.member;

import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "RollPeriod", description = "在册时段 Days of a member on the roll of a branch", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4e1","memberId":"01912d68-783e-7a0f-8000-0f54b3b0a4d4","memberNumber":"M0000001",
         "organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d2","onRollFrom":"2010-07-01","onRollTo":"2016-05-01",
         "history":"/organization/v1/members/01912d68-783e-7a0f-8000-0f54b3b0a4d4/history"}""")
record RollPeriodView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "党员 Member", required = true) UUID memberId,
        @Schema(description = "党员编号 Member number", required = true) String memberNumber,
        @Schema(description = "支部 Branch", required = true) UUID organizationId,
        @Schema(description = "编入日期 First day on the roll", required = true) LocalDate onRollFrom,
        @Schema(description = "离开日期 First day no longer on it") LocalDate onRollTo,
        @Schema(description = "党员的步骤 What happened to the member, each step with its resolution", required = true) String history) {}
