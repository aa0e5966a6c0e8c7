package io.zhixing.organization.document;

import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "AcknowledgementStanding", description = "签收情况 Whether an obliged organization has acknowledged a document", examples = """
        {"documentId":"01912d68-783e-7a0f-8000-0f54b3b0a5a6","organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d2","code":"001002003",
         "name":"示例支部委员会","acknowledged":false,"dueOn":"2016-04-15"}""")
record AcknowledgementStanding(
        @Schema(description = "文件 Document", required = true) UUID documentId,
        @Schema(description = "组织 Organization", required = true) UUID organizationId,
        @Schema(description = "编码 Code", required = true) String code,
        @Schema(description = "名称 Name", required = true) String name,
        @Schema(description = "是否签收 Whether it has acknowledged it", required = true) boolean acknowledged,
        @Schema(description = "签收日期 Day on which it did") LocalDate acknowledgedOn,
        @Schema(description = "工作安排 What it arranges") String arrangement,
        @Schema(description = "签收期限 Last day in time") LocalDate dueOn) {}
