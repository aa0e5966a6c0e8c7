package io.zhixing.organization.keytask;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.zhixing.platform.list.Listing;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;

/** Progress as it stands: each obliged organization with each task, whether it has a row or not. */
@ApplicationScoped
public class Progresses implements PanacheRepositoryBase<KeyTaskProgress, UUID> {

    /** A day after which no deadline changes: the one that stands now. */
    static final String PRESENT = "infinity";
    /** By the first day as it stood, and by the second as it was known. */
    private static final String DEADLINE_OF_THE_DAY = KeyTasks.laterChange(
            "h.changed_on > ?::date or h.entered_at >= (?::date + 1)::timestamp at time zone 'Asia/Shanghai'");

    static final Listing<ProgressView> LISTING = Listing
            .of(ProgressView.class, """
                    k.id as task_id, k.campaign_id, k.number, %s as deadline, o.id as organization_id,
                    coalesce(p.state, 'NOT_STARTED') as state, p.stepped_on, p.return_reason, p.confirmed_on,
                    coalesce(p.version, 0) as version, e.numerator, e.denominator, e.as_of, e.statement"""
                    .formatted(KeyTasks.DEADLINE_THEN),
                    "key_task k" + DEADLINE_OF_THE_DAY
                            + "join campaign c on c.id = k.campaign_id join party_organization o on " + KeyTasks.OBLIGED
                            + """
                     left join key_task_progress p on p.task_id = k.id and p.organization_id = o.id
                     left join key_task_evidence e on e.progress_id = p.id and e.version = p.reported_version""",
                    Progresses::view)
            .placing("deadlineOn", "deadlineKnown")
            .scopedBy("o.organization_path")
            // As text of one length: rows of several grants are merged by it.
            .orderedBy("organization", "o.organization_path", "text", "lpad(k.number::text, 3, '0')", "text", "k.id",
                    "uuid")
            .filter("campaign", "k.campaign_id = ?")
            .filter("task", "k.id = ?")
            .filter("state", "coalesce(p.state, 'NOT_STARTED') = any (?)")
            .filter("overdueOn", KeyTasks.DEADLINE_THEN + " < ? and (p.confirmed_on is null or p.confirmed_on > ?)")
            .filter("confirmedTo", "p.confirmed_on <= ?")
            .filter("campaignFrom", "c.to_day >= ?")
            .filter("campaignTo", "c.from_day <= ?")
            .filter("asOf",
                    """
                    exists (select from step_history h where h.resource_type = 'key-task-progress' and h.resource_id = p.id
                      and h.to_state = 'CONFIRMED' and h.entered_at < (?::date + 1)::timestamp at time zone 'Asia/Shanghai')""");

    /**
     * An organization and all below it as one row, by kept counts and what waits to be folded into them; one above the campaign's
     * owner counts what the owner does, and those whom the task does not concern are left out. Asked with {@code task}.
     */
    static final Listing<CountsView> COUNTS = Listing
            .of(CountsView.class, """
                    c.id, c.code, c.name, n.obliged, n.in_progress, n.reported, n.returned, n.confirmed""", """
                    (select ?::uuid as id) t join key_task k on k.id = t.id join party_organization c on true
                    join party_organization top on top.id = case when starts_with(c.organization_path, k.organization_path) then c.id
                      when starts_with(k.organization_path, c.organization_path) then k.organization_id end
                    cross join lateral (
                      select coalesce(sum(s.organizations) filter (where s.state = 'IN_PLACE'), 0) as obliged,
                             coalesce(sum(s.organizations) filter (where s.state = 'IN_PROGRESS'), 0) as in_progress,
                             coalesce(sum(s.organizations) filter (where s.state = 'REPORTED'), 0) as reported,
                             coalesce(sum(s.organizations) filter (where s.state = 'RETURNED'), 0) as returned,
                             coalesce(sum(s.organizations) filter (where s.state = 'CONFIRMED'), 0) as confirmed
                      from (select task_id, type, state, organizations from key_task_tally where organization_id = top.id
                            union all
                            select task_id, type, state, organizations from key_task_delta
                            where organization_path >= top.organization_path
                              and organization_path < rtrim(top.organization_path, '/') || '0') s
                      where (s.state = 'IN_PLACE' or s.task_id = k.id) and s.type = any (k.obliged_types)) n""",
                    row -> new CountsView(row.getObject("id", UUID.class), row.getString("code"), row.getString("name"),
                            row.getLong("obliged"),
                            row.getLong("obliged") - row.getLong("in_progress") - row.getLong("reported")
                                    - row.getLong("returned") - row.getLong("confirmed"),
                            row.getLong("in_progress"), row.getLong("reported"), row.getLong("returned"),
                            row.getLong("confirmed")))
            .placing("task")
            .scopedBy("c.organization_path")
            .orderedBy("organization", "c.organization_path", "text", "c.id", "uuid")
            .where("n.obliged > 0")
            .filter("parent", "c.parent_id = ?")
            .measure("obliged", "n.obliged")
            .measure("reported", "n.reported")
            .measure("confirmed", "n.confirmed");

    private final Sql database;

    Progresses(Sql database) {
        this.database = database;
    }

    Optional<KeyTaskProgress> of(UUID task, UUID organization) {
        return find("taskId = ?1 and organizationId = ?2", task, organization).firstResultOptional();
    }

    /** What these organizations have come to with these tasks, where they have begun. */
    List<KeyTaskProgress> of(Collection<UUID> tasks, Collection<UUID> organizations) {
        return list("taskId in ?1 and organizationId in ?2", tasks, organizations);
    }

    /** What a last report says: its day, and its words or null. */
    record Report(LocalDate on, String statement) {}

    /** The last reports of these, by the id of the progress. */
    Map<UUID, Report> reports(Collection<UUID> progresses) {
        return database.map(
                """
                select p.id, e.as_of, e.statement from key_task_progress p
                join key_task_evidence e on e.progress_id = p.id and e.version = p.reported_version where p.id = any (?)""",
                row -> row.getObject(1, UUID.class),
                row -> new Report(row.getObject(2, LocalDate.class), row.getString(3)), SqlArray.uuids(progresses));
    }

    /** As the list has it; empty when the caller does not see the task or the organization, or the one does not oblige the other. */
    Optional<ProgressView> view(UUID task, UUID organization) {
        return database.first(LISTING.selecting("k.id = ? and o.id = ?"), Progresses::view, PRESENT, PRESENT, task,
                organization);
    }

    /** Keeps what a report showed, beside the version that it made. */
    void keep(KeyTaskProgress progress, EvidenceCounts.Counted counted, LocalDate asOf, String statement) {
        database.update(
                """
                insert into key_task_evidence (progress_id, version, numerator, denominator, as_of, statement) values (?, ?, ?, ?, ?, ?)""",
                progress.id(), progress.version(), counted == null ? null : counted.numerator(),
                counted == null ? null : counted.denominator(), asOf, statement);
    }

    private static ProgressView view(ResultSet row) throws SQLException {
        return new ProgressView(row.getObject("task_id", UUID.class), row.getObject("campaign_id", UUID.class),
                row.getInt("number"), row.getObject("organization_id", UUID.class),
                ProgressState.valueOf(row.getString("state")), row.getObject("stepped_on", LocalDate.class),
                row.getObject("numerator", Long.class), row.getObject("denominator", Long.class),
                row.getObject("as_of", LocalDate.class), row.getString("statement"), row.getString("return_reason"),
                row.getObject("confirmed_on", LocalDate.class), row.getObject("deadline", LocalDate.class),
                row.getLong("version"));
    }
}
