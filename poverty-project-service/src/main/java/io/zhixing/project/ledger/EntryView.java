package io.zhixing.project.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "LedgerEntry", description = "记账 A movement of money", examples = """
        {"id":1,"journalId":1,"kind":"BUDGET","netFen":3252700,"occurredOn":"2016-06-20","recordedOn":"2026-09-01",
         "documentId":"01912d68-783e-7a0f-8000-0f54b3b0a4da","category":"ASSISTANCE"}""")
record EntryView(
        @Schema(description = "序号 Number of the entry", required = true) long id,
        @Schema(description = "凭证 Journal", required = true) long journalId,
        @Schema(description = "种类 Kind of journal; a reversal appears under the kind it undoes", required = true) String kind,
        @Schema(description = "净额（分） Net amount in fen; negative for clawbacks, refunds and reversals", required = true) long netFen,
        @Schema(description = "业务日期 Business day", required = true) LocalDate occurredOn,
        @Schema(description = "登记日期 Day of entry, Asia/Shanghai", required = true) LocalDate recordedOn,
        @Schema(description = "单据 The allocation, the budget or the payee line", required = true) UUID documentId,
        @Schema(description = "类别 Category of the source or project, or kind of the obligation", required = true) String category) {

    static EntryView read(ResultSet row) throws SQLException {
        return new EntryView(row.getLong("id"), row.getLong("journal_id"), row.getString("kind"),
                row.getLong("net_fen"), row.getObject("occurred_on", LocalDate.class),
                row.getObject("recorded_on", LocalDate.class), row.getObject("document_id", UUID.class),
                row.getString("category"));
    }
}
