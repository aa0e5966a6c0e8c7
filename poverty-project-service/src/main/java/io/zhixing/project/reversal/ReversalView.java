package io.zhixing.project.reversal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhixing.project.reversal.ReversalRequest.ReversalState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Reversal", description = "冲销申请 A request to reverse a journal", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4e1","journalId":4,"reason":"回单错记在另一笔支付上","documentNo":"示例〔2016〕12号",
         "state":"REQUESTED","stateOn":"2016-09-08","requestedBy":"member:01912d68-783e-7a0f-8000-0f54b3b0a4df","version":1}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReversalView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "凭证 Journal to reverse", required = true) long journalId,
        @Schema(description = "理由 Reason", required = true) String reason,
        @Schema(description = "文号 Number of the document that orders it", required = true) String documentNo,
        @Schema(description = "状态 State", required = true) ReversalState state,
        @Schema(description = "状态日期 Business day of the last step", required = true) LocalDate stateOn,
        @Schema(description = "申请人 Who asked for it", required = true) String requestedBy,
        @Schema(description = "确认人 Who confirmed it") String confirmedBy,
        @Schema(description = "冲销凭证 Journal that reverses; once it is executed") Long reversalJournalId,
        @Schema(description = "版本 Version", required = true, minimum = "1") long version) {

    static ReversalView read(ResultSet row) throws SQLException {
        return new ReversalView(row.getObject("id", UUID.class), row.getLong("journal_id"), row.getString("reason"),
                row.getString("document_no"), ReversalState.valueOf(row.getString("status")),
                row.getObject("status_on", LocalDate.class), row.getString("requested_by"),
                row.getString("confirmed_by"), row.getObject("reversal_id", Long.class), row.getLong("version"));
    }
}
