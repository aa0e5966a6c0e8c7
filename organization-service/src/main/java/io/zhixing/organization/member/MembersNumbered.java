package io.zhixing.organization.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;

/** Members by their numbers, all those of a file's rows by one statement. */
@ApplicationScoped
public class MembersNumbered {

    private final Sql database;

    MembersNumbered(Sql database) {
        this.database = database;
    }

    /** A member as far as rows about him ask. */
    public record Enrolled(UUID id, String number, UUID branch, String path, boolean onRoll, LocalDate joinedOn,
            LocalDate onRollFrom) {

        public boolean isOnRollOf(UUID organization) {
            return onRoll && branch.equals(organization);
        }
    }

    /** Those of these numbers whom the caller sees, by number. */
    public Map<String, Enrolled> of(Collection<String> numbers) {
        return read(numbers, "");
    }

    /** The same, locked in one order against other changes until the transaction ends. */
    public Map<String, Enrolled> locked(Collection<String> numbers) {
        return read(numbers, " order by id for no key update");
    }

    /** The same, kept where they are until the transaction ends: who leaves at once ends what the rows make too. */
    public Map<String, Enrolled> kept(Collection<String> numbers) {
        return read(numbers, " order by id for share");
    }

    private Map<String, Enrolled> read(Collection<String> numbers, String locking) {
        return database.map("""
                select id, member_number, organization_id, organization_path, status, joined_on, on_roll_from
                from party_member where member_number = any (?)""" + locking, row -> row.getString("member_number"),
                MembersNumbered::enrolled, SqlArray.texts(numbers.stream().distinct().toList()));
    }

    private static Enrolled enrolled(ResultSet row) throws SQLException {
        return new Enrolled(row.getObject("id", UUID.class), row.getString("member_number"),
                row.getObject("organization_id", UUID.class), row.getString("organization_path"),
                MemberStatus.valueOf(row.getString("status")) == MemberStatus.ACTIVE,
                row.getObject("joined_on", LocalDate.class), row.getObject("on_roll_from", LocalDate.class));
    }
}
