package io.zhixing.project.library;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ProjectBudget", description = "项目预算 A budget with what its account holds", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4da","projectId":"01912d68-783e-7a0f-8000-0f54b3b0a4d5",
         "fundAllocationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d3","countyCode":"441223","purposeCode":"ROAD","amountFen":3252700,
         "debitsFen":0,"reservedFen":0,"availableFen":3252700,"version":1}""")
record BudgetView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "项目 Project", required = true) UUID projectId,
        @Schema(description = "资金分配 Allocation", required = true) UUID fundAllocationId,
        @Schema(description = "县区代码 County code", required = true) String countyCode,
        @Schema(description = "用途 Purpose", required = true) String purposeCode,
        @Schema(description = "金额（分），冲销后为0 Amount in fen, 0 when it was reversed", required = true, minimum = "0") long amountFen,
        @Schema(description = "已出（分） Paid or given back, in fen", required = true, minimum = "0") long debitsFen,
        @Schema(description = "预留（分） Approved, not yet paid, in fen", required = true, minimum = "0") long reservedFen,
        @Schema(description = "可用（分） Available, in fen", required = true, minimum = "0") long availableFen,
        @Schema(description = "版本 Version", required = true, minimum = "1") long version) {

    /** What its account holds where that is not just the amount itself; null for a budget from which nothing was ordered. */
    String movement() {
        return debitsFen == 0 && reservedFen == 0 && availableFen == amountFen
                ? null
                : debitsFen + "-" + reservedFen + "-" + availableFen;
    }
}
