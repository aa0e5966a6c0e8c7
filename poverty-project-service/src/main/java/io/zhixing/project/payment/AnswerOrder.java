package io.zhixing.project.payment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.platform.access.Access;
import io.zhixing.platform.outbox.DomainEvent;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.time.Shanghai;
import io.zhixing.platform.transition.Step;
import io.zhixing.project.ProjectProblems;
import io.zhixing.project.Roles;
import io.zhixing.project.ledger.Ledger;
import io.zhixing.project.payment.BankAnswers.Marked;
import io.zhixing.project.payment.BankAnswers.Order;

/** Applies a bank file to one order: lines, payments and refunds in the ledger, obligations, events, in one transaction. */
@RequestScoped
public class AnswerOrder {

    private final Access access;
    private final BankAnswers answers;
    private final Ledger ledger;
    private final OrderOutcome outcome;
    private final Outbox outbox;
    private final Clock clock;

    AnswerOrder(Access access, BankAnswers answers, Ledger ledger, OrderOutcome outcome, Outbox outbox,
            Clock clock) {
        this.access = access;
        this.answers = answers;
        this.ledger = ledger;
        this.outcome = outcome;
        this.outbox = outbox;
        this.clock = clock;
    }

    List<ReceiptAnswer> handle(String bankFile, UUID id, List<BankLine> stated) {
        var order = answers.lock(id).filter(found -> access.scope().covers(found.path())).orElse(null);
        if (order == null) {
            return stated.stream().map(line -> line.answered(ReceiptOutcome.UNKNOWN_LINE)).toList();
        }
        access.require(order.path(), Roles.FUND_CASHIER, Roles.SYSTEM_CLIENT);
        var receipt = new OrderReceipt(order, answers.lines(id), Shanghai.today(clock));
        var answered = stated.stream().map(receipt::judge).toList();
        apply(bankFile, order, receipt);
        return answered;
    }

    private void apply(String bankFile, Order order, OrderReceipt receipt) {
        outbox.appendAll(answers.keepUnallocated(order, bankFile, receipt.unallocated()).stream()
                .map(UnallocatedReturn::changed).toList(), order.path());
        if (!receipt.changesLines()) {
            return;
        }
        if ((!receipt.paid().isEmpty() || !receipt.failed().isEmpty()) && order.state() != OrderState.SENT) {
            throw ProjectProblems.ORDER_NOT_SENT.about();
        }
        var events = new LinkedHashMap<DomainEvent, String>();
        var paidByDay = byDay(receipt.paid());
        var returnedByDay = byDay(receipt.returned());
        answers.mark(Stream.concat(receipt.paid().stream(), receipt.failed().stream()).toList());
        if (paidByDay.size() + returnedByDay.size() > 1) {
            ledger.hold(order.id(), ids(Stream.concat(receipt.paid().stream(), receipt.returned().stream()).toList()));
        }
        paidByDay.forEach((day, paid) -> {
            ledger.pay(bankFile, order.id(), order.budgetId(), sum(paid), day, ids(paid));
            events.putAll(settled(paid, day));
        });
        answers.mark(receipt.returned());
        returnedByDay.forEach((day, returned) -> {
            ledger.refund(bankFile, order.id(), order.budgetId(), sum(returned), day, ids(returned));
            events.putAll(settled(returned, day));
        });
        finish(order, receipt, events);
    }

    private void finish(Order order, OrderReceipt receipt, Map<DomainEvent, String> settled) {
        var after = receipt.after();
        var step = step(order.state(), after.next(order.state()));
        var last = Stream.of(receipt.paid(), receipt.failed(), receipt.returned()).flatMap(List::stream)
                .map(Marked::on).max(LocalDate::compareTo).orElseThrow();
        if (order.state() == OrderState.SENT && step.to() != OrderState.SENT && after.totals().failedFen() > 0) {
            ledger.release(order.id(), last);
        }
        outcome.follow(settled, order, after, step, last, null);
    }

    private Map<DomainEvent, String> settled(List<Marked> lines, LocalDate on) {
        return outcome.settled(ids(lines.stream().filter(Marked::settles).toList()), on);
    }

    private static Step<OrderState, ?> step(OrderState from, OrderState to) {
        return MoveDisbursement.STEPS.leaving(from).stream().filter(step -> step.to() == to).findFirst()
                .orElseThrow();
    }

    private static TreeMap<LocalDate, List<Marked>> byDay(List<Marked> lines) {
        return lines.stream().collect(Collectors.groupingBy(Marked::on, TreeMap::new, Collectors.toList()));
    }

    private static long sum(List<Marked> lines) {
        return lines.stream().mapToLong(Marked::amountFen).reduce(0, Math::addExact);
    }

    private static List<UUID> ids(List<Marked> lines) {
        return lines.stream().map(Marked::line).toList();
    }
}
