package io.zhixing.organization.campaign;

import java.util.List;
import java.util.UUID;

import io.zhixing.organization.structure.OrganizationType;
import io.zhixing.organization.structure.Sector;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "CampaignAction", description = "活动动作 An action of a campaign", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a5a3","campaignId":"01912d68-783e-7a0f-8000-0f54b3b0a5a1",
         "organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d3","kind":"PRESCRIBED","title":"每月一次主题党日","obligedTypes":["BRANCH"],
         "sectors":[],"version":1}""")
record ActionView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "活动 Campaign", required = true) UUID campaignId,
        @Schema(description = "提出组织 Organization that prescribes or undertakes it, for everything below it", required = true) UUID organizationId,
        @Schema(description = "类别 Kind", required = true) CampaignAction.ActionKind kind,
        @Schema(description = "标题 Title", required = true) String title,
        @Schema(description = "适用的组织类型 Types of organizations that it obliges", required = true) List<OrganizationType> obligedTypes,
        @Schema(description = "适用领域，空为全部 Sectors that it obliges; none for all", required = true) List<Sector> sectors,
        @Schema(description = "版本 Version", required = true, minimum = "1") long version) {}
