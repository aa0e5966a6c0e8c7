package io.zhixing.project.reversal;

import java.time.LocalDate;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.project.fund.FundReversal;
import io.zhixing.project.ledger.Journal;
import io.zhixing.project.ledger.Ledger;
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
    private final Ledger ledger;

    ReverseJournal(FundReversal funds, BudgetReversal budgets, OrderReversal orders, RecoveryReversal recoveries,
            Ledger ledger) {
        this.funds = funds;
        this.budgets = budgets;
        this.orders = orders;
        this.recoveries = recoveries;
        this.ledger = ledger;
    }

    /** The number of the reversal. */
    long handle(Journal journal, LocalDate on, String reason) {
        return switch (journal.kind()) {
            case APPROPRIATE -> funds.appropriation(journal, on, reason);
            case ALLOCATE -> funds.allocation(journal, on, reason);
            case BUDGET -> budgets.handle(journal, on, reason);
            case PAY, REFUND -> orders.handle(journal, on, reason);
            case CLAWBACK, RETURN_TO_TREASURY -> journal.recoveryId() == null
                    ? refused(journal, on, reason)
                    : recoveries.handle(journal, on, reason);
            case REVERSAL -> refused(journal, on, reason);
        };
    }

    /** By the ledger: a reversal is not reversed, and money of a return after close went up from a budget that is closed. */
    private long refused(Journal journal, LocalDate on, String reason) {
        return ledger.reverse(journal.id(), on, reason);
    }
}
