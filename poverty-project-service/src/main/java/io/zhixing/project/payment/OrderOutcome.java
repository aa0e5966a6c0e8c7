package io.zhixing.project.payment;

import java.time.LocalDate;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.platform.transition.Step;
import io.zhixing.platform.transition.StepHistory;
import io.zhixing.project.payment.BankAnswers.Order;

/** What an order becomes when its payee lines have changed: its next version, with its place in the history and its event. */
@RequestScoped
class OrderOutcome {

    private final BankAnswers answers;
    private final StepHistory history;

    OrderOutcome(BankAnswers answers, StepHistory history) {
        this.answers = answers;
        this.history = history;
    }

    /**
     * @param order as it was locked; @param lines as they are now
     * @param step from its state to the one that follows from the lines
     * @param on the last day that was told of the lines
     * @param comment null where nobody said anything
     */
    Disbursement.Changed of(Order order, OrderLines lines, Step<OrderState, ?> step, LocalDate on, String comment) {
        var state = step.to();
        var reached = answers.reach(order, state, on);
        var day = state == OrderState.SENT ? on : reached.stateOn();
        history.add("disbursement", order.id(), reached.version(), order.path(), step, day, comment);
        return new Disbursement.Changed(order.id(), reached.version(), order.organizationId(), day, order.projectId(),
                order.budgetId(), order.stage(), order.amountFen(), order.state(), state, lines.totals());
    }
}
