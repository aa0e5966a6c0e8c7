package io.zhixing.project.obligation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.zhixing.platform.list.Listing;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;

/** Plain SQL: what was settled is written by the ledger's functions alone. */
@Singleton
public class Obligations {

    private static final String COLUMNS = "o.id, o.organization_id, o.organization_path, o.kind, o.county_code, "
            + "o.creditor_name, o.document_no, o.arose_on, o.due_fen, o.settled_fen, o.status, o.version";

    static final Listing<ObligationView> LISTING = Listing
            .of(ObligationView.class, COLUMNS, "obligation o", row -> read(row).view())
            .scopedBy("o.organization_path")
            .orderedBy("organization", "o.organization_path", "text", "o.id", "uuid")
            .filter("kind", "o.kind = any (?)")
            .filter("county", "o.county_code = ?")
            .filter("documentNo", "o.document_no = ?")
            .filter("state", "o.status = any (?)")
            .measure("dueFen", "o.due_fen")
            .measure("settledFen", "o.settled_fen");

    private final Sql database;

    Obligations(Sql database) {
        this.database = database;
    }

    void add(Obligation owed) {
        database.update("""
                insert into obligation (id, organization_id, organization_path, kind, county_code, creditor_name, document_no, arose_on, due_fen,
                                        version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)""", owed.id(), owed.organizationId(), owed.path(),
                owed.kind().name(), owed.countyCode(), owed.creditorName(), owed.documentNo(), owed.aroseOn(),
                owed.dueFen());
    }

    Optional<Obligation> find(UUID id) {
        return withIds(List.of(id)).stream().findFirst();
    }

    /** Those of these that the caller sees. */
    public List<Obligation> withIds(Collection<UUID> ids) {
        return query("select " + COLUMNS + " from obligation o where o.id = any (?) order by o.id", ids);
    }

    /** What these payment lines, which the caller sees, settle: also where he does not see who owes it. */
    public List<Obligation> settledBy(Collection<UUID> payments) {
        return query("select " + COLUMNS + " from obligations_settled(?) o", payments);
    }

    private List<Obligation> query(String sql, Collection<UUID> ids) {
        return database.list(sql, Obligations::read, SqlArray.uuids(ids));
    }

    private static Obligation read(ResultSet row) throws SQLException {
        return new Obligation(row.getObject("id", UUID.class), row.getObject("organization_id", UUID.class),
                row.getString("organization_path"), ObligationKind.valueOf(row.getString("kind")),
                row.getString("county_code"), row.getString("creditor_name"), row.getString("document_no"),
                row.getObject("arose_on", LocalDate.class), row.getLong("due_fen"), row.getLong("settled_fen"),
                ObligationState.valueOf(row.getString("status")), row.getLong("version"));
    }
}
