package io.zhixing.organization.keytask;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.zhixing.organization.campaign.Names;
import io.zhixing.organization.structure.OrganizationType;
import io.zhixing.platform.list.Listing;

@ApplicationScoped
public class KeyTasks implements PanacheRepositoryBase<KeyTask, UUID> {

    /** Which organizations {@code o} a task {@code k} obliges. */
    static final String OBLIGED = """
            o.organization_path >= k.organization_path and o.organization_path < rtrim(k.organization_path, '/') || '0'
            and o.type = any (k.obliged_types) and o.state in ('PREPARING', 'ACTIVE')""";

    /** Seen above and below the campaign's owner: row-level security scopes it. */
    static final Listing<KeyTaskView> LISTING = Listing
            .of(KeyTaskView.class,
                    """
                    k.id, k.campaign_id, k.organization_id, k.number, k.title, k.obliged_types, k.deadline, k.evidence, k.version""",
                    "key_task k",
                    row -> new KeyTaskView(row.getObject("id", UUID.class), row.getObject("campaign_id", UUID.class),
                            row.getObject("organization_id", UUID.class), row.getInt("number"), row.getString("title"),
                            Names.read(row, "obliged_types", OrganizationType.class),
                            row.getObject("deadline", LocalDate.class), EvidenceKind.valueOf(row.getString("evidence")),
                            row.getLong("version")))
            .orderedBy("number", "k.campaign_id", "uuid", "k.number", "integer", "k.id", "uuid")
            .filter("campaign", "k.campaign_id = ?")
            .filter("owner", "k.organization_id = ?");

    private final AgroalDataSource database;

    KeyTasks(AgroalDataSource database) {
        this.database = database;
    }

    /** All those of these campaigns. */
    List<KeyTask> ofCampaigns(Collection<UUID> campaigns) {
        return list("campaignId in ?1", campaigns);
    }

    /**
     * How many organizations directly below have not been confirmed by that day. One that the task does not oblige is
     * passed over for those below it: it stands for them, and nobody else would ask after them.
     */
    long unconfirmedBelow(KeyTask task, UUID organization, LocalDate on) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        """
                with recursive below as (
                  select o.id, o.type = any (?) as obliged from party_organization o
                  where o.parent_id = ? and o.state in ('PREPARING', 'ACTIVE') and o.established_on <= ?
                  union all
                  select o.id, o.type = any (?) from below b join party_organization o on o.parent_id = b.id
                  where not b.obliged and o.state in ('PREPARING', 'ACTIVE') and o.established_on <= ?)
                select count(*) from below b where b.obliged and not exists (
                  select from key_task_progress p where p.task_id = ? and p.organization_id = b.id and p.confirmed_on <= ?)""")) {
            var types = connection.createArrayOf("text", task.obligedTypes().stream().map(Enum::name).toArray());
            var values = List.of(types, organization, on, types, on, task.id(), on);
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
