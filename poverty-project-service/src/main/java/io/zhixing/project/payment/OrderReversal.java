package io.zhixing.project.payment;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.platform.outbox.DomainEvent;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.project.ledger.Journal;
import io.zhixing.project.ledger.Journals;
import io.zhixing.project.ledger.Ledger;
import io.zhixing.project.obligation.Obligations;

/** Reverses what the bank was taken to have paid or given back: the order, its lines and what they settle follow. */
@RequestScoped
public class OrderReversal {

    private final BankAnswers answers;
    private final Journals journals;
    private final Ledger ledger;
    private final Obligations obligations;
    private final OrderOutcome outcome;
    private final Outbox outbox;

    OrderReversal(BankAnswers answers, Journals journals, Ledger ledger, Obligations obligations, OrderOutcome outcome,
            Outbox outbox) {
        this.answers = answers;
        this.journals = journals;
        this.ledger = ledger;
        this.obligations = obligations;
        this.outcome = outcome;
        this.outbox = outbox;
    }

    /** @param journal a payment or a refund; the number of its reversal is answered */
    public long handle(Journal journal, LocalDate on, String reason) {
        var order = answers.lock(journal.disbursementId()).orElseThrow(PlatformProblems.NOT_FOUND::about);
        long reversal = ledger.reverse(journal.id(), on, reason);
        var events = new LinkedHashMap<DomainEvent, String>();
        obligations.settledBy(journals.lines(journal.id()))
                .forEach(owed -> events.put(owed.changed(on), owed.path()));
        events.put(followed(order, journal, on, reason), order.path());
        outbox.appendAll(List.copyOf(events.keySet()), events::get);
        return reversal;
    }

    private Disbursement.Changed followed(BankAnswers.Order order, Journal journal, LocalDate on, String reason) {
        var lines = new OrderLines(answers.lines(order.id()).values());
        var step = MoveDisbursement.reversing(journal.kind(), order.state(), lines.next(order.state()));
        return outcome.of(order, lines, step, on, reason);
    }
}
