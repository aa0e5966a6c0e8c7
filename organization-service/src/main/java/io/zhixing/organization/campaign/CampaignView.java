package io.zhixing.organization.campaign;

import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Campaign", description = "活动 A campaign", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a5a1","organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d3","code":"2X1Z","nameZh":"两学一做学习教育",
         "nameEn":"Two Studies, One Action","from":"2016-02-28","to":"2017-04-26","version":1}""")
record CampaignView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "主办组织 Organization that runs it, for everything below it", required = true) UUID organizationId,
        @Schema(description = "活动代码 Code", required = true) String code,
        @Schema(description = "中文名称 Name in Chinese", required = true) String nameZh,
        @Schema(description = "英文名称 Name in English", required = true) String nameEn,
        @Schema(description = "开始日期 First day", required = true) LocalDate from,
        @Schema(description = "截止日期 Last day", required = true) LocalDate to,
        @Schema(description = "所属活动 Campaign of which it is a part") UUID parentCampaignId,
        @Schema(description = "版本 Version", required = true, minimum = "1") long version) {}
