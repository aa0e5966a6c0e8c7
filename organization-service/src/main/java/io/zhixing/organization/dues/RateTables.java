package io.zhixing.organization.dues;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.zhixing.platform.list.Listing;

/** Tables that were proposed; the rates in force are those of {@link DuesRates}. Everybody pays by them and sees them. */
@ApplicationScoped
public class RateTables implements PanacheRepositoryBase<RateTable, UUID> {

    static final Listing<RateTableView> LISTING = Listing
            .of(RateTableView.class,
                    "t.id, t.category, t.effective_from, t.source, t.from_fen, t.basis_points, t.state, t.version",
                    "dues_rate_table t", RateTables::view)
            .orderedBy("id", "t.id", "uuid")
            .filter("category", "t.category = any (?)")
            .filter("state", "t.state = any (?)");

    Optional<RateTable> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    private static RateTableView view(ResultSet row) throws SQLException {
        return new RateTableView(row.getObject("id", UUID.class), DuesCategory.valueOf(row.getString("category")),
                row.getObject("effective_from", LocalDate.class), row.getString("source"),
                RateTable.brackets((Long[]) row.getArray("from_fen").getArray(),
                        (Integer[]) row.getArray("basis_points").getArray()),
                RateTable.RateTableState.valueOf(row.getString("state")), row.getLong("version"));
    }
}
