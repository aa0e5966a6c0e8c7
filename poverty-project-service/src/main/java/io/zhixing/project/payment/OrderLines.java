package io.zhixing.project.payment;

import java.util.Collection;

import io.zhixing.project.payment.BankAnswers.Line;
import io.zhixing.project.payment.Disbursement.LineTotals;

/** The payee lines of one order as they are now, and what follows from them for the order. */
record OrderLines(Collection<Line> lines) {

    /** The state of an order in this one whose lines have become these. While answers are outstanding it stays at the bank. */
    OrderState next(OrderState present) {
        if (present == OrderState.SENT && any(LineState.PENDING)) {
            return OrderState.SENT;
        }
        return any(LineState.FAILED) || any(LineState.RETURNED) || any(LineState.REVERSED)
                ? OrderState.PARTLY_RETURNED
                : OrderState.PAID;
    }

    LineTotals totals() {
        return new LineTotals(lines.size(), sum(LineState.PENDING), sum(LineState.PAID), sum(LineState.FAILED),
                Math.addExact(sum(LineState.RETURNED), sum(LineState.REVERSED)));
    }

    private long sum(LineState state) {
        return lines.stream().filter(line -> line.state() == state).mapToLong(Line::amountFen).reduce(0,
                Math::addExact);
    }

    private boolean any(LineState state) {
        return lines.stream().anyMatch(line -> line.state() == state);
    }
}
