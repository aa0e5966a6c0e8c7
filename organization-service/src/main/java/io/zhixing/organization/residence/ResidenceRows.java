package io.zhixing.organization.residence;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.organization.member.OpenOnce;
import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;

/** Many registrations by one statement each for reading and writing: the path of imports. */
@ApplicationScoped
class ResidenceRows {

    private final Sql database;

    ResidenceRows(Sql database) {
        this.database = database;
    }

    /** A registration that is there already, or was made by an earlier row. */
    record Known(UUID id, UUID member, UUID residence, LocalDate registeredOn, boolean open, long version)
            implements
                OpenOnce.Known {}

    /** What is known of these members, by member. */
    Map<UUID, List<Known>> of(Collection<UUID> members) {
        return database.grouped("""
                select id, member_id, residence_id, registered_on, state, version
                from residence_registration where member_id = any (?)""", row -> row.getObject("member_id", UUID.class),
                row -> new Known(row.getObject("id", UUID.class), row.getObject("member_id", UUID.class),
                        row.getObject("residence_id", UUID.class), row.getObject("registered_on", LocalDate.class),
                        ResidenceState.valueOf(row.getString("state")) != ResidenceState.ENDED, row.getLong("version")),
                SqlArray.uuids(members));
    }

    /** Needs the transaction of the import. */
    void write(List<ResidenceRegistration> registrations) {
        ResidenceRegistration.columns(Batch.of(registrations)).update(database,
                """
                    insert into residence_registration (id, member_id, home_id, residence_id, registered_on, state, stepped_on, version,
                      organization_path, residence_path)
                    select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::date[], ?::text[], ?::date[], ?::bigint[],
                                         ?::text[], ?::text[])""");
    }
}
