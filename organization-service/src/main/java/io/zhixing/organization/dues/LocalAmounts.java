package io.zhixing.organization.dues;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.list.Listing;
import io.zhixing.platform.sql.Sql;

@ApplicationScoped
public class LocalAmounts implements PanacheRepositoryBase<LocalAmount, UUID> {

    /** Of the caller's organizations, those below, and those above by whose amounts they pay: row-level security scopes it. */
    static final Listing<LocalAmountView> LISTING = Listing
            .of(LocalAmountView.class, """
                    a.id, a.organization_id, a.category, a.least_fen, a.most_fen, a.effective_from, a.effective_to, a.source,
                    a.state, a.version""", "local_dues_amount a",
                    row -> new LocalAmountView(row.getObject("id", UUID.class),
                            row.getObject("organization_id", UUID.class),
                            DuesCategory.valueOf(row.getString("category")), row.getLong("least_fen"),
                            row.getLong("most_fen"), row.getObject("effective_from", LocalDate.class),
                            row.getObject("effective_to", LocalDate.class), row.getString("source"),
                            LocalAmount.LocalAmountState.valueOf(row.getString("state")), row.getLong("version")))
            .orderedBy("id", "a.id", "uuid")
            .filter("category", "a.category = any (?)")
            .filter("state", "a.state = any (?)")
            .filter("inForceOn",
                    """
                    a.state in ('ADOPTED', 'ENDED') and a.effective_from <= ? and (a.effective_to is null or a.effective_to > ?)""");

    private final Sql database;

    LocalAmounts(Sql database) {
        this.database = database;
    }

    /** Locked for a step, which from below nobody takes; empty when the caller may not. */
    Optional<LocalAmount> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** What is left to choose from, in fen. */
    record Range(UUID id, long leastFen, long mostFen) {}

    /** A member's dues of a month, by its first day. */
    record Due(UUID member, LocalDate month, DuesCategory category) {}

    /**
     * What the nearest organization that had fixed an amount left for each of these: nearest to the branch on whose roll he stood
     * at the end of the month, in the tree of that day, wherever he and it are now. Where nobody had fixed any it is missing.
     */
    Map<Due, Range> nearest(Collection<Due> dues) {
        return database.map("""
                select member_id, month, category, id, least_fen, most_fen from local_dues_amounts_of(?, ?, ?)""",
                row -> new Due(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class),
                        DuesCategory.valueOf(row.getString(3))),
                row -> new Range(row.getObject(4, UUID.class), row.getLong(5), row.getLong(6)),
                Batch.of(dues).column("uuid", Due::member).column("date", Due::month).column("text",
                        due -> due.category().name()));
    }
}
