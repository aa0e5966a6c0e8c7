package io.zhixing.organization.group;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.zhixing.organization.group.PartyGroup.GroupState;
import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.list.Listing;
import io.zhixing.platform.sql.Sql;

@ApplicationScoped
public class PartyGroups implements PanacheRepositoryBase<PartyGroup, UUID> {

    static final Listing<PartyGroupView> LISTING = Listing
            .of(PartyGroupView.class,
                    "g.id, g.organization_id, g.name, g.leader_member_id, g.formed_on, g.closed_on, g.continues_id, g.version",
                    "party_group g",
                    row -> new PartyGroupView(row.getObject("id", UUID.class),
                            row.getObject("organization_id", UUID.class), row.getString("name"),
                            row.getObject("leader_member_id", UUID.class), row.getObject("formed_on", LocalDate.class),
                            row.getObject("closed_on", LocalDate.class),
                            row.getObject("closed_on") == null ? GroupState.OPEN : GroupState.CLOSED,
                            row.getObject("continues_id", UUID.class), row.getLong("version")))
            .scopedBy("g.organization_path")
            .orderedBy("organization", "g.organization_path", "text", "g.id", "uuid")
            .filter("continues", "g.continues_id = ?")
            .filter("openOn", "g.formed_on <= ? and (g.closed_on is null or g.closed_on > ?)");

    private final Sql database;

    PartyGroups(Sql database) {
        this.database = database;
    }

    /** Groups of a branch that are not closed. */
    List<PartyGroup> openIn(UUID organization) {
        return list("organizationId = ?1 and closedOn is null order by id", organization);
    }

    /** The last day on which a group of this branch was closed; empty when none has been. */
    Optional<LocalDate> closedLast(UUID branch) {
        return database.one("select max(closed_on) from party_group where organization_id = ?",
                row -> Optional.ofNullable(row.getObject(1, LocalDate.class)), branch);
    }

    /** Groups of these branches that are not closed. */
    public List<PartyGroup> openIn(Collection<UUID> branches) {
        return list("organizationId in ?1 and closedOn is null order by id", branches);
    }

    /** Many new ones by one statement. */
    void write(List<PartyGroup> groups) {
        PartyGroup.columns(Batch.of(groups)).update(database,
                """
                    insert into party_group (id, organization_id, organization_path, name, leader_member_id, formed_on, stepped_on, version, continues_id)
                    select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::date[], ?::date[], ?::bigint[],
                                         ?::uuid[])""");
    }

    /** Groups that this member leads and that are not closed. */
    List<PartyGroup> ledBy(UUID member) {
        return list("leaderMemberId = ?1 and closedOn is null order by id", member);
    }

    /** The group, locked against joining and closing at once; empty when the caller does not see it. */
    public Optional<PartyGroup> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Whether somebody is still in it; asked under the group's lock. */
    boolean hasMembers(UUID group) {
        return database.one("select exists (select from group_period where group_id = ? and to_day is null)",
                row -> row.getBoolean(1), group);
    }
}
