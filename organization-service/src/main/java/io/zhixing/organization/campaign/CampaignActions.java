package io.zhixing.organization.campaign;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.zhixing.organization.structure.OrganizationType;
import io.zhixing.organization.structure.Sector;
import io.zhixing.platform.list.Listing;

@ApplicationScoped
public class CampaignActions implements PanacheRepositoryBase<CampaignAction, UUID> {

    /** Seen above and below the organization: row-level security scopes it. */
    static final Listing<ActionView> LISTING = Listing
            .of(ActionView.class, """
                    a.id, a.campaign_id, a.organization_id, a.kind, a.title, a.obliged_types, a.sectors, a.version""",
                    "campaign_action a",
                    row -> new ActionView(row.getObject("id", UUID.class), row.getObject("campaign_id", UUID.class),
                            row.getObject("organization_id", UUID.class),
                            CampaignAction.ActionKind.valueOf(row.getString("kind")), row.getString("title"),
                            Names.read(row, "obliged_types", OrganizationType.class),
                            Names.read(row, "sectors", Sector.class), row.getLong("version")))
            .orderedBy("organization", "a.organization_path", "text", "a.id", "uuid")
            .filter("campaign", "a.campaign_id = ?")
            .filter("owner", "a.organization_id = ?")
            .filter("kind", "a.kind = any (?)");
}
