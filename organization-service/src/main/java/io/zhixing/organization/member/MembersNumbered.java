package io.zhixing.organization.member;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;

/** Members by their numbers, all those of a file's rows by one statement. */
@ApplicationScoped
public class MembersNumbered {

    private final AgroalDataSource database;

    MembersNumbered(AgroalDataSource database) {
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

    private Map<String, Enrolled> read(Collection<String> numbers, String locking) {
        try (var connection = database.getConnection(); var statement = connection.prepareStatement("""
                select id, member_number, organization_id, organization_path, status, joined_on, on_roll_from
                from party_member where member_number = any (?)""" + locking)) {
            statement.setArray(1, connection.createArrayOf("text", numbers.stream().distinct().toArray()));
            var members = new HashMap<String, Enrolled>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var number = rows.getString("member_number");
                    members.put(number, new Enrolled(rows.getObject("id", UUID.class), number,
                            rows.getObject("organization_id", UUID.class), rows.getString("organization_path"),
                            MemberStatus.valueOf(rows.getString("status")) == MemberStatus.ACTIVE,
                            rows.getObject("joined_on", LocalDate.class),
                            rows.getObject("on_roll_from", LocalDate.class)));
                }
            }
            return members;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
