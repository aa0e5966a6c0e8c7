package io.zhixing.project.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Disbursement", description = "拨付单 A payment order", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4dc","projectId":"01912d68-783e-7a0f-8000-0f54b3b0a4d5",
         "organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d6","budgetId":"01912d68-783e-7a0f-8000-0f54b3b0a4da","stage":"FINAL",
         "amountFen":3252700,"lineTotalFen":3252700,"lineCount":1,"state":"SUBMITTED","stateOn":"2016-09-01","version":1}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DisbursementView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "项目 Project", required = true) UUID projectId,
        @Schema(description = "所在组织 The project's organization", required = true) UUID organizationId,
        @Schema(description = "预算 Budget", required = true) UUID budgetId,
        @Schema(description = "拨付阶段 Stage", required = true) OrderStage stage,
        @Schema(description = "金额（分） Amount in fen", required = true, minimum = "1") long amountFen,
        @Schema(description = "明细合计（分） Lines together, in fen", required = true, minimum = "0") long lineTotalFen,
        @Schema(description = "明细笔数 Number of lines", required = true, minimum = "0") int lineCount,
        @Schema(description = "同意文件 The collective's consent") String consentDocument,
        @Schema(description = "状态 State", required = true) OrderState state,
        @Schema(description = "状态日期 Business day of the last step", required = true) LocalDate stateOn,
        @Schema(description = "版本 Version", required = true, minimum = "1") long version) {

    static DisbursementView read(ResultSet row) throws SQLException {
        return new DisbursementView(row.getObject("id", UUID.class), row.getObject("project_id", UUID.class),
                row.getObject("organization_id", UUID.class), row.getObject("budget_id", UUID.class),
                OrderStage.valueOf(row.getString("stage")), row.getLong("amount_fen"), row.getLong("line_total_fen"),
                row.getInt("line_count"), row.getString("consent_document"),
                OrderState.valueOf(row.getString("status")), row.getObject("status_on", LocalDate.class),
                row.getLong("version"));
    }
}
