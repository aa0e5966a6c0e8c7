package io.zhixing.organization.campaign;

import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "CampaignBody", description = "活动机构 A coordination group or office of a campaign", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a5a2","campaignId":"01912d68-783e-7a0f-8000-0f54b3b0a5a1",
         "organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d3","kind":"COORDINATION_GROUP","setUpOn":"2016-03-01","state":"OPEN","version":1}""")
record BodyView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "活动 Campaign", required = true) UUID campaignId,
        @Schema(description = "所属组织 Organization that set it up", required = true) UUID organizationId,
        @Schema(description = "类别 Kind", required = true) CampaignBody.BodyKind kind,
        @Schema(description = "成立日期 Day it was set up", required = true) LocalDate setUpOn,
        @Schema(description = "撤销日期 First day on which it was no more") LocalDate endedOn,
        @Schema(description = "状态 State", required = true) CampaignBody.BodyState state,
        @Schema(description = "版本 Version", required = true, minimum = "1") long version) {}
