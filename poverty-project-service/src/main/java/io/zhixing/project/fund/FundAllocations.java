package io.zhixing.project.fund;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.zhixing.platform.list.Listing;
import io.zhixing.platform.sql.Sql;

@ApplicationScoped
public class FundAllocations implements PanacheRepositoryBase<FundAllocation, UUID> {

    static final Listing<FundAllocationView> LISTING = Listing
            .of(FundAllocationView.class,
                    """
            a.id, a.source_id, a.organization_id, a.source_category, a.county_code, a.document_no, a.amount_fen, a.allocated_on, a.version""",
                    "fund_allocation a", FundAllocations::view)
            .scopedBy("a.organization_path")
            .orderedBy("organization", "a.organization_path", "text", "a.id", "uuid")
            .filter("fundSource", "a.source_id = ?")
            .filter("county", "a.county_code = ?")
            .filter("documentNo", "a.document_no = ?")
            .filter("category", "a.source_category = any (?)")
            .measure("amountFen", "a.amount_fen");

    private final Sql database;

    FundAllocations(Sql database) {
        this.database = database;
    }

    /** With the amount that the ledger says now. Empty when the caller does not see it. */
    Optional<FundAllocation> restated(UUID id) {
        database.call("select allocation_restated(?)", id);
        return findByIdOptional(id);
    }

    private static FundAllocationView view(ResultSet row) throws SQLException {
        return new FundAllocationView(row.getObject("id", UUID.class), row.getObject("source_id", UUID.class),
                row.getObject("organization_id", UUID.class),
                FundSource.FundCategory.valueOf(row.getString("source_category")), row.getString("county_code"),
                row.getString("document_no"), row.getLong("amount_fen"),
                row.getObject("allocated_on", LocalDate.class), row.getLong("version"));
    }
}
