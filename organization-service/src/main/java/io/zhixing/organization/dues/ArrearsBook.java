package io.zhixing.organization.dues;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;

/** Who is in arrears, since which month and until when; each crossing of the line is answered as it is published. */
@ApplicationScoped
class ArrearsBook {

    private final Sql database;

    ArrearsBook(Sql database) {
        this.database = database;
    }

    /** A member who makes good, or falls behind again from that month on; months by their first day. */
    record Crossing(UUID member, LocalDate since, LocalDate on) {}

    /** Somebody on a branch's roll at the end of a month, and where he stands by now. */
    record OnRoll(UUID member, String path) {}

    /**
     * The newest closed month that each of these members owes, by its first day: at its end he stood on the roll of the branch
     * that closed it, wherever he is now, and was not wholly exempt. Who owes none is missing. His row must be locked.
     */
    Map<UUID, LocalDate> owedThrough(Collection<UUID> members) {
        return database.map("select member_id, month from dues_owed_through(?)", row -> row.getObject(1, UUID.class),
                row -> row.getObject(2, LocalDate.class), SqlArray.uuids(members));
    }

    /** Whoever stood there, also where the caller does not see him now. */
    List<OnRoll> rollAtEndOf(UUID branch, LocalDate month) {
        return database.list("select member_id, path from roll_at_end_of(?, ?)",
                row -> new OnRoll(row.getObject(1, UUID.class), row.getString(2)), branch, month);
    }

    /** Receipts, exemptions and closings of other branches wait until the transaction ends; in one order, as imports lock too. */
    void lock(Collection<UUID> members) {
        database.call("select id from party_member where id = any (?) order by id for no key update",
                SqlArray.uuids(members));
    }

    /** Who of these members is in arrears. */
    Set<UUID> behind(Collection<UUID> members) {
        return new HashSet<>(
                database.list("select member_id from dues_arrears where member_id = any (?) and cleared_on is null",
                        row -> row.getObject(1, UUID.class), SqlArray.uuids(members)));
    }

    /**
     * Who was on the roll on the month's last day, is not paid through it, not exempt, and not in arrears yet: falls into them.
     *
     * @param month its first day
     */
    List<DuesArrears.Changed> fallBehind(UUID branch, LocalDate month, LocalDate on) {
        return database.list("""
                with c as (select ?::uuid as branch_id, ?::date as month, ?::date as taken_on)
                insert into dues_arrears (id, member_id, organization_id, since_month, version)
                select gen_random_uuid(), r.member_id, r.organization_id, c.month, 1
                from c join party_organization o on o.id = c.branch_id
                join roll_period r on r.organization_path = o.organization_path and r.organization_id = o.id
                left join dues_standing s on s.member_id = r.member_id
                where r.on_roll_from < c.month + interval '1 month' and (r.on_roll_to is null or r.on_roll_to >= c.month + interval '1 month')
                  and (s.paid_through is null or s.paid_through < c.month)
                  and not exists (select from dues_arrears a where a.member_id = r.member_id and a.cleared_on is null)
                  and not exists (select from dues_reduction d where d.member_id = r.member_id and d.state = 'APPROVED'
                                    and d.basis_points_off = 10000 and d.from_month <= c.month and d.to_month >= c.month)
                returning id, version, organization_id, member_id, since_month, cleared_on, (select taken_on from c)""",
                ArrearsBook::change, branch, month, on);
    }

    /** Ends the arrears of those of these members who are in any. */
    List<DuesArrears.Changed> makeGood(List<Crossing> crossings) {
        return changed(crossings,
                """
                update dues_arrears a set cleared_on = c.taken_on, version = a.version + 1
                from unnest(?::uuid[], ?::date[], ?::date[]) as c (member_id, since, taken_on)
                where a.member_id = c.member_id and a.cleared_on is null
                returning a.id, a.version, a.organization_id, a.member_id, a.since_month, a.cleared_on, c.taken_on""");
    }

    /**
     * They are behind again because a receipt was corrected, with the branch that closed the first month they owe; whoever is in
     * arrears stays in those.
     */
    List<DuesArrears.Changed> fallBehindAgain(List<Crossing> crossings) {
        return changed(crossings, """
                with c as (select * from unnest(?::uuid[], ?::date[], ?::date[]) as c (member_id, since, taken_on)),
                     a as (insert into dues_arrears (id, member_id, organization_id, since_month, version)
                           select gen_random_uuid(), c.member_id, dues_owed_first(c.member_id, c.since), c.since, 1 from c
                           where not exists (select from dues_arrears b where b.member_id = c.member_id and b.cleared_on is null)
                           returning *)
                select a.id, a.version, a.organization_id, a.member_id, a.since_month, a.cleared_on, c.taken_on
                from a join c on c.member_id = a.member_id""");
    }

    private List<DuesArrears.Changed> changed(List<Crossing> crossings, String sql) {
        return crossings.isEmpty()
                ? List.of()
                : database.list(sql, ArrearsBook::change, Batch.of(crossings).column("uuid", Crossing::member)
                        .column("date", Crossing::since).column("date", Crossing::on));
    }

    private static DuesArrears.Changed change(ResultSet row) throws SQLException {
        var cleared = row.getObject("cleared_on", LocalDate.class);
        return new DuesArrears.Changed(row.getObject("id", UUID.class), row.getLong("version"),
                row.getObject("organization_id", UUID.class), row.getObject("taken_on", LocalDate.class),
                row.getObject("member_id", UUID.class), cleared == null,
                Month.text(row.getObject("since_month", LocalDate.class)), cleared);
    }
}
