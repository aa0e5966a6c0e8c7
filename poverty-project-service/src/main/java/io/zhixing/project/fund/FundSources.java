package io.zhixing.project.fund;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.zhixing.platform.list.Listing;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;

@ApplicationScoped
public class FundSources implements PanacheRepositoryBase<FundSource, UUID> {

    static final Listing<FundSourceView> LISTING = Listing.of(FundSourceView.class, """
            s.id, s.organization_id, s.code, s.name, s.category, s.level, s.fiscal_year, s.document_no, s.appropriation_fen,
            s.available_from, s.available_to, s.status, s.status_on, s.version,
            array(select p.purpose_code from fund_source_purpose p where p.source_id = s.id order by 1) as purposes""",
            "fund_source s", FundSources::view)
            .scopedBy("s.organization_path")
            .orderedBy("organization", "s.organization_path", "text", "s.id", "uuid")
            .filter("code", "s.code = ?")
            .filter("category", "s.category = any (?)")
            .filter("state", "s.status = any (?)")
            .measure("appropriationFen", "s.appropriation_fen");

    private final Sql database;

    FundSources(Sql database) {
        this.database = database;
    }

    /** As it is now and stays until the commit: an allocation waits for it. */
    Optional<FundSource> held(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    void earmark(UUID source, List<String> purposes) {
        database.update("insert into fund_source_purpose (source_id, purpose_code) select ?, unnest(?::text[])", source,
                SqlArray.texts(purposes.stream().distinct().toList()));
    }

    List<String> purposes(UUID source) {
        return database.list("select purpose_code from fund_source_purpose where source_id = ? order by 1",
                row -> row.getString(1), source);
    }

    private static FundSourceView view(ResultSet row) throws SQLException {
        return new FundSourceView(row.getObject("id", UUID.class), row.getObject("organization_id", UUID.class),
                row.getString("code"), row.getString("name"),
                FundSource.FundCategory.valueOf(row.getString("category")),
                FundSource.FundLevel.valueOf(row.getString("level")), row.getInt("fiscal_year"),
                row.getString("document_no"), row.getLong("appropriation_fen"),
                row.getObject("available_from", LocalDate.class), row.getObject("available_to", LocalDate.class),
                texts(row.getArray("purposes")), FundSource.FundSourceState.valueOf(row.getString("status")),
                row.getObject("status_on", LocalDate.class), row.getLong("version"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
