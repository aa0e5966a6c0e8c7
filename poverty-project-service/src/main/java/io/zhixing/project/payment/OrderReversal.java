package io.zhixing.project.payment;

import java.time.LocalDate;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.project.ledger.Journal;
import io.zhixing.project.ledger.Journals;
import io.zhixing.project.ledger.Ledger;

/** Reverses what the bank was taken to have paid or given back: the order, its lines and what they settle follow. */
@RequestScoped
public class OrderReversal {

    private final BankAnswers answers;
    private final Journals journals;
    private final Ledger ledger;
    private final OrderOutcome outcome;

    OrderReversal(BankAnswers answers, Journals journals, Ledger ledger, OrderOutcome outcome) {
        this.answers = answers;
        this.journals = journals;
        this.ledger = ledger;
        this.outcome = outcome;
    }

    /** @param journal a payment or a refund; the number of its reversal is answered */
    public long handle(Journal journal, LocalDate on, String reason) {
        var order = answers.lock(journal.disbursementId()).orElseThrow(PlatformProblems.NOT_FOUND::about);
        long reversal = ledger.reverse(journal.id(), on, reason);
        var lines = new OrderLines(answers.lines(order.id()).values());
        var step = MoveDisbursement.reversing(journal.kind(), order.state(), lines.next(order.state()));
        outcome.follow(outcome.settled(journals.lines(journal.id()), on), order, lines, step, on, reason);
        return reversal;
    }
}
