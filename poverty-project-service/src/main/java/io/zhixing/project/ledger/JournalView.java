package io.zhixing.project.ledger;

import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "LedgerJournal", description = "凭证 A journal of the ledger", examples = """
        {"id":4,"kind":"PAY","fromAccountId":"01912d68-783e-7a0f-8000-0f54b3b0a4da",
         "toAccountId":"00000000-0000-0000-0000-00000000000a","amountFen":3252700,"lineCount":1,
         "disbursementId":"01912d68-783e-7a0f-8000-0f54b3b0a4dc","occurredOn":"2016-09-05","recordedOn":"2026-09-01",
         "postedBy":"member:01912d68-783e-7a0f-8000-0f54b3b0a4df"}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record JournalView(
        @Schema(description = "凭证号 Number of the journal", required = true, minimum = "1") long id,
        @Schema(description = "种类 Kind", required = true) JournalKind kind,
        @Schema(description = "付出账户 Account that gave: the source, allocation or budget of this id, or an outside account", required = true) UUID fromAccountId,
        @Schema(description = "收入账户 Account that received: the source, allocation or budget of this id, or an outside account", required = true) UUID toAccountId,
        @Schema(description = "金额（分） Amount in fen", required = true, minimum = "1") long amountFen,
        @Schema(description = "明细笔数 Payee lines that it pays or gives back", required = true, minimum = "0") int lineCount,
        @Schema(description = "拨付单 Disbursement of those lines") UUID disbursementId,
        @Schema(description = "业务日期 Business day", required = true) LocalDate occurredOn,
        @Schema(description = "登记日期 Day of entry, Asia/Shanghai", required = true) LocalDate recordedOn,
        @Schema(description = "记账人 Who posted it", required = true) String postedBy,
        @Schema(description = "理由 Reason of a reversal") String reason,
        @Schema(description = "所冲销的凭证 Journal that it reverses") Long reversesJournalId,
        @Schema(description = "冲销凭证 Reversal that undid it; absent while it stands") Long reversalJournalId,
        @Schema(description = "资金收回 Recovery of which it is a level") UUID recoveryId) {}
