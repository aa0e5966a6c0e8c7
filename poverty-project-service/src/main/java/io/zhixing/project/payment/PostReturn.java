package io.zhixing.project.payment;

import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.project.ledger.Ledger;
import io.zhixing.project.payment.BankAnswers.Marked;

/**
 * Posts a return whose reopening two persons agreed on, in one transaction: the line comes back to its budget on the bank's
 * day, the money goes up to the first account that was open, and what was closed is closed again.
 */
@RequestScoped
class PostReturn {

    private final BankAnswers answers;
    private final Ledger ledger;
    private final OrderOutcome outcome;

    PostReturn(BankAnswers answers, Ledger ledger, OrderOutcome outcome) {
        this.answers = answers;
        this.ledger = ledger;
        this.outcome = outcome;
    }

    /** The number of the refund. @param returned approved already, its row locked; @param on the day of the approval, on which the money goes up */
    long handle(UnallocatedReturn returned, LocalDate on) {
        var order = answers.lock(returned.disbursementId()).orElseThrow(PlatformProblems.NOT_FOUND::about);
        var opened = ledger.reopen(returned.id());
        answers.mark(List.of(new Marked(returned.payment(), LineState.RETURNED, returned.bankRef(),
                returned.returnedOn(), null, returned.amountFen(), false)));
        var lines = List.of(returned.payment());
        long refund = ledger.refund(returned.bankFile(), order.id(), order.budgetId(), returned.amountFen(),
                returned.returnedOn(), lines);
        giveUp(returned, opened, on);
        outcome.follow(outcome.settled(lines, returned.returnedOn()), order,
                new OrderLines(answers.lines(order.id()).values()), MoveDisbursement.returning(order.state()),
                returned.returnedOn(), null);
        return refund;
    }

    /** What was open before keeps the money: the allocation, as a rule. */
    private void giveUp(UnallocatedReturn returned, List<Ledger.Opened> chain, LocalDate on) {
        for (int i = 0; i < chain.size() && chain.get(i).wasClosed(); i++) {
            var above = i + 1 < chain.size() ? chain.get(i + 1).account() : Ledger.TREASURY;
            ledger.giveUp(returned.id(), chain.get(i).account(), above, returned.amountFen(), on);
        }
        chain.stream().filter(Ledger.Opened::wasClosed).map(Ledger.Opened::account).forEach(ledger::close);
    }
}
