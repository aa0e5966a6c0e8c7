package io.zhixing.organization.document;

import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "DocumentAcknowledgement", description = "签收 An acknowledgement of a document", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a5a7","documentId":"01912d68-783e-7a0f-8000-0f54b3b0a5a6",
         "organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d2","on":"2016-04-01","arrangement":"四月十日前传达到各支部","version":1}""")
record AcknowledgementView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "文件 Document", required = true) UUID documentId,
        @Schema(description = "组织 Organization", required = true) UUID organizationId,
        @Schema(description = "签收日期 Business day", required = true) LocalDate on,
        @Schema(description = "工作安排 What it arranges", required = true) String arrangement,
        @Schema(description = "版本 Version", required = true, minimum = "1") long version) {}
