package io.zhixing.organization.document;

import java.util.UUID;

import io.zhixing.organization.structure.Sector;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "GuidanceSector", description = "有指导意见的领域 A sector with guidance in force, and the newest such document", examples = """
        {"sector":"RURAL","documentId":"01912d68-783e-7a0f-8000-0f54b3b0a5a6","number":"示组〔2016〕12号","title":"农村党组织指导意见",
         "issuerId":"01912d68-783e-7a0f-8000-0f54b3b0a4d3"}""")
record GuidanceSector(
        @Schema(description = "领域 Sector", required = true) Sector sector,
        @Schema(description = "文件 Document", required = true) UUID documentId,
        @Schema(description = "文号 Its number", required = true) String number,
        @Schema(description = "标题 Its title", required = true) String title,
        @Schema(description = "印发组织 Its issuer", required = true) UUID issuerId) {}
