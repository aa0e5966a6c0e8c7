package io.zhixing.project.payment;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "回单行结果 What became of one line")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReceiptAnswer(
        @Schema(description = "行 Line of the file, from 1", required = true, minimum = "1") int row,
        @Schema(description = "拨付单 Disbursement", required = true) UUID disbursementId,
        @Schema(description = "行号 Number of the payee line", required = true) int lineNo,
        @Schema(description = "处理结果 Outcome", required = true) ReceiptOutcome outcome,
        @Schema(description = "代码 Problem code of a refused line") String code) {}
