package io.zhixing.project.reversal;

import java.time.LocalDate;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.project.ProjectProblems;
import io.zhixing.project.fund.FundReversal;
import io.zhixing.project.ledger.Journal;
import io.zhixing.project.library.BudgetReversal;
import io.zhixing.project.payment.OrderReversal;
import io.zhixing.project.recovery.RecoveryReversal;

/** Undoes a journal of whatever kind; the document that it was posted for follows in the same transaction and says so. */
@RequestScoped
class ReverseJournal {

    private final FundReversal funds;
    private final BudgetReversal budgets;
    private final OrderReversal orders;
    private final RecoveryReversal recoveries;

    ReverseJournal(FundReversal funds, BudgetReversal budgets, OrderReversal orders, RecoveryReversal recoveries) {
        this.funds = funds;
        this.budgets = budgets;
        this.orders = orders;
        this.recoveries = recoveries;
    }

    /** The number of the reversal. @param journal not of a return after close */
    long handle(Journal journal, LocalDate on, String reason) {
        return switch (journal.kind()) {
            case APPROPRIATE -> funds.appropriation(journal, on, reason);
            case ALLOCATE -> funds.allocation(journal, on, reason);
            case BUDGET -> budgets.handle(journal, on, reason);
            case PAY, REFUND -> orders.handle(journal, on, reason);
            case CLAWBACK, RETURN_TO_TREASURY -> recoveries.handle(journal, on, reason);
            case REVERSAL -> throw ProjectProblems.NOT_REVERSIBLE.about();
        };
    }
}
