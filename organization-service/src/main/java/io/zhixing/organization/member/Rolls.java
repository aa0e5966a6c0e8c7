package io.zhixing.organization.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.list.Listing;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.time.Ids;

/** The dated intervals of members: on which roll, in which group, exempt from attending. All are {@code [from, to)}. */
@ApplicationScoped
public class Rolls {

    /** What was entered after a knowledge day does not count: neither a beginning nor an end. */
    static final Listing<RollPeriodView> LISTING = Listing
            .of(RollPeriodView.class,
                    "r.id, r.member_id, m.member_number, r.organization_id, r.on_roll_from, r.on_roll_to",
                    "roll_period r join party_member m on m.id = r.member_id",
                    Rolls::period)
            .scopedBy("r.organization_path")
            .orderedBy("organization", "r.organization_path", "text", "r.id", "uuid")
            .filter("member", "r.member_id = ?")
            .filter("onRollOn", "r.on_roll_from <= ?")
            .filter("notEnded", """
                    r.on_roll_to is null or r.on_roll_to > split_part(?, '/', 1)::date
                    or r.end_entered_at >= (split_part(?, '/', 2)::date + 1)::timestamp at time zone 'Asia/Shanghai'""")
            .filter("asOf", "r.entered_at < (?::date + 1)::timestamp at time zone 'Asia/Shanghai'");

    /** The rolls of a day by the tree, areas and sectors of that day. */
    static final Listing<RollPeriodView> OF_A_DAY = LISTING.from("""
            organization_period p
            join roll_period r on r.organization_path = p.organization_path and r.organization_id = p.organization_id
            join party_member m on m.id = r.member_id""")
            .scopedBy("p.organization_path")
            .orderedBy("tree", "p.path_then", "text", "p.organization_id", "uuid", "r.id", "uuid")
            .filter("within", "p.path_then >= ? and p.path_then < rtrim(?, '/') || '0'")
            .filter("county", "left(p.area_code, 6) = ?")
            .filter("sector", "p.sector = any (?)")
            .filter("withoutSector", "(p.sector is null) = ?")
            .filter("on", """
                    p.valid_from <= ? and (p.valid_to is null or p.valid_to > ?)
                    and r.on_roll_from <= ? and (r.on_roll_to is null or r.on_roll_to > ?)""")
            .filter("fullBy", "m.member_type = 'FULL' and m.full_since <= ?")
            .filter("joinedFrom", "m.joined_on >= ?")
            .filter("joinedTo", "m.joined_on <= ?");

    private static final String ALL_KNOWN = "9999-12-31";

    private final Sql database;

    Rolls(Sql database) {
        this.database = database;
    }

    /** What stands against the roll of a day: periods that had ended by then, as far as that was known on the other day. */
    static String notEnded(String onRollOn, String asOf) {
        return onRollOn == null ? null : onRollOn + "/" + (asOf == null ? ALL_KNOWN : asOf);
    }

    /** Puts a member, just written with the first day of it, on the roll of his branch. */
    void open(PartyMember member) {
        database.update(
                """
                insert into roll_period (id, member_id, organization_id, organization_path, on_roll_from) values (?, ?, ?, ?, ?)""",
                Ids.next(), member.id(), member.organizationId(), member.path(), member.onRollFrom());
    }

    /** Takes a member off the roll on which he stands; the day is the first no longer on it. Nothing when he stands on none. */
    void close(UUID member, LocalDate on) {
        database.update("""
                update roll_period set on_roll_to = ?, end_entered_at = clock_timestamp()
                where member_id = ? and on_roll_to is null""", on, member);
    }

    /** The last day on which a period on this organization's roll ended, the first no longer on it; empty when none has. */
    Optional<LocalDate> endedLast(UUID organization) {
        return database.one("""
                select max(r.on_roll_to) from party_organization o
                join roll_period r on r.organization_path = o.organization_path and r.organization_id = o.id
                where o.id = ?""", row -> Optional.ofNullable(row.getObject(1, LocalDate.class)), organization);
    }

    /** A whole roll goes over to another branch: each period ends that day and another begins. */
    void handOver(UUID merged, UUID successor, String path, LocalDate on) {
        database.update("""
                with ended as (
                  update roll_period r set on_roll_to = ?::date, end_entered_at = clock_timestamp() from party_organization o
                  where o.id = ? and r.organization_path = o.organization_path and r.organization_id = o.id
                    and r.on_roll_to is null returning r.member_id)
                insert into roll_period (id, member_id, organization_id, organization_path, on_roll_from)
                select gen_random_uuid(), member_id, ?, ?, ?::date from ended""", on, merged, successor, path, on);
    }

    /** Whole groups go on as others: who is in one of them is in the other from that day on. */
    void goOnIn(Map<UUID, UUID> groups, LocalDate on) {
        Batch.of(groups.entrySet()).column("uuid", Map.Entry::getKey).column("uuid", Map.Entry::getValue)
                .column("date", group -> on).update(database, """
                        with turned as (
                          select * from unnest(?::uuid[], ?::uuid[], ?::date[]) as t (left_group, joined_group, on_day)),
                        ended as (
                          update group_period g set to_day = t.on_day from turned t
                          where g.group_id = t.left_group and g.to_day is null returning g.member_id, t.joined_group, t.on_day)
                        insert into group_period (id, member_id, group_id, from_day)
                        select gen_random_uuid(), member_id, joined_group, on_day from ended""");
    }

    void joinGroup(UUID member, UUID group, LocalDate on) {
        leaveGroup(member, on);
        database.update("insert into group_period (id, member_id, group_id, from_day) values (?, ?, ?, ?)", Ids.next(),
                member, group, on);
    }

    /** A group joined and left on one day leaves no trace in the days. */
    void leaveGroup(UUID member, LocalDate on) {
        database.update("update group_period set to_day = ? where member_id = ? and to_day is null", on, member);
    }

    void beginExemption(UUID member, ExemptReason reason, LocalDate on) {
        database.update("insert into exempt_period (id, member_id, reason, from_day) values (?, ?, ?, ?)", Ids.next(),
                member, reason.name(), on);
    }

    void endExemption(UUID member, LocalDate on) {
        database.update("update exempt_period set to_day = ? where member_id = ? and to_day is null", on, member);
    }

    private static RollPeriodView period(ResultSet row) throws SQLException {
        var member = row.getObject("member_id", UUID.class);
        return new RollPeriodView(row.getObject("id", UUID.class), member, row.getString("member_number"),
                row.getObject("organization_id", UUID.class), row.getObject("on_roll_from", LocalDate.class),
                row.getObject("on_roll_to", LocalDate.class), "/organization/v1/members/" + member + "/history");
    }
}
