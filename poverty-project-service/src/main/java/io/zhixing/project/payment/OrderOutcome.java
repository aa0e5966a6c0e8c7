package io.zhixing.project.payment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.platform.outbox.DomainEvent;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.transition.Step;
import io.zhixing.platform.transition.StepHistory;
import io.zhixing.project.obligation.Obligations;
import io.zhixing.project.payment.BankAnswers.Order;

/** What an order becomes when its payee lines have changed: its next version, with its place in the history and its event. */
@RequestScoped
class OrderOutcome {

    private final BankAnswers answers;
    private final StepHistory history;
    private final Obligations obligations;
    private final Outbox outbox;

    OrderOutcome(BankAnswers answers, StepHistory history, Obligations obligations, Outbox outbox) {
        this.answers = answers;
        this.history = history;
        this.obligations = obligations;
        this.outbox = outbox;
    }

    /** Each posting is a version of the obligations behind its payee lines, and each version is published: by event, its path. */
    Map<DomainEvent, String> settled(Collection<UUID> lines, LocalDate on) {
        var events = new LinkedHashMap<DomainEvent, String>();
        if (!lines.isEmpty()) {
            obligations.settledBy(lines).forEach(owed -> events.put(owed.changed(on), owed.path()));
        }
        return events;
    }

    /**
     * Publishes what the postings settled, then the order's next version.
     *
     * @param settled by all of them, in their order
     * @param order as it was locked; @param lines as they are now
     * @param step from its state to the one that follows from the lines
     * @param on the last day that was told of the lines
     * @param comment null where nobody said anything
     */
    void follow(Map<DomainEvent, String> settled, Order order, OrderLines lines, Step<OrderState, ?> step,
            LocalDate on, String comment) {
        var events = new LinkedHashMap<>(settled);
        events.put(reached(order, lines, step, on, comment), order.path());
        outbox.appendAll(List.copyOf(events.keySet()), events::get);
    }

    private Disbursement.Changed reached(Order order, OrderLines lines, Step<OrderState, ?> step, LocalDate on,
            String comment) {
        var state = step.to();
        var reached = answers.reach(order, state, on);
        var day = state == OrderState.SENT ? on : reached.stateOn();
        history.add(Disbursement.RESOURCE, order.id(), reached.version(), order.path(), step, day, comment);
        return new Disbursement.Changed(order.id(), reached.version(), order.organizationId(), day, order.projectId(),
                order.budgetId(), order.stage(), order.amountFen(), order.state(), state, lines.totals());
    }
}
