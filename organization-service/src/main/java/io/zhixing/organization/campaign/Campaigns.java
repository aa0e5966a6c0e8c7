package io.zhixing.organization.campaign;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.zhixing.platform.list.Listing;

@ApplicationScoped
public class Campaigns implements PanacheRepositoryBase<Campaign, UUID> {

    /** Seen above and below its owner, so no single path scopes it: row-level security does. */
    static final Listing<CampaignView> LISTING = Listing
            .of(CampaignView.class,
                    """
                    c.id, c.organization_id, c.code, c.name_zh, c.name_en, c.from_day, c.to_day, c.parent_id, c.version""",
                    "campaign c",
                    row -> new CampaignView(row.getObject("id", UUID.class),
                            row.getObject("organization_id", UUID.class), row.getString("code"),
                            row.getString("name_zh"), row.getString("name_en"),
                            row.getObject("from_day", LocalDate.class), row.getObject("to_day", LocalDate.class),
                            row.getObject("parent_id", UUID.class), row.getLong("version")))
            .orderedBy("from", "c.from_day", "date", "c.id", "uuid")
            .filter("owner", "c.organization_id = ?")
            .filter("code", "c.code = ?")
            .filter("parent", "c.parent_id = ?")
            .filter("on", "c.from_day <= ? and c.to_day >= ?");

    /** Those of these codes that the caller sees, by code. */
    public Map<String, Campaign> coded(Collection<String> codes) {
        return list("code in ?1", codes.stream().distinct().toList()).stream()
                .collect(Collectors.toMap(Campaign::code, campaign -> campaign));
    }
}
