package io.zhixing.organization.floating;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.organization.member.OpenOnce;
import io.zhixing.organization.structure.Sector;
import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;

/** Many floating members by one statement each for reading and writing: the path of imports. */
@ApplicationScoped
class FloatingRows {

    private final Sql database;

    FloatingRows(Sql database) {
        this.database = database;
    }

    /** A record that is there already, or was made by an earlier row. */
    record Known(UUID id, UUID member, UUID host, String hostArea, UUID contact, LocalDate awayFrom, boolean open,
            long version) implements OpenOnce.Known {

        boolean saysTheSameAs(FloatingMember.Facts stated) {
            return awayFrom.equals(stated.awayFrom()) && hostArea.equals(stated.hostArea())
                    && agrees(stated.hostId(), host) && agrees(stated.contactMemberId(), contact);
        }

        private static boolean agrees(UUID stated, UUID known) {
            return stated == null || stated.equals(known);
        }
    }

    /** The sectors of these branches; null where none is stated. */
    Map<UUID, Sector> sectors(Collection<UUID> branches) {
        return database.map("select id, sector from party_organization where id = any (?)",
                row -> row.getObject(1, UUID.class),
                row -> row.getString(2) == null ? null : Sector.valueOf(row.getString(2)), SqlArray.uuids(branches));
    }

    /** What is known of these members, by member. */
    Map<UUID, List<Known>> of(Collection<UUID> members) {
        return database.grouped("""
                select id, member_id, host_id, host_area, contact_member_id, away_from, state, version
                from floating_member where member_id = any (?)""", row -> row.getObject("member_id", UUID.class),
                row -> new Known(row.getObject("id", UUID.class), row.getObject("member_id", UUID.class),
                        row.getObject("host_id", UUID.class), row.getString("host_area"),
                        row.getObject("contact_member_id", UUID.class), row.getObject("away_from", LocalDate.class),
                        FloatingState.valueOf(row.getString("state")) != FloatingState.ENDED, row.getLong("version")),
                SqlArray.uuids(members));
    }

    /** Needs the transaction of the import. */
    void write(List<FloatingMember> records) {
        FloatingMember.columns(Batch.of(records)).update(database,
                """
                    insert into floating_member (id, member_id, home_id, host_id, host_area, away_from, contact_member_id, last_contact_on, state,
                      stepped_on, version, organization_path, host_path, registered_on)
                    select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::date[], ?::uuid[], ?::date[], ?::text[],
                                         ?::date[], ?::bigint[], ?::text[], ?::text[], ?::date[])""");
    }
}
