package io.zhixing.organization.dues;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
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

    /** An amount that was in force at some time, as far as the caller sees it. */
    record Adopted(Range range, String path, DuesCategory category, LocalDate from, LocalDate to) {

        boolean isFor(DuesCategory wanted, String branchPath, LocalDate on) {
            return category == wanted && branchPath.startsWith(path) && !on.isBefore(from)
                    && (to == null || on.isBefore(to));
        }
    }

    /** All of them, for many members at once: the longest path of those that are for one is that of the nearest. */
    List<Adopted> adopted() {
        return database.list("""
                select id, least_fen, most_fen, organization_path, category, effective_from, effective_to from local_dues_amount
                where state in ('ADOPTED', 'ENDED') order by length(organization_path) desc""",
                row -> new Adopted(new Range(row.getObject(1, UUID.class), row.getLong(2), row.getLong(3)),
                        row.getString(4), DuesCategory.valueOf(row.getString(5)), row.getObject(6, LocalDate.class),
                        row.getObject(7, LocalDate.class)));
    }

    /** The amounts of the nearest organization at or above a branch that has fixed some for that day. */
    Optional<Range> nearest(DuesCategory category, String branchPath, LocalDate on) {
        return database.first("""
                select id, least_fen, most_fen from local_dues_amount
                where category = ? and starts_with(?, organization_path) and state in ('ADOPTED', 'ENDED')
                  and effective_from <= ? and (effective_to is null or effective_to > ?)
                order by length(organization_path) desc limit 1""",
                row -> new Range(row.getObject(1, UUID.class), row.getLong(2), row.getLong(3)), category.name(),
                branchPath, on, on);
    }
}
