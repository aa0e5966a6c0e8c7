package io.zhixing.project.ledger;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "LedgerDrift", description = "账簿核对 Rows that differ from their entries; all 0 when the ledger is right", examples = """
        {"balances":0,"reservations":0,"obligations":0,"documents":0}""")
public record DriftView(
        @Schema(description = "余额不符的账户 Accounts whose balance differs", required = true, minimum = "0") long balances,
        @Schema(description = "不符的预留和明细 Reservations and lines that differ", required = true, minimum = "0") long reservations,
        @Schema(description = "不符的欠款 Obligations that differ", required = true, minimum = "0") long obligations,
        @Schema(description = "与流水不符的文件：资金来源、分配、预算、项目和资金收回 Documents that state another thing than their entries: sources, allocations, budgets, projects, recoveries", required = true, minimum = "0") long documents) {}
