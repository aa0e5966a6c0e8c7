package io.zhixing.session.directory;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.inbox.Moves;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;

/** The directory's tables, written in batches on the consumer's connection; a state that is older than the held one changes nothing. */
final class DirectoryProjection {

    private final Connection connection;

    DirectoryProjection(Connection connection) {
        this.connection = connection;
    }

    /** What is read of every event of an organization: each carries the whole state. */
    record OrganizationState(UUID organizationId, long version, LocalDate effectiveOn, String code, String type,
            String state, String path, LocalDate activatedOn, LocalDate dissolvedOn) {}

    /** What is read of every event of a member: each carries the whole of him; the day of {@code onRollTo} is the first no longer on the roll. */
    record MemberState(UUID memberId, long version, String memberNumber, UUID organizationId, String memberType,
            LocalDate onRollFrom, LocalDate onRollTo) {}

    /** What is read of every event of a post; {@code to} is the first day no longer in the post. */
    record PostState(UUID postId, long version, UUID memberId, UUID organizationId, String post, LocalDate from,
            LocalDate to) {}

    /** What is read of {@code party-group-changed}, which carries the whole group; {@code closedOn} is the first day on which it is no longer. */
    record GroupState(UUID groupId, long version, UUID organizationId, LocalDate formedOn, LocalDate closedOn) {}

    /**
     * Waits for sessions that are being recorded against what is known now; see study_facts in the schema. Not for long:
     * whoever queues for a lock alone lets nobody pass, and a long import must not stop recording. The pipeline tries again.
     */
    void holdStill() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = '300ms'");
            statement.execute("select pg_advisory_xact_lock(hashtext('session-directory'))");
            statement.execute("set local lock_timeout to default");
        }
    }

    void organizations(List<OrganizationState> states) throws SQLException {
        Batch.of(states).column("uuid", OrganizationState::organizationId).column("bigint", OrganizationState::version)
                .column("text", OrganizationState::code).column("text", OrganizationState::type)
                .column("text", OrganizationState::state).column("text", OrganizationState::path)
                .column("date", OrganizationState::activatedOn).column("date", OrganizationState::dissolvedOn)
                .update(connection, """
                insert into organization_ref as held (id, version, code, type, state, organization_path, active_from, active_to)
                select * from unnest(?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::date[], ?::date[])
                on conflict (id) do update set version = excluded.version, code = excluded.code, type = excluded.type, state = excluded.state,
                  organization_path = excluded.organization_path, active_from = coalesce(excluded.active_from, held.active_from),
                  active_to = excluded.active_to
                where held.version < excluded.version""");
    }

    /**
     * Every interval at work becomes a row, also when more than one begins or ends within the batch. An end ends the interval
     * that began last before it.
     */
    void daysAtWork(List<OrganizationState> beginnings, List<OrganizationState> ends) throws SQLException {
        Batch.of(beginnings).column("uuid", OrganizationState::organizationId)
                .column("bigint", OrganizationState::version).column("date", OrganizationState::effectiveOn)
                .update(connection, """
                insert into work_period_ref (organization_id, version, from_day, organization_path)
                select n.id, n.version, n.from_day, o.organization_path
                from unnest(?::uuid[], ?::bigint[], ?::date[]) as n (id, version, from_day) join organization_ref o on o.id = n.id
                on conflict (organization_id, version) do nothing""");
        Batch.of(ends).column("uuid", OrganizationState::organizationId).column("bigint", OrganizationState::version)
                .column("date", OrganizationState::dissolvedOn).update(connection, """
                update work_period_ref held set to_day = n.to_day
                from unnest(?::uuid[], ?::bigint[], ?::date[]) as n (id, version, to_day)
                where held.organization_id = n.id and held.version < n.version
                  and not exists (select from work_period_ref later where later.organization_id = n.id
                                  and later.version > held.version and later.version < n.version)""");
    }

    /** Every period becomes a row, also when the member has moved on within the batch; the newest state is the member's. */
    void members(List<MemberState> states) throws SQLException {
        Batch.of(states).column("uuid", MemberState::memberId).column("bigint", MemberState::version)
                .column("text", MemberState::memberNumber).column("uuid", MemberState::organizationId)
                .column("text", MemberState::memberType).column("date", MemberState::onRollFrom)
                .column("date", MemberState::onRollTo).update(connection, """
                with news as (
                  select n.*, coalesce(o.organization_path, '') as path
                  from unnest(?::uuid[], ?::bigint[], ?::text[], ?::uuid[], ?::text[], ?::date[], ?::date[])
                         as n (id, version, member_number, organization_id, member_type, from_day, to_day)
                  left join organization_ref o on o.id = n.organization_id),
                periods as (
                  insert into roll_period_ref as held (member_id, from_day, to_day, organization_id, organization_path, version)
                  select distinct on (id, from_day) id, from_day, to_day, organization_id, path, version from news
                  order by id, from_day, version desc
                  on conflict (member_id, from_day) do update set to_day = excluded.to_day, organization_id = excluded.organization_id,
                    organization_path = excluded.organization_path, version = excluded.version
                  where held.version < excluded.version)
                insert into member_ref as held (id, version, member_number, organization_id, member_type, organization_path)
                select distinct on (id) id, version, member_number, organization_id, member_type, path from news
                order by id, version desc
                on conflict (id) do update set version = excluded.version, member_number = excluded.member_number,
                  organization_id = excluded.organization_id, member_type = excluded.member_type, organization_path = excluded.organization_path
                where held.version < excluded.version""");
    }

    /** Who held these posts until now: a correction may say that it was somebody else. */
    List<UUID> holders(List<PostState> states) throws SQLException {
        return states.isEmpty()
                ? List.of()
                : Sql.list(connection, "select member_id from post_ref where id = any (?)",
                        row -> row.getObject(1, UUID.class),
                        SqlArray.uuids(states.stream().map(PostState::postId).toList()));
    }

    void posts(List<PostState> states) throws SQLException {
        Batch.of(states).column("uuid", PostState::postId).column("bigint", PostState::version)
                .column("uuid", PostState::memberId).column("uuid", PostState::organizationId)
                .column("text", PostState::post).column("date", PostState::from).column("date", PostState::to)
                .update(connection, """
                insert into post_ref as held (id, version, member_id, organization_id, post, from_day, to_day, organization_path)
                select n.*, coalesce(o.organization_path, '')
                from unnest(?::uuid[], ?::bigint[], ?::uuid[], ?::uuid[], ?::text[], ?::date[], ?::date[])
                       as n (id, version, member_id, organization_id, post, from_day, to_day)
                left join organization_ref o on o.id = n.organization_id
                on conflict (id) do update set version = excluded.version, member_id = excluded.member_id, post = excluded.post,
                  organization_id = excluded.organization_id, organization_path = excluded.organization_path,
                  from_day = excluded.from_day, to_day = excluded.to_day
                where held.version < excluded.version""");
    }

    void groups(List<GroupState> states) throws SQLException {
        Batch.of(states).column("uuid", GroupState::groupId).column("bigint", GroupState::version)
                .column("uuid", GroupState::organizationId).column("date", GroupState::formedOn)
                .column("date", GroupState::closedOn).update(connection, """
                insert into party_group_ref as held (id, version, organization_id, formed_on, closed_on, organization_path)
                select n.*, coalesce(o.organization_path, '')
                from unnest(?::uuid[], ?::bigint[], ?::uuid[], ?::date[], ?::date[])
                       as n (id, version, organization_id, formed_on, closed_on)
                left join organization_ref o on o.id = n.organization_id
                on conflict (id) do update set version = excluded.version, organization_id = excluded.organization_id,
                  organization_path = excluded.organization_path, formed_on = excluded.formed_on, closed_on = excluded.closed_on
                where held.version < excluded.version""");
    }

    /** What is read of {@code organization-path-changed}. */
    record Place(UUID organizationId, String code, String path, String previousPath) {}

    /**
     * Organizations that stand elsewhere; whatever carries their former path follows.
     *
     * @param all in the order of the topic; @param newest the last of each organization
     */
    void places(List<Place> all, List<Place> newest) throws SQLException {
        Batch.of(newest).column("uuid", Place::organizationId).column("text", Place::code).column("text", Place::path)
                .update(connection, """
                        update organization_ref held set code = n.code, organization_path = n.path
                        from unnest(?::uuid[], ?::text[], ?::text[]) as n (id, code, path) where held.id = n.id""");
        Moves.follow(connection, all.stream().map(one -> new Moves.Move(one.previousPath(), one.path())).toList());
    }

    /** Members, posts and groups whose organization was not known when they came: events of two aggregates have no order. */
    void pathsOfThoseWhoCameFirst(List<OrganizationState> organizations) throws SQLException {
        for (var table : List.of("member_ref", "roll_period_ref", "post_ref", "party_group_ref")) {
            Batch.of(organizations).column("uuid", OrganizationState::organizationId)
                    .update(connection, "update " + table + """
                             held set organization_path = o.organization_path
                            from organization_ref o
                            where o.id = any (?) and held.organization_id = o.id and held.organization_path = ''""");
        }
    }
}
