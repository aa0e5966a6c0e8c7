package io.zhixing.organization.keytask;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.platform.sql.Sql;

/** How many of the key tasks that oblige an organization were confirmed for it. */
@ApplicationScoped
public class KeyTaskCompletion {

    private static final String COUNTED = """
            select count(*) filter (where p.confirmed_on <= ? and exists (
                     select from step_history h where h.resource_type = 'key-task-progress' and h.resource_id = p.id
                       and h.to_state = 'CONFIRMED' and h.entered_at < (?::date + 1)::timestamp at time zone 'Asia/Shanghai')),
                   count(*)
            from key_task k join campaign c on c.id = k.campaign_id join party_organization o on\s""" + KeyTasks.OBLIGED
            + """
             left join key_task_progress p on p.task_id = k.id and p.organization_id = o.id
            where o.id = ? and c.to_day >= ? and c.from_day <= ?""";

    private final Sql database;

    KeyTaskCompletion(Sql database) {
        this.database = database;
    }

    /** @param confirmed of those set */
    public record Completed(long confirmed, long set) {}

    /**
     * Of campaigns that ran on a day of the period, confirmed by its last day.
     *
     * @param known the last day of knowledge: later confirmations do not count
     */
    public Completed of(UUID organization, LocalDate from, LocalDate to, LocalDate known) {
        return database.one(COUNTED, row -> new Completed(row.getLong(1), row.getLong(2)), to, known, organization,
                from, to);
    }
}
