package io.zhixing.organization.floating;

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
import io.zhixing.organization.structure.Sector;
import io.zhixing.platform.bulk.Batch;

/** Many floating members by one statement each for reading and writing: the path of imports. */
@ApplicationScoped
class FloatingRows {

    private final AgroalDataSource database;

    FloatingRows(AgroalDataSource database) {
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
        try (var connection = database.getConnection();
                var statement = connection
                        .prepareStatement("select id, sector from party_organization where id = any (?)")) {
            statement.setArray(1, connection.createArrayOf("uuid", branches.toArray()));
            var sectors = new HashMap<UUID, Sector>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var sector = rows.getString(2);
                    sectors.put(rows.getObject(1, UUID.class), sector == null ? null : Sector.valueOf(sector));
                }
            }
            return sectors;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** What is known of these members, by member. */
    Map<UUID, List<Known>> of(Collection<UUID> members) {
        try (var connection = database.getConnection(); var statement = connection.prepareStatement("""
                select id, member_id, host_id, host_area, contact_member_id, away_from, state, version
                from floating_member where member_id = any (?)""")) {
            statement.setArray(1, connection.createArrayOf("uuid", members.toArray()));
            var known = new HashMap<UUID, List<Known>>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var one = new Known(rows.getObject("id", UUID.class), rows.getObject("member_id", UUID.class),
                            rows.getObject("host_id", UUID.class), rows.getString("host_area"),
                            rows.getObject("contact_member_id", UUID.class),
                            rows.getObject("away_from", LocalDate.class),
                            FloatingState.valueOf(rows.getString("state")) != FloatingState.ENDED,
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
    void write(List<FloatingMember> records) {
        try (var connection = database.getConnection()) {
            FloatingMember.columns(Batch.of(records)).update(connection,
                    """
                    insert into floating_member (id, member_id, home_id, host_id, host_area, away_from, contact_member_id, last_contact_on, state,
                      stepped_on, version, organization_path, host_path, registered_on)
                    select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::date[], ?::uuid[], ?::date[], ?::text[],
                                         ?::date[], ?::bigint[], ?::text[], ?::text[], ?::date[])""");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
