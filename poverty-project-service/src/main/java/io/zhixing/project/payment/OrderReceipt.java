package io.zhixing.project.payment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.project.ProjectProblems;
import io.zhixing.project.payment.BankAnswers.Line;
import io.zhixing.project.payment.BankAnswers.Marked;

/** The lines of one bank file that answer one order, judged against what the order's lines are now. */
final class OrderReceipt {

    private final Map<Integer, Line> lines;
    private final boolean closed;
    private final LocalDate sentOn;
    private final LocalDate today;
    private final List<Marked> paid = new ArrayList<>();
    private final List<Marked> failed = new ArrayList<>();
    private final List<Marked> returned = new ArrayList<>();
    private final List<Marked> unallocated = new ArrayList<>();

    /** @param order whose budget's account may be closed, so that nothing can come back to it; @param today in Asia/Shanghai */
    OrderReceipt(BankAnswers.Order order, Map<Integer, Line> lines, LocalDate today) {
        this.lines = lines;
        this.closed = order.budgetClosed();
        this.today = today;
        this.sentOn = order.state() == OrderState.SENT ? order.stateOn() : LocalDate.MIN;
    }

    ReceiptAnswer judge(BankLine stated) {
        var line = lines.get(stated.lineNo());
        if (line == null) {
            return stated.answered(ReceiptOutcome.UNKNOWN_LINE);
        }
        if (line.amountFen() != stated.amountFen()) {
            return stated.refused(ProjectProblems.LINES_DO_NOT_ADD_UP.name());
        }
        if (stated.on().isAfter(today)) {
            return stated.refused(ProjectProblems.STEP_OUT_OF_ORDER.name());
        }
        return switch (stated.result()) {
            case PAID -> pay(stated, line);
            case FAILED -> fail(stated, line);
            case RETURNED -> giveBack(stated, line);
        };
    }

    private ReceiptAnswer pay(BankLine stated, Line line) {
        if (line.state() == LineState.PENDING) {
            if (stated.on().isBefore(sentOn)) {
                return stated.refused(ProjectProblems.STEP_OUT_OF_ORDER.name());
            }
            paid.add(marked(stated, line, LineState.PAID));
            return stated.answered(ReceiptOutcome.POSTED);
        }
        if (line.state() == LineState.FAILED) {
            return stated.refused(PlatformProblems.TRANSITION_NOT_AVAILABLE.name());
        }
        return stated.bankRef().equals(line.bankRef())
                ? stated.answered(ReceiptOutcome.DUPLICATE)
                : stated.refused(ProjectProblems.ALREADY_PAID.name());
    }

    private ReceiptAnswer fail(BankLine stated, Line line) {
        if (line.state() == LineState.PENDING) {
            if (stated.on().isBefore(sentOn)) {
                return stated.refused(ProjectProblems.STEP_OUT_OF_ORDER.name());
            }
            failed.add(marked(stated, line, LineState.FAILED));
            return stated.answered(ReceiptOutcome.FAILED);
        }
        return line.state() == LineState.FAILED
                ? stated.answered(ReceiptOutcome.DUPLICATE)
                : stated.refused(ProjectProblems.ALREADY_PAID.name());
    }

    private ReceiptAnswer giveBack(BankLine stated, Line line) {
        if (line.state() == LineState.PAID) {
            if (stated.on().isBefore(line.paidOn())) {
                return stated.refused(ProjectProblems.STEP_OUT_OF_ORDER.name());
            }
            (closed ? unallocated : returned).add(marked(stated, line, LineState.RETURNED));
            return stated.answered(closed ? ReceiptOutcome.UNALLOCATED : ReceiptOutcome.RETURNED);
        }
        return line.state() == LineState.RETURNED
                ? stated.answered(ReceiptOutcome.DUPLICATE)
                : stated.refused(PlatformProblems.TRANSITION_NOT_AVAILABLE.name());
    }

    /** Later lines of the file see what this one did. */
    private Marked marked(BankLine stated, Line line, LineState state) {
        boolean pays = state == LineState.PAID;
        lines.put(stated.lineNo(), new Line(line.id(), line.amountFen(), state,
                pays ? stated.bankRef() : line.bankRef(), line.settles(), pays ? stated.on() : line.paidOn()));
        return new Marked(line.id(), state, stated.bankRef(), stated.on(),
                state == LineState.FAILED && stated.failure() == null ? PaymentFailure.OTHER : stated.failure(),
                line.amountFen(), line.settles());
    }

    List<Marked> paid() {
        return paid;
    }

    List<Marked> failed() {
        return failed;
    }

    List<Marked> returned() {
        return returned;
    }

    List<Marked> unallocated() {
        return unallocated;
    }

    boolean changesLines() {
        return !paid.isEmpty() || !failed.isEmpty() || !returned.isEmpty();
    }

    /** The order's lines after the file. */
    OrderLines after() {
        return new OrderLines(lines.values());
    }
}
