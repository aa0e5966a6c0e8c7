package io.zhixing.project.recovery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Recovery", description = "资金收回 A recovery of money", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4dd","organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d6","countyCode":"441223",
         "accountId":"01912d68-783e-7a0f-8000-0f54b3b0a4da","fundSourceId":"01912d68-783e-7a0f-8000-0f54b3b0a4d1",
         "fundAllocationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d3","budgetId":"01912d68-783e-7a0f-8000-0f54b3b0a4da",
         "kind":"SURPLUS","amountFen":120000,"toLevel":"SOURCE","reason":"项目完工结余","documentNo":"示例〔2016〕9号",
         "state":"PROPOSED","stateOn":"2016-11-01","version":1}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RecoveryView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "所在组织 Organization of the project, the allocation or the source", required = true) UUID organizationId,
        @Schema(description = "县区代码 County code; absent where it takes from a source") String countyCode,
        @Schema(description = "被收回的账户 The budget, allocation or source that it takes from", required = true) UUID accountId,
        @Schema(description = "资金来源 Fund source", required = true) UUID fundSourceId,
        @Schema(description = "资金分配 Allocation; absent where it takes from a source") UUID fundAllocationId,
        @Schema(description = "项目预算 Budget; absent where it takes from an allocation or a source") UUID budgetId,
        @Schema(description = "收回原因 Kind", required = true) RecoveryKind kind,
        @Schema(description = "金额（分） Amount in fen", required = true, minimum = "1") long amountFen,
        @Schema(description = "收回到哪一级 Level to which it goes back", required = true) RecoveryLevel toLevel,
        @Schema(description = "理由 Reason", required = true) String reason,
        @Schema(description = "文号 Number of the document", required = true) String documentNo,
        @Schema(description = "状态 State", required = true) RecoveryState state,
        @Schema(description = "状态日期 Business day of the last step", required = true) LocalDate stateOn,
        @Schema(description = "不予收回的理由 Why it was dismissed") String dismissal,
        @Schema(description = "版本 Version", required = true, minimum = "1") long version) {

    static RecoveryView read(ResultSet row) throws SQLException {
        return new RecoveryView(row.getObject("id", UUID.class), row.getObject("organization_id", UUID.class),
                row.getString("county_code"), row.getObject("account_id", UUID.class),
                row.getObject("source_id", UUID.class), row.getObject("allocation_id", UUID.class),
                row.getObject("budget_id", UUID.class), RecoveryKind.valueOf(row.getString("kind")),
                row.getLong("amount_fen"), RecoveryLevel.valueOf(row.getString("to_level")), row.getString("reason"),
                row.getString("document_no"), RecoveryState.valueOf(row.getString("status")),
                row.getObject("status_on", LocalDate.class), row.getString("dismissal"), row.getLong("version"));
    }
}
