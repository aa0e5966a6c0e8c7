package io.zhixing.project.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.zhixing.platform.list.Listing;
import io.zhixing.platform.sql.Sql;

/** What was posted, journal by journal; the place of each decides who sees it. */
@Singleton
public class Journals {

    private static final String COLUMNS = """
            p.journal_id, p.organization_path, p.from_account, p.to_account, p.amount_fen, p.line_count, j.kind, j.disbursement_id, j.occurred_on,
            j.recorded_on, j.actor, j.reason, j.reverses, j.reversed_by, j.recovery_id, j.source_path""";

    static final Listing<JournalView> LISTING = Listing
            .of(JournalView.class, COLUMNS, "journal_place p join posted_journal j on j.id = p.journal_id",
                    row -> read(row).view())
            .scopedBy("p.organization_path")
            .orderedBy("id", "p.journal_id", "bigint")
            .filter("kind", "j.kind = any (?)")
            .filter("account", "(p.from_account = ? or p.to_account = ?)")
            .filter("disbursement", "j.disbursement_id = ?")
            .filter("occurredFrom", "j.occurred_on >= ?")
            .filter("occurredTo", "j.occurred_on <= ?")
            .filter("reversed", "(j.reversed_by is not null) = ?")
            .measure("amountFen", "p.amount_fen");

    private static final String ONE = LISTING.selecting("p.journal_id = ?");

    private final Sql database;

    Journals(Sql database) {
        this.database = database;
    }

    /** Empty when the caller does not see it. */
    public Optional<Journal> find(long id) {
        return database.first(ONE, Journals::read, id);
    }

    /** The payee lines that it paid, gave back or undid. */
    public List<UUID> lines(long id) {
        return database.list(
                "select payment_id from ledger_entry where journal_id = ? and payment_id is not null order by 1",
                row -> row.getObject(1, UUID.class), id);
    }

    /**
     * What a reversal would find now.
     *
     * @param movedOn whether a payee line of it is no longer as it left it
     * @param closed whether one of its accounts is closed
     * @param availableFen what the account that received it can give back; as much as it wants where that is an outside account
     */
    public record Prospect(boolean movedOn, boolean closed, long availableFen) {}

    /** For a journal that the caller sees; when the reversal comes, the ledger judges it anew, under its locks. */
    public Prospect prospect(Journal journal) {
        var as = journal.kind() == JournalKind.REFUND ? "RETURNED" : "PAID";
        return database.one("""
                select exists (select from ledger_entry e join payment p on p.id = e.payment_id where e.journal_id = ? and p.status <> ?),
                       exists (select from ledger_balance where id in (?, ?) and closed),
                       coalesce((select available_fen from ledger_balance where id = ?), 9223372036854775807)""",
                row -> new Prospect(row.getBoolean(1), row.getBoolean(2), row.getLong(3)), journal.id(), as,
                journal.fromAccount(), journal.toAccount(), journal.toAccount());
    }

    private static Journal read(ResultSet row) throws SQLException {
        return new Journal(row.getLong("journal_id"), JournalKind.valueOf(row.getString("kind")),
                row.getObject("from_account", UUID.class), row.getObject("to_account", UUID.class),
                row.getLong("amount_fen"), row.getInt("line_count"), row.getObject("disbursement_id", UUID.class),
                row.getObject("occurred_on", LocalDate.class), row.getObject("recorded_on", LocalDate.class),
                row.getString("actor"), row.getString("reason"), row.getObject("reverses", Long.class),
                row.getObject("reversed_by", Long.class), row.getObject("recovery_id", UUID.class),
                row.getString("organization_path"), row.getString("source_path"));
    }
}
