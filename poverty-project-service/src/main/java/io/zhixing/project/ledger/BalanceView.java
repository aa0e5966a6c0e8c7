package io.zhixing.project.ledger;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Balance", description = "账户余额 What an account holds, in fen", examples = """
        {"creditsFen":1000000,"debitsFen":400000,"reservedFen":100000,"availableFen":500000,"closed":false}""")
public record BalanceView(
        @Schema(description = "累计收入（分） All that came in", required = true, minimum = "0") long creditsFen,
        @Schema(description = "累计支出（分） All that went out", required = true, minimum = "0") long debitsFen,
        @Schema(description = "预留（分） Approved, not yet paid", required = true, minimum = "0") long reservedFen,
        @Schema(description = "可用（分） Available", required = true, minimum = "0") long availableFen,
        @Schema(description = "是否关闭 Whether it is closed", required = true) boolean closed) {

    public static BalanceView of(Ledger.Balance balance) {
        return new BalanceView(balance.creditsFen(), balance.debitsFen(), balance.reservedFen(),
                balance.availableFen(), balance.closed());
    }
}
