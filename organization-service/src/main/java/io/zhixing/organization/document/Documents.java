package io.zhixing.organization.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.zhixing.organization.campaign.Names;
import io.zhixing.organization.structure.OrganizationType;
import io.zhixing.organization.structure.Sector;
import io.zhixing.platform.list.Listing;
import io.zhixing.platform.sql.Sql;

@ApplicationScoped
public class Documents implements PanacheRepositoryBase<CampaignDocument, UUID> {

    /** Which organizations {@code o} must acknowledge a document {@code d}. */
    static final String OBLIGED = """
            o.organization_path >= d.organization_path and o.organization_path < rtrim(d.organization_path, '/') || '0'
            and o.type = any (d.acknowledging_types) and o.state in ('PREPARING', 'ACTIVE')
            and (d.acknowledging_sectors = '{}' or o.sector = any (d.acknowledging_sectors))""";

    /** Seen above its issuer, and below it once it is issued: row-level security scopes it. */
    static final Listing<DocumentView> LISTING = Listing
            .of(DocumentView.class, """
                    d.id, d.campaign_id, d.organization_id, d.kind, d.number, d.title, d.body, d.reference, d.sectors, d.in_force_from,
                    d.in_force_to, d.acknowledging_types, d.acknowledging_sectors, d.acknowledge_by, d.state, d.issued_on, d.ended_on,
                    d.successor_id, d.version""", "campaign_document d", Documents::view)
            .orderedBy("inForceFrom", "d.in_force_from", "date", "d.id", "uuid")
            .filter("campaign", "d.campaign_id = ?")
            .filter("issuer", "d.organization_id = ?")
            .filter("kind", "d.kind = any (?)")
            .filter("state", "d.state = any (?)")
            .filter("number", "d.number = ?")
            .filter("sector", "d.sectors = '{}' or d.sectors && ?")
            .filter("inForceOn", """
                    d.issued_on <= ? and d.in_force_from <= ? and (d.in_force_to is null or d.in_force_to >= ?)
                    and (d.ended_on is null or d.ended_on > ?)""");

    /** Who has acknowledged a document and who has not, by place in the tree. */
    static final Listing<AcknowledgementStanding> STANDINGS = Listing
            .of(AcknowledgementStanding.class,
                    """
                    d.id as document_id, o.id as organization_id, o.code, o.name, a.id, a.acknowledged_on, a.arrangement, d.acknowledge_by""",
                    "campaign_document d join party_organization o on " + OBLIGED
                            + " left join document_acknowledgement a on a.document_id = d.id and a.organization_id = o.id",
                    row -> new AcknowledgementStanding(row.getObject("document_id", UUID.class),
                            row.getObject("organization_id", UUID.class), row.getString("code"), row.getString("name"),
                            row.getObject("id", UUID.class) != null, row.getObject("acknowledged_on", LocalDate.class),
                            row.getString("arrangement"), row.getObject("acknowledge_by", LocalDate.class)))
            .scopedBy("o.organization_path")
            .orderedBy("organization", "o.organization_path", "text", "o.id", "uuid")
            .filter("document", "d.id = ?")
            .filter("acknowledged", "(a.id is not null) = ?")
            .filter("overdueOn", "d.acknowledge_by < ? and (a.acknowledged_on is null or a.acknowledged_on > ?)");

    private final Sql database;

    Documents(Sql database) {
        this.database = database;
    }

    /** Until the transaction ends nobody else changes it; whoever may only read it locks nothing. */
    void lock(UUID id) {
        database.call("select id from campaign_document where id = ? for no key update", id);
    }

    private static DocumentView view(ResultSet row) throws SQLException {
        var types = Names.read(row, "acknowledging_types", OrganizationType.class);
        var must = types.isEmpty()
                ? null
                : new MustAcknowledge(types, Names.read(row, "acknowledging_sectors", Sector.class),
                        row.getObject("acknowledge_by", LocalDate.class));
        return new DocumentView(row.getObject("id", UUID.class), row.getObject("campaign_id", UUID.class),
                row.getObject("organization_id", UUID.class), DocumentKind.valueOf(row.getString("kind")),
                row.getString("number"), row.getString("title"), row.getString("body"), row.getString("reference"),
                Names.read(row, "sectors", Sector.class), row.getObject("in_force_from", LocalDate.class),
                row.getObject("in_force_to", LocalDate.class), must, DocumentState.valueOf(row.getString("state")),
                row.getObject("issued_on", LocalDate.class), row.getObject("ended_on", LocalDate.class),
                row.getObject("successor_id", UUID.class), row.getLong("version"));
    }
}
