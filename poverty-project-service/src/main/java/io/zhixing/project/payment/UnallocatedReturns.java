package io.zhixing.project.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.list.Listing;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;
import io.zhixing.platform.time.Ids;
import io.zhixing.project.payment.BankAnswers.Marked;
import io.zhixing.project.payment.BankAnswers.Order;

/** Plain SQL, as what the bank's answers change is. A return is locked before its order. */
@Singleton
class UnallocatedReturns {

    private static final String COLUMNS = """
            u.id, u.organization_path, u.payment_id, u.bank_file_id, u.bank_ref, u.returned_on, u.status, u.status_on, u.requested_by,
            u.approved_by, u.document_no, u.journal_id, u.version, p.disbursement_id, p.line_no, p.amount_fen, d.organization_id, d.budget_id""";

    static final Listing<UnallocatedReturnView> LISTING = Listing
            .of(UnallocatedReturnView.class, COLUMNS,
                    "unallocated_return u join payment p on p.id = u.payment_id join disbursement d on d.id = p.disbursement_id",
                    row -> read(row).view())
            .scopedBy("u.organization_path")
            .orderedBy("organization", "u.organization_path", "text", "u.id", "uuid")
            .filter("disbursement", "p.disbursement_id = ?")
            .filter("state", "u.status = any (?)")
            .measure("amountFen", "p.amount_fen");

    private static final String ONE = LISTING.selecting("u.id = ?");

    private final Sql database;

    UnallocatedReturns(Sql database) {
        this.database = database;
    }

    private record Kept(UUID id, Marked line) {}

    /** Money that came back for a budget that is closed: two persons decide on it. */
    List<UnallocatedReturn> keep(Order order, String bankFile, List<Marked> returned) {
        if (returned.isEmpty()) {
            return List.of();
        }
        var kept = returned.stream().map(line -> new Kept(Ids.next(), line)).toList();
        Batch.of(kept).column("uuid", Kept::id).column("uuid", one -> one.line().line())
                .column("text", one -> bankFile).column("text", one -> one.line().bankRef())
                .column("date", one -> one.line().on()).column("text", one -> order.path()).update(database, """
                    insert into unallocated_return (id, payment_id, bank_file_id, bank_ref, returned_on, organization_path, status_on)
                    select r.*, r.returned_on from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::date[], ?::text[])
                      as r (id, payment_id, bank_file_id, bank_ref, returned_on, organization_path)""");
        return database.list(LISTING.selecting("u.id = any (?) order by u.id"), UnallocatedReturns::read,
                SqlArray.uuids(kept.stream().map(Kept::id).toList()));
    }

    /** Empty when the caller does not see it. */
    Optional<UnallocatedReturn> find(UUID id) {
        return database.first(ONE, UnallocatedReturns::read, id);
    }

    /** The same, as it is now and stays until the commit. */
    Optional<UnallocatedReturn> held(UUID id) {
        return database.first(ONE + " for no key update of u", UnallocatedReturns::read, id);
    }

    /** @param requestedBy and the document are null for one that waits again */
    void reach(UUID id, ReturnState state, LocalDate on, String requestedBy, String documentNo) {
        database.update("""
                update unallocated_return set status = ?, status_on = ?, requested_by = ?, document_no = ?, version = version + 1
                where id = ?""", state, on, requestedBy, documentNo, id);
    }

    /** Lets the ledger open the accounts; its posting follows in the same transaction, and only that is a version. */
    void approve(UUID id, LocalDate on, String approver) {
        database.update(
                "update unallocated_return set status = 'REOPENED', status_on = ?, approved_by = ? where id = ?",
                on, approver, id);
    }

    void posted(UUID id, long journal) {
        database.update(
                "update unallocated_return set status = 'POSTED', journal_id = ?, version = version + 1 where id = ?",
                journal, id);
    }

    private static UnallocatedReturn read(ResultSet row) throws SQLException {
        return new UnallocatedReturn(row.getObject("id", UUID.class), row.getObject("disbursement_id", UUID.class),
                row.getObject("budget_id", UUID.class), row.getObject("payment_id", UUID.class), row.getInt("line_no"),
                row.getLong("amount_fen"), row.getObject("organization_id", UUID.class),
                row.getString("organization_path"), row.getString("bank_file_id"), row.getString("bank_ref"),
                row.getObject("returned_on", LocalDate.class), ReturnState.valueOf(row.getString("status")),
                row.getObject("status_on", LocalDate.class), row.getString("requested_by"),
                row.getString("approved_by"), row.getString("document_no"), row.getObject("journal_id", Long.class),
                row.getLong("version"));
    }
}
