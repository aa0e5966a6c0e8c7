package io.zhixing.organization.dues;

import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "DuesReceipt", description = "党费收讫记录 A receipt, or the correction of one", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4e8","memberId":"01912d68-783e-7a0f-8000-0f54b3b0a4d4","kind":"RECEIPT",
         "paidThrough":"2016-05","amountFen":4200,"on":"2016-05-18"}""")
record ReceiptView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "党员 Member", required = true) UUID memberId,
        @Schema(description = "种类 Kind", required = true) ReceiptKind kind,
        @Schema(description = "交至月份 Last month paid, YYYY-MM", required = true) String paidThrough,
        @Schema(description = "金额（分） Amount in fen; a record, no payment", required = true, minimum = "0") long amountFen,
        @Schema(description = "收讫日期 Business day", required = true) LocalDate on,
        @Schema(description = "更正原因 Reason of a correction") String reason) {}
