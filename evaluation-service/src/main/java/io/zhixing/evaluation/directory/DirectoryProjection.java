package io.zhixing.evaluation.directory;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.inbox.Moves;
import io.zhixing.platform.inbox.ReceivedEvents.Received;
import io.zhixing.platform.sql.Sql;

/** The directory's tables, written in batches on the consumer's connection; a state older than the held one changes nothing. */
final class DirectoryProjection {

    static final String VOIDED = "study-session-voided.v1";

    private static final String COLLECTIVE_STUDY = "COLLECTIVE_STUDY";

    private final Connection connection;

    DirectoryProjection(Connection connection) {
        this.connection = connection;
    }

    /** What is read of every event of an organization: each carries the whole of it. */
    record OrganizationState(UUID organizationId, long version, String code, String type, String state, String path,
            LocalDate effectiveOn, LocalDate activatedOn) {}

    /** What is read of every event of a member: each carries the whole of him; {@code onRollTo} is the first day no longer on the roll. */
    record MemberState(UUID memberId, long version, String memberNumber, UUID organizationId, String memberType,
            LocalDate fullSince, LocalDate onRollFrom, LocalDate onRollTo) {}

    /** What is read of every event of a post; {@code to} is the first day no longer in the post. */
    record PostState(UUID postId, long version, UUID memberId, UUID organizationId, String post, LocalDate from,
            LocalDate to) {}

    /** What is read of {@code study-session-recorded}, {@code -corrected} and {@code -voided}. */
    record StudyState(UUID studySessionId, long version, UUID organizationId, String type, Set<String> contents,
            LocalDate heldOn) {

        boolean isCollectiveStudy() {
            return COLLECTIVE_STUDY.equals(type) || contents != null && contents.contains(COLLECTIVE_STUDY);
        }
    }

    /** One consumer at a time: an organization and what belongs to it may come at once on two topics, and each would miss the other. */
    void holdStill() throws SQLException {
        Sql.call(connection, "select pg_advisory_xact_lock(hashtext('evaluation-directory'))");
    }

    void organizations(List<Received<OrganizationState>> news) throws SQLException {
        Batch.of(news).column("uuid", one -> one.state().organizationId())
                .column("bigint", one -> one.state().version()).column("text", one -> one.state().code())
                .column("text", one -> one.state().type()).column("text", one -> one.state().state())
                .column("text", one -> one.state().path()).column("date", DirectoryProjection::activeFrom)
                .update(connection, """
                        insert into organization_ref as held (id, version, code, type, state, organization_path, active_from)
                        select * from unnest(?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::date[])
                        on conflict (id) do update set version = excluded.version, code = excluded.code, type = excluded.type,
                          state = excluded.state, organization_path = excluded.organization_path,
                          active_from = coalesce(excluded.active_from, held.active_from)
                        where held.version < excluded.version""");
    }

    /** Every period becomes a row; one that is still open ends where the next one of the member begins, as on a transfer. */
    void members(List<MemberState> states) throws SQLException {
        Batch.of(states).column("uuid", MemberState::memberId).column("bigint", MemberState::version)
                .column("text", MemberState::memberNumber).column("uuid", MemberState::organizationId)
                .column("text", MemberState::memberType).column("date", MemberState::fullSince)
                .column("date", MemberState::onRollFrom).column("date", MemberState::onRollTo).update(connection, """
                        with news as (
                          select n.*, coalesce(o.organization_path, '') as path
                          from unnest(?::uuid[], ?::bigint[], ?::text[], ?::uuid[], ?::text[], ?::date[], ?::date[], ?::date[])
                                 as n (id, version, member_number, organization_id, member_type, full_since, from_day, to_day)
                          left join organization_ref o on o.id = n.organization_id),
                        periods as (
                          insert into roll_period_ref as held (member_id, from_day, to_day, organization_id, organization_path, version)
                          select distinct on (id, from_day) id, from_day, to_day, organization_id, path, version from news
                          order by id, from_day, version desc
                          on conflict (member_id, from_day) do update set to_day = excluded.to_day,
                            organization_id = excluded.organization_id, organization_path = excluded.organization_path,
                            version = excluded.version
                          where held.version < excluded.version)
                        insert into member_ref as held (id, version, member_number, organization_id, member_type, full_since, organization_path)
                        select distinct on (id) id, version, member_number, organization_id, member_type, full_since, path from news
                        order by id, version desc
                        on conflict (id) do update set version = excluded.version, member_number = excluded.member_number,
                          organization_id = excluded.organization_id, member_type = excluded.member_type,
                          full_since = excluded.full_since, organization_path = excluded.organization_path
                        where held.version < excluded.version""");
        Batch.of(states).column("uuid", MemberState::memberId).update(connection,
                """
                update roll_period_ref p set to_day = later.from_day
                from (select r.member_id, r.from_day as held_from, lead(r.from_day) over (partition by r.member_id order by r.from_day) as from_day
                      from roll_period_ref r where r.member_id = any (?)) later
                where later.member_id = p.member_id and later.held_from = p.from_day and p.to_day is null and later.from_day is not null""");
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

    /** A voided session stays known here, and is no study. */
    void studySessions(List<Received<StudyState>> news) throws SQLException {
        Batch.of(news).column("uuid", one -> one.state().studySessionId())
                .column("bigint", one -> one.state().version()).column("uuid", one -> one.state().organizationId())
                .column("date", one -> one.state().heldOn())
                .column("boolean",
                        one -> one.state().isCollectiveStudy() && !VOIDED.equals(one.event().name()))
                .update(connection, """
                        insert into study_session_ref as held (id, version, organization_id, held_on, collective_study, organization_path)
                        select n.*, coalesce(o.organization_path, '')
                        from unnest(?::uuid[], ?::bigint[], ?::uuid[], ?::date[], ?::boolean[])
                               as n (id, version, organization_id, held_on, collective_study)
                        left join organization_ref o on o.id = n.organization_id
                        on conflict (id) do update set version = excluded.version, organization_id = excluded.organization_id,
                          held_on = excluded.held_on, collective_study = excluded.collective_study,
                          organization_path = excluded.organization_path
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

    /** Rows whose organization was not known when they came: events of two aggregates have no order. */
    void pathsOfThoseWhoCameFirst(List<Received<OrganizationState>> organizations) throws SQLException {
        for (var table : List.of("member_ref", "roll_period_ref", "post_ref", "study_session_ref")) {
            Batch.of(organizations).column("uuid", one -> one.state().organizationId())
                    .update(connection, "update " + table + """
                             held set organization_path = o.organization_path
                            from organization_ref o
                            where o.id = any (?) and held.organization_id = o.id and held.organization_path = ''""");
        }
    }

    private static LocalDate activeFrom(Received<OrganizationState> news) {
        return news.state().activatedOn() == null && "organization-activated.v1".equals(news.event().name())
                ? news.state().effectiveOn()
                : news.state().activatedOn();
    }
}
