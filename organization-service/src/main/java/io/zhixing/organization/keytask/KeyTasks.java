package io.zhixing.organization.keytask;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.zhixing.organization.campaign.Names;
import io.zhixing.organization.structure.OrganizationType;
import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.list.Listing;
import io.zhixing.platform.sql.Sql;

@ApplicationScoped
public class KeyTasks implements PanacheRepositoryBase<KeyTask, UUID> {

    /** Which organizations {@code o} a task {@code k} obliges. */
    static final String OBLIGED = """
            o.organization_path >= k.organization_path and o.organization_path < rtrim(k.organization_path, '/') || '0'
            and o.type = any (k.obliged_types) and o.state in ('PREPARING', 'ACTIVE')""";

    /** The last day in time of a task {@code k} that stood, behind {@link #laterChange}. */
    static final String DEADLINE_THEN = "coalesce(later.deadline_before, k.deadline)";

    /**
     * Selects, for an organization {@code o} and a task {@code k}, each obliged organization directly below that was not confirmed
     * by {@code judged.day}. One that the task does not oblige is passed over for those below it: it stands for them, and nobody
     * else would ask after them. In order of ids, so that each is looked up by the index on its superior and the first one found ends a
     * search.
     */
    static final String UNCONFIRMED_BELOW = """
            with recursive below as (
              select c.id, c.type = any (k.obliged_types) as obliged from party_organization c
              where c.parent_id = o.id and c.state in ('PREPARING', 'ACTIVE') and c.established_on <= judged.day
              union all
              select d.id, d.type = any (k.obliged_types) from below b cross join lateral (
                select c.id, c.type from party_organization c
                where c.parent_id = b.id and c.state in ('PREPARING', 'ACTIVE') and c.established_on <= judged.day
                order by c.id) d
              where not b.obliged)
            select b.id from below b where b.obliged and not exists (
              select from key_task_progress p where p.task_id = k.id and p.organization_id = b.id and p.confirmed_on <= judged.day)""";

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

    private final Sql database;

    KeyTasks(Sql database) {
        this.database = database;
    }

    /**
     * Joins what the deadline of a task {@code k} was before the first change {@code h} that is left out; nothing where none is.
     * Changes stand in the order of their days and of their entry, so behind one that is left out all are.
     *
     * @param leftOut SQL
     */
    static String laterChange(String leftOut) {
        return """
                 left join lateral (select h.deadline_before from campaign_change h
                  where h.resource_type = '%s' and h.resource_id = k.id and h.deadline_before is not null and (%s)
                  order by h.version limit 1) later on true
                """.formatted(KeyTask.RESOURCE, leftOut);
    }

    /** All those of these campaigns. */
    List<KeyTask> ofCampaigns(Collection<UUID> campaigns) {
        return list("campaignId in ?1", campaigns);
    }

    /** Of which organization and task, and by which day. */
    record Asked(UUID task, UUID organization, LocalDate on) {}

    /** {@link #unconfirmedBelow} of many. */
    Map<Asked, Long> unconfirmedBelow(Collection<Asked> asked) {
        return database.map(
                """
                select k.id, o.id, judged.day, (select count(*) from (%s) u) as unconfirmed
                from unnest(?::uuid[], ?::uuid[], ?::date[]) as judged (task_id, organization_id, day)
                join key_task k on k.id = judged.task_id join party_organization o on o.id = judged.organization_id"""
                        .formatted(UNCONFIRMED_BELOW),
                row -> new Asked(row.getObject(1, UUID.class), row.getObject(2, UUID.class),
                        row.getObject(3, LocalDate.class)),
                row -> row.getLong(4), Batch.of(asked).column("uuid", Asked::task).column("uuid", Asked::organization)
                        .column("date", Asked::on));
    }

    /** How many organizations directly below have not been confirmed by that day, see {@link #UNCONFIRMED_BELOW}. */
    long unconfirmedBelow(KeyTask task, UUID organization, LocalDate on) {
        var asked = new Asked(task.id(), organization, on);
        return unconfirmedBelow(List.of(asked)).getOrDefault(asked, 0L);
    }
}
