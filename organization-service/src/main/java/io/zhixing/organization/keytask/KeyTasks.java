package io.zhixing.organization.keytask;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.zhixing.organization.campaign.Names;
import io.zhixing.organization.structure.OrganizationType;
import io.zhixing.platform.bulk.Batch;
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

    /** Of which organization and task, and by which day. */
    record Asked(UUID task, UUID organization, LocalDate on) {}

    /** {@link #unconfirmedBelow} of many, where there are any. */
    Map<Asked, Long> unconfirmedBelow(Collection<Asked> asked) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        """
                with recursive asked as (select * from unnest(?::uuid[], ?::uuid[], ?::date[]) as a (task_id, top, on_day)),
                below as (
                  select a.*, o.id, k.obliged_types, o.type = any (k.obliged_types) as obliged
                  from asked a join key_task k on k.id = a.task_id join party_organization o on o.parent_id = a.top
                  where o.state in ('PREPARING', 'ACTIVE') and o.established_on <= a.on_day
                  union all
                  select b.task_id, b.top, b.on_day, o.id, b.obliged_types, o.type = any (b.obliged_types)
                  from below b join party_organization o on o.parent_id = b.id
                  where not b.obliged and o.state in ('PREPARING', 'ACTIVE') and o.established_on <= b.on_day)
                select b.task_id, b.top, b.on_day, count(*) from below b where b.obliged and not exists (
                  select from key_task_progress p where p.task_id = b.task_id and p.organization_id = b.id and p.confirmed_on <= b.on_day)
                group by 1, 2, 3""")) {
            Batch.of(asked).column("uuid", Asked::task).column("uuid", Asked::organization).column("date", Asked::on)
                    .bind(statement, 1);
            var unconfirmed = new HashMap<Asked, Long>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    unconfirmed.put(new Asked(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class),
                            rows.getObject(3, LocalDate.class)), rows.getLong(4));
                }
            }
            return unconfirmed;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /**
     * How many organizations directly below have not been confirmed by that day. One that the task does not oblige is
     * passed over for those below it: it stands for them, and nobody else would ask after them.
     */
    long unconfirmedBelow(KeyTask task, UUID organization, LocalDate on) {
        var asked = new Asked(task.id(), organization, on);
        return unconfirmedBelow(List.of(asked)).getOrDefault(asked, 0L);
    }
}
