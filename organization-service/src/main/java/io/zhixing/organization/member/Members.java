package io.zhixing.organization.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.zhixing.organization.standing.Standings;
import io.zhixing.platform.list.Listing;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;

@ApplicationScoped
public class Members implements PanacheRepositoryBase<PartyMember, UUID> {

    public static final Listing<MemberView> LISTING = Listing
            .of(MemberView.class, """
            m.id, m.member_number, m.name, m.id_number_masked, m.sex_code, m.ethnicity_code, m.birth_date, m.member_type, m.joined_on,
            m.full_since, m.organization_id, m.status, m.on_roll_from, m.on_roll_to, m.probation_until, m.group_id,
            m.exempt, m.version,
            """ + Standings.NEWEST, "party_member m",
                    Members::view)
            .scopedBy("m.organization_path").ofPerson("m.id")
            .orderedBy("organization", "m.organization_path", "text", "m.id", "uuid")
            .filter("memberNumber", "m.member_number = ?")
            .filter("memberType", "m.member_type = any (?)")
            .filter("status", "m.status = any (?)")
            .filter("group", "m.group_id = ?")
            .filter("onRollOn", """
                    exists (select from roll_period r where r.member_id = m.id and r.on_roll_from <= ?
                      and (r.on_roll_to is null or r.on_roll_to > ?))""")
            .filter("asOf", "m.entered_at < (?::date + 1)::timestamp at time zone 'Asia/Shanghai'");

    /** By its place, which an index begins with. */
    private static final String ON_ROLL_OF = """
            path = (select o.path from PartyOrganization o where o.id = ?1) and organizationId = ?1 and status = ?2""";

    private final Sql database;

    Members(Sql database) {
        this.database = database;
    }

    /** The member as he is shown, by one statement and no entity; empty when the caller does not see him. A call asks nothing behind it. */
    Optional<MemberView> shown(UUID id) {
        return database.lastly().first(LISTING.selecting("m.id = ?"), Members::view, id);
    }

    /** The member, locked against other changes until the transaction ends; empty when the caller does not see him. */
    public Optional<PartyMember> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Those of these numbers whom the caller sees, locked likewise, all in one order. */
    List<PartyMember> lockedNumbered(List<String> numbers) {
        return find("memberNumber in ?1 order by id", numbers).withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    /** The member, kept where he is until the transaction ends; empty when the caller does not see him. */
    public Optional<PartyMember> kept(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_READ);
    }

    /**
     * Whether a member whom the caller may not have been able to keep stands on this roll, which he does until the transaction
     * ends then. Needs the scope of his branch.
     */
    public boolean isKeptOnRollOf(UUID organizationId, UUID id) {
        return database
                .first("select status = 'ACTIVE' and organization_id = ? from party_member where id = ? for share",
                        row -> row.getBoolean(1), organizationId, id)
                .orElse(false);
    }

    /** Everybody on this organization's roll, in one order. */
    List<PartyMember> onRollOf(UUID organizationId) {
        return list(ON_ROLL_OF + " order by id", organizationId, MemberStatus.ACTIVE);
    }

    /** Whether a member stands on this organization's roll. */
    boolean areOnRollOf(UUID organizationId) {
        return find(ON_ROLL_OF, organizationId, MemberStatus.ACTIVE).range(0, 0).list().size() > 0;
    }

    /** These members, as far as the caller sees them, stay as they are until the transaction ends. */
    public void keep(List<UUID> ids) {
        find("id in ?1 order by id", ids).withLock(LockModeType.PESSIMISTIC_READ).list();
    }

    /**
     * How many of these members, seen by the caller or not, are on no roll, were no full member on a roll on a day, or stood
     * below a path since another day and stand elsewhere now.
     */
    public int goneOn(List<UUID> ids, String path, LocalDate since, LocalDate on) {
        return database.one("select gone_on(?, ?, ?, ?)", row -> row.getInt(1), SqlArray.uuids(ids), path, since, on);
    }

    /** Names by id or number, as far as the caller's scope reaches. */
    List<MembersResource.Named> named(List<UUID> ids, List<String> numbers) {
        return database.list(
                """
                select id, member_number, name, organization_id from party_member where id = any (?)
                union
                select id, member_number, name, organization_id from party_member where member_number = any (?) order by member_number""",
                Members::named, SqlArray.uuids(ids), SqlArray.texts(numbers));
    }

    /** Whom an ID number belongs to, by its digest, as far as the caller's scope reaches. */
    Optional<MembersResource.Named> withIdNumber(byte[] index) {
        return database.first(
                "select id, member_number, name, organization_id from party_member where id_number_index = ?",
                Members::named, index);
    }

    private static MembersResource.Named named(ResultSet row) throws SQLException {
        return new MembersResource.Named(row.getObject("id", UUID.class), row.getString("member_number"),
                row.getString("name"), row.getObject("organization_id", UUID.class));
    }

    private static MemberView view(ResultSet row) throws SQLException {
        return new MemberView(row.getObject("id", UUID.class), row.getString("member_number"), row.getString("name"),
                row.getString("id_number_masked"), row.getString("sex_code"), row.getString("ethnicity_code"),
                row.getObject("birth_date", LocalDate.class), MemberType.valueOf(row.getString("member_type")),
                row.getObject("joined_on", LocalDate.class), row.getObject("full_since", LocalDate.class),
                row.getObject("organization_id", UUID.class), MemberStatus.valueOf(row.getString("status")),
                row.getObject("on_roll_from", LocalDate.class), row.getObject("on_roll_to", LocalDate.class),
                row.getObject("probation_until", LocalDate.class), row.getObject("group_id", UUID.class),
                row.getBoolean("exempt"), row.getLong("version"), Standings.read(row));
    }
}
