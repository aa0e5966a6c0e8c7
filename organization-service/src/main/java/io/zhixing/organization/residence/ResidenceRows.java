package io.zhixing.organization.residence;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import io.zhixing.organization.member.OpenOnce;
import io.zhixing.platform.bulk.Batch;

/** Many registrations by one statement each for reading and writing: the path of imports. */
@ApplicationScoped
class ResidenceRows {

    private final AgroalDataSource database;

    ResidenceRows(AgroalDataSource database) {
        this.database = database;
    }

    /** A registration that is there already, or was made by an earlier row. */
    record Known(UUID id, UUID member, UUID residence, LocalDate registeredOn, boolean open, long version)
            implements
                OpenOnce.Known {}

    /** What is known of these members, by member. */
    Map<UUID, List<Known>> of(Collection<UUID> members) {
        try (var connection = database.getConnection(); var statement = connection.prepareStatement("""
                select id, member_id, residence_id, registered_on, state, version
                from residence_registration where member_id = any (?)""")) {
            statement.setArray(1, connection.createArrayOf("uuid", members.toArray()));
            var known = new HashMap<UUID, List<Known>>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var one = new Known(rows.getObject("id", UUID.class), rows.getObject("member_id", UUID.class),
                            rows.getObject("residence_id", UUID.class),
                            rows.getObject("registered_on", LocalDate.class),
                            ResidenceState.valueOf(rows.getString("state")) != ResidenceState.ENDED,
                            rows.getLong("version"));
                    known.computeIfAbsent(one.member(), member -> new ArrayList<>()).add(one);
                }
            }
            return known;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Needs the transaction of the import. */
    void write(List<ResidenceRegistration> registrations) {
        try (var connection = database.getConnection()) {
            ResidenceRegistration.columns(Batch.of(registrations)).update(connection,
                    """
                    insert into residence_registration (id, member_id, home_id, residence_id, registered_on, state, stepped_on, version,
                      organization_path, residence_path)
                    select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::date[], ?::text[], ?::date[], ?::bigint[],
                                         ?::text[], ?::text[])""");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
