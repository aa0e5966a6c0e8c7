package io.zhixing.project.payment;

import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "UnallocatedReturn", description = "关账后退回 Money that came back for a closed budget", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4e2","disbursementId":"01912d68-783e-7a0f-8000-0f54b3b0a4dc","lineNo":1,
         "amountFen":3252700,"bankFileId":"BANK-20161110-01","bankRef":"20161110000001","returnedOn":"2016-11-10",
         "state":"RECEIVED","stateOn":"2016-11-10","version":1}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record UnallocatedReturnView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "拨付单 Disbursement", required = true) UUID disbursementId,
        @Schema(description = "行号 Number of its payee line", required = true, minimum = "1") int lineNo,
        @Schema(description = "金额（分） Amount in fen, the whole line", required = true, minimum = "1") long amountFen,
        @Schema(description = "文件编号 Bank file that told of it", required = true) String bankFileId,
        @Schema(description = "银行流水号 The bank's reference of the return", required = true) String bankRef,
        @Schema(description = "退回日期 The bank's day", required = true) LocalDate returnedOn,
        @Schema(description = "状态 State", required = true) ReturnState state,
        @Schema(description = "状态日期 Business day of the last step", required = true) LocalDate stateOn,
        @Schema(description = "申请人 Who asked for the reopening") String requestedBy,
        @Schema(description = "批准人 Who approved it") String approvedBy,
        @Schema(description = "文号 Number of the document that asks for the reopening") String documentNo,
        @Schema(description = "凭证 Journal that posted it") Long journalId,
        @Schema(description = "版本 Version", required = true, minimum = "1") long version) {}
