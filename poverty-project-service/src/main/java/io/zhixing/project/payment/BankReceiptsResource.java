package io.zhixing.project.payment;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.zhixing.platform.contract.Refuses;
import io.zhixing.platform.retry.Idempotent;
import io.zhixing.project.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/bank-receipts")
@Tag(name = "拨付与支付 Disbursements")
public class BankReceiptsResource {

    private final PostBankReceipts postBankReceipts;

    BankReceiptsResource(PostBankReceipts postBankReceipts) {
        this.postBankReceipts = postBankReceipts;
    }

    @Schema(name = "BankFile", description = "银行回单文件 A file of the bank with its answers", examples = """
            {"fileId":"BANK-20160905-01","lines":[{"disbursementId":"01912d68-783e-7a0f-8000-0f54b3b0a4dc","lineNo":1,"result":"PAID",
             "bankRef":"20160905000001","on":"2016-09-05","amountFen":3252700}]}""")
    record BankFileRequest(
            @Schema(description = "文件编号 The bank's number of the file") @NotBlank @Size(max = 100) String fileId,
            @Schema(description = "回单行 Lines") @NotEmpty @Size(max = 2000) List<@NotNull @Valid BankFileLine> lines) {}

    @Schema(name = "BankFileLine", description = "回单行 The bank's answer to one payee line")
    record BankFileLine(
            @Schema(description = "拨付单 Disbursement") @NotNull UUID disbursementId,
            @Schema(description = "行号 Number of the payee line") @NotNull @Min(1) Integer lineNo,
            @Schema(description = "结果 Result") @NotNull BankResult result,
            @Schema(description = "银行流水号 The bank's reference") @NotBlank @Size(max = 100) String bankRef,
            @Schema(description = "银行日期 The bank's day") @NotNull LocalDate on,
            @Schema(description = "金额（分） Amount in fen, as the payee line has it") @NotNull @Min(1) @Max(9007199254740991L) Long amountFen,
            @Schema(description = "失败原因 Why it failed; OTHER when absent") PaymentFailure failure) {

        BankLine line(int row) {
            return new BankLine(row, disbursementId, lineNo, result, bankRef, on, amountFen,
                    result == BankResult.FAILED ? failure : null);
        }
    }

    @Schema(name = "BankFileAnswer", description = "回单处理结果 What became of the file, line by line", examples = """
            {"fileId":"BANK-20160905-01","lines":[{"row":1,"disbursementId":"01912d68-783e-7a0f-8000-0f54b3b0a4dc","lineNo":1,
             "outcome":"POSTED"}]}""")
    record BankFileAnswer(
            @Schema(description = "文件编号 The bank's number of the file", required = true) String fileId,
            @Schema(description = "各行结果 Answers in the order of the lines", required = true) List<ReceiptAnswer> lines) {}

    @POST
    @Idempotent(keyRequired = true)
    @RolesAllowed({Roles.FUND_CASHIER, Roles.SYSTEM_CLIENT})
    @Refuses({"IDEMPOTENCY_KEY_REQUIRED"})
    @Operation(operationId = "postBankReceipts", summary = "登记银行回单 / Post bank receipts", description = "逐张拨付单入账，逐行答复；无权办理的拨付单以FORBIDDEN逐行答复，对全部拨付单均无权时整个文件答复403；同一文件重复发送不会重复入账。Order by order, answered line by line; lines of orders that the caller may not act on are answered FORBIDDEN, and the whole file 403 where he may act on none; the same file sent again moves nothing twice.")
    public BankFileAnswer post(@Valid @NotNull BankFileRequest body) {
        var lines = IntStream.range(0, body.lines().size()).mapToObj(i -> body.lines().get(i).line(i + 1)).toList();
        return new BankFileAnswer(body.fileId(), postBankReceipts.handle(body.fileId(), lines));
    }
}
