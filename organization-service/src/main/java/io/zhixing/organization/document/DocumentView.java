package io.zhixing.organization.document;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.zhixing.organization.structure.Sector;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "CampaignDocument", description = "活动文件 A document of a campaign", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a5a6","campaignId":"01912d68-783e-7a0f-8000-0f54b3b0a5a1",
         "organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d3","kind":"SECTOR_GUIDANCE","number":"示组〔2016〕12号","title":"农村党组织指导意见",
         "reference":"示组〔2016〕12号文件","sectors":["RURAL"],"inForceFrom":"2016-03-20",
         "mustAcknowledge":{"types":["PRIMARY_COMMITTEE"],"sectors":[],"dueOn":"2016-04-15"},"state":"ISSUED","issuedOn":"2016-03-20","version":2}""")
record DocumentView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "活动 Campaign", required = true) UUID campaignId,
        @Schema(description = "印发组织 Organization that issues it, for everything below it", required = true) UUID organizationId,
        @Schema(description = "类别 Kind", required = true) DocumentKind kind,
        @Schema(description = "文号 Number of the document", required = true) String number,
        @Schema(description = "标题 Title", required = true) String title,
        @Schema(description = "正文 Text") String body,
        @Schema(description = "出处 Where the text is found") String reference,
        @Schema(description = "适用领域，空为全部 Sectors that it is for; none for all", required = true) List<Sector> sectors,
        @Schema(description = "施行日期 First day in force", required = true) LocalDate inForceFrom,
        @Schema(description = "施行截止日期 Last day in force") LocalDate inForceTo,
        @Schema(description = "签收要求 Who must acknowledge it; absent when nobody must") MustAcknowledge mustAcknowledge,
        @Schema(description = "状态 State", required = true) DocumentState state,
        @Schema(description = "印发日期 Day on which it was issued") LocalDate issuedOn,
        @Schema(description = "终止日期 First day on which it held no more, superseded or withdrawn") LocalDate endedOn,
        @Schema(description = "替代文件 Document that superseded it") UUID successorId,
        @Schema(description = "版本 Version", required = true, minimum = "1") long version) {}
