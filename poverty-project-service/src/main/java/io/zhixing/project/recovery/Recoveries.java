package io.zhixing.project.recovery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.zhixing.platform.list.Listing;
import io.zhixing.platform.sql.Sql;

@ApplicationScoped
public class Recoveries implements PanacheRepositoryBase<Recovery, UUID> {

    /** By allocation or source are listed also what is taken from budgets and allocations below. */
    static final Listing<RecoveryView> LISTING = Listing.of(RecoveryView.class, """
            r.id, r.organization_id, r.county_code, r.account_id, r.source_id, r.allocation_id, r.budget_id, r.kind, r.amount_fen, r.to_level,
            r.reason, r.document_no, r.status, r.status_on, r.dismissal, r.version""", "recovery r",
            RecoveryView::read)
            .scopedBy("r.organization_path")
            .orderedBy("organization", "r.organization_path", "text", "r.id", "uuid")
            .filter("kind", "r.kind = any (?)")
            .filter("state", "r.status = any (?)")
            .filter("toLevel", "r.to_level = any (?)")
            .filter("county", "r.county_code = ?")
            .filter("documentNo", "r.document_no = ?")
            .filter("account", "r.account_id = ?")
            .filter("budget", "r.budget_id = ?")
            .filter("fundAllocation", "r.allocation_id = ?")
            .filter("fundSource", "r.source_id = ?")
            .measure("amountFen", "r.amount_fen");

    private final Sql database;

    Recoveries(Sql database) {
        this.database = database;
    }

    /** A recovery, and the path of the county that decides on it. */
    record Placed(Recovery recovery, String county) {}

    /** By one question. */
    Optional<Placed> placed(UUID id) {
        return getEntityManager().createQuery(
                "select r, cast(function('county_office', r.organizationPath) as String) from Recovery r where r.id = ?1",
                Object[].class).setParameter(1, id).getResultStream().findFirst()
                .map(row -> new Placed((Recovery) row[0], (String) row[1]));
    }

    /** As it is now and stays until the commit: of two that reverse levels of it at once the second sees what the first did. */
    Optional<Recovery> held(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Its next version, also where state and day stay as they are. Needs its row locked. */
    void reversed(Recovery recovery, RecoveryState state, LocalDate on) {
        database.update("update recovery set status = ?, status_on = ?, version = version + 1 where id = ?",
                state.name(), on, recovery.id());
        getEntityManager().refresh(recovery);
    }

    /** Whether one of its levels was not reversed. */
    boolean isAnyLevelStanding(UUID recovery) {
        return database.one(
                "select exists (select from recovery_posting where recovery_id = ? and reversed_by is null)",
                row -> row.getBoolean(1), recovery);
    }

    /** Empty for what is no account of money, or lies outside the caller's scope: who assists in a project takes nothing from it. */
    Optional<Origin> origin(UUID account) {
        return database.first(
                """
                select organization_id, organization_path, county_code, source_id, allocation_id, budget_id, since from recoverable(?)""",
                Recoveries::origin, account);
    }

    private static Origin origin(ResultSet row) throws SQLException {
        return new Origin(row.getObject("organization_id", UUID.class), row.getString("organization_path"),
                row.getString("county_code"), row.getObject("source_id", UUID.class),
                row.getObject("allocation_id", UUID.class), row.getObject("budget_id", UUID.class),
                row.getObject("since", LocalDate.class));
    }
}
