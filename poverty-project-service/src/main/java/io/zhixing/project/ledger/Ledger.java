package io.zhixing.project.ledger;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;
import io.zhixing.project.Actor;

/**
 * The functions of the database that move money, one round trip each. They need the transaction of the step and see
 * what it has flushed. Amounts are fen. A refusal comes back as the problem of its constraint.
 */
@Singleton
public class Ledger {

    /** Where money comes from. */
    private static final UUID EXTERNAL = UUID.fromString("00000000-0000-0000-0000-00000000000e");
    /** What gave the money to the city's sources, and takes it back. */
    public static final UUID TREASURY = UUID.fromString("00000000-0000-0000-0000-00000000000b");
    /** Where payees are. */
    private static final UUID PAID = UUID.fromString("00000000-0000-0000-0000-00000000000a");

    private final Sql database;
    private final Actor actor;

    Ledger(Sql database, Actor actor) {
        this.database = database;
        this.actor = actor;
    }

    /** What an account holds, in fen. */
    public record Balance(long creditsFen, long debitsFen, long reservedFen, long availableFen, boolean closed) {}

    public void appropriate(UUID source, long amountFen, LocalDate on) {
        post("source:" + source, "APPROPRIATE", EXTERNAL, source, amountFen, on, null, null);
    }

    public void allocate(UUID source, UUID allocation, long amountFen, LocalDate on) {
        post("allocation:" + allocation, "ALLOCATE", source, allocation, amountFen, on, null, null);
    }

    /** @param version the budget's version to which the amount belongs: a raised budget is posted again */
    public void budget(UUID allocation, UUID budget, long version, long amountFen, LocalDate on) {
        post("budget:" + budget + ":" + version, "BUDGET", allocation, budget, amountFen, on, null, null);
    }

    /** The bank has paid these lines of an order that was sent. A file may tell of other lines of it later. */
    public void pay(String bankFile, UUID order, UUID budget, long amountFen, LocalDate on, List<UUID> lines) {
        post("receipt:" + bankFile + ":" + order + ":" + on + ":" + Collections.min(lines), "PAY", budget, PAID,
                amountFen, on, order, lines);
    }

    /** The bank has given these paid lines back; the number of the journal. */
    public long refund(String bankFile, UUID order, UUID budget, long amountFen, LocalDate on, List<UUID> lines) {
        return post("return:" + bankFile + ":" + order + ":" + on + ":" + Collections.min(lines), "REFUND", PAID,
                budget,
                amountFen, on, order, lines);
    }

    /**
     * Takes, before the first of several postings for an order, what all of them lock: else two orders whose postings settle
     * the same obligations in opposite order would wait for one another. The order's row is locked.
     */
    public void hold(UUID order, List<UUID> lines) {
        database.call("select ledger_hold(?, ?)", order, SqlArray.uuids(lines));
    }

    /** Sets an approved order's amount aside. */
    public void reserve(UUID order) {
        database.call("select ledger_reserve(?, ?)", order, actor.id());
    }

    /** Gives back what of an order's reservation was not paid. */
    public void release(UUID order, LocalDate on) {
        database.call("select ledger_void(?, ?, ?)", order, on, actor.id());
    }

    /** Takes a recovery's money back, level by level and once: the recovery again posts nothing more. */
    public void recover(UUID recovery) {
        database.call("select ledger_recover(?, ?)", recovery, actor.id());
    }

    /** Undoes a journal, whole and once; the number of the reversal. {@code NOT_REVERSIBLE} when a line of it has moved on. */
    public long reverse(long journal, LocalDate on, String reason) {
        return database.one("select ledger_reverse(?, ?, ?, ?, ?)", row -> row.getLong(1), "reversal:" + journal,
                journal, on, actor.id(), reason);
    }

    /** An account from a budget's upwards that is open now. @param wasClosed whether it was closed before a return opened it */
    public record Opened(UUID account, boolean wasClosed) {}

    /** Opens, for a return after close that two persons agreed on, its budget's account and what is closed above; in this order. */
    public List<Opened> reopen(UUID unallocatedReturn) {
        return database.list("select account_id, was_closed from ledger_reopened(?)",
                row -> new Opened(row.getObject(1, UUID.class), row.getBoolean(2)), unallocatedReturn);
    }

    /** Money of a return after close goes on to the account above, from a source's to the treasury. */
    public void giveUp(UUID unallocatedReturn, UUID from, UUID to, long amountFen, LocalDate on) {
        post("unallocated-return:" + unallocatedReturn + ":" + from,
                to.equals(TREASURY) ? "RETURN_TO_TREASURY" : "CLAWBACK", from, to, amountFen, on, null, null);
    }

    public void close(UUID account) {
        database.call("select ledger_close(?)", account);
    }

    /** Empty for a document that the ledger does not know; the caller has checked that its document may be seen. */
    public Optional<Balance> balance(UUID account) {
        return database.first(
                "select credits_fen, debits_fen, reserved_fen, available_fen, closed from ledger_balance where id = ?",
                row -> new Balance(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getBoolean(5)),
                account);
    }

    private long post(String key, String kind, UUID from, UUID to, long amountFen, LocalDate on, UUID order,
            List<UUID> lines) {
        return database.one("select ledger_post(?, ?, ?, ?, ?, ?, ?, null, ?::uuid, ?::uuid[])",
                row -> row.getLong(1), key, kind, from, to, amountFen, on, actor.id(), order,
                lines == null ? null : SqlArray.uuids(lines));
    }
}
