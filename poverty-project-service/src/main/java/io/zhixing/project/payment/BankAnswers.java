package io.zhixing.project.payment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.sql.Sql;

/** What the bank's answers change in orders and lines, in plain SQL and in the order of locks: order, lines, then the ledger's own. */
@Singleton
class BankAnswers {

    private final Sql database;
    private final UnallocatedReturns returns;

    BankAnswers(Sql database, UnallocatedReturns returns) {
        this.database = database;
        this.returns = returns;
    }

    /** An order whose row is locked. */
    record Order(UUID id, UUID projectId, UUID organizationId, String path, UUID budgetId, OrderStage stage,
            long amountFen, OrderState state, LocalDate stateOn, long version, boolean budgetClosed) {}

    /**
     * @param state RETURNED also while the return waits for two persons because the budget is closed
     * @param settles whether it pays an obligation
     * @param paidOn null before the bank has paid it
     */
    record Line(UUID id, long amountFen, LineState state, String bankRef, boolean settles, LocalDate paidOn) {}

    /** One line after the bank's answer. */
    record Marked(UUID line, LineState state, String bankRef, LocalDate on, PaymentFailure failure, long amountFen,
            boolean settles) {}

    /** Empty when the caller does not see the order. */
    Optional<Order> lock(UUID order) {
        return database.first("""
                select d.id, d.project_id, d.organization_id, d.organization_path, d.budget_id, d.stage, d.amount_fen, d.status, d.status_on,
                       d.version, (select l.closed from ledger_balance l where l.id = d.budget_id)
                from disbursement d where d.id = ? for no key update of d""",
                row -> new Order(row.getObject(1, UUID.class), row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class), row.getString(4), row.getObject(5, UUID.class),
                        OrderStage.valueOf(row.getString(6)), row.getLong(7), OrderState.valueOf(row.getString(8)),
                        row.getObject(9, LocalDate.class), row.getLong(10), row.getBoolean(11)),
                order);
    }

    /** The order's lines by number. */
    Map<Integer, Line> lines(UUID order) {
        return database.map("""
                select p.line_no, p.id, p.amount_fen, case when u.id is null then p.status else 'RETURNED' end, p.bank_ref,
                       p.obligation_id is not null, p.paid_on
                from payment p left join unallocated_return u on u.payment_id = p.id where p.disbursement_id = ?""",
                row -> row.getInt(1),
                row -> new Line(row.getObject(2, UUID.class), row.getLong(3), LineState.valueOf(row.getString(4)),
                        row.getString(5), row.getBoolean(6), row.getObject(7, LocalDate.class)),
                order);
    }

    /** A return keeps the reference under which the line was paid. */
    void mark(List<Marked> marked) {
        Batch.of(marked).column("uuid", Marked::line).column("text", one -> one.state().name())
                .column("text", Marked::bankRef).column("date", Marked::on)
                .column("text", one -> one.failure() == null ? null : one.failure().name())
                .update(database, """
                    update payment p set status = a.status, failure = a.failure,
                      bank_ref = case a.status when 'PAID' then a.bank_ref else p.bank_ref end,
                      paid_on = case a.status when 'PAID' then a.day else p.paid_on end,
                      returned_on = case a.status when 'RETURNED' then a.day else p.returned_on end
                    from unnest(?::uuid[], ?::text[], ?::text[], ?::date[], ?::text[]) as a (id, status, bank_ref, day, failure)
                    where p.id = a.id""");
    }

    /** Money that came back for a budget that is closed: two persons decide on it. */
    List<UnallocatedReturn> keepUnallocated(Order order, String bankFile, List<Marked> returned) {
        return returns.keep(order, bankFile, returned);
    }

    /**
     * The order after the bank's answers: its next version. While answers are outstanding it has been sent since the day it
     * was sent, else a file of an earlier bank day could not come any more; then it is of the last day that the bank told.
     */
    Order reach(Order order, OrderState state, LocalDate on) {
        return database.one("""
                update disbursement d set status = ?, version = d.version + 1, status_on = case when ? then d.status_on else
                  greatest(d.status_on, ?, (select max(p.paid_on) from payment p where p.disbursement_id = d.id)) end
                where d.id = ? returning d.status_on""",
                row -> new Order(order.id(), order.projectId(), order.organizationId(), order.path(), order.budgetId(),
                        order.stage(), order.amountFen(), state, row.getObject(1, LocalDate.class), order.version() + 1,
                        order.budgetClosed()),
                state.name(), state == OrderState.SENT, on, order.id());
    }
}
