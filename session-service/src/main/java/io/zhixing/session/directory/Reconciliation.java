package io.zhixing.session.directory;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;
import io.zhixing.session.study.SessionsAgain;

/**
 * Judges again what a late event of the directory changes in recorded sessions: attendees who are or were pending, lectures
 * of members whose posts became known, conveners and Party groups that were not known as the host's. Rows, the session's
 * numbers and the leaf counters change in one transaction, and the session is published as it now counts.
 */
@Singleton
public class Reconciliation {

    /**
     * The counters that the two statements below may change, in the order in which sessions are counted when they are
     * recorded: taken as the statements come to them, they and an import could each hold what the other one waits for. Which
     * sessions it regards does not change any more, because the directory is held still.
     */
    private static final String COUNTERS = """
            select from study_tally t where (t.organization_id, t.held_on, t.recorded_on) in (
              select a.organization_id, a.held_on, a.recorded_on from attendance a
              where (a.by_directory or a.state in ('PENDING_DIRECTORY', 'NOT_DUE')) and a.member_id = any (?)
                and a.state <> attendance_by_roll(a.stated, a.member_id, a.organization_id, a.held_on)
              union
              select l.organization_id, l.held_on, l.recorded_on from lecture l where l.lecturer_member_id = any (?))
            order by t.organization_id, t.held_on, t.recorded_on for no key update of t""";

    /** Whom the directory knew when the session was recorded stays as he was recorded. */
    private static final String ATTENDANCE = """
            with judged as (
              select a.id, a.state as before, attendance_by_roll(a.stated, a.member_id, a.organization_id, a.held_on) as state
              from attendance a
              where (a.by_directory or a.state in ('PENDING_DIRECTORY', 'NOT_DUE')) and a.member_id = any (?)),
            settled as (
              update attendance a set state = j.state, by_directory = true from judged j where a.id = j.id and a.state <> j.state
              returning a.session_id, j.before, j.state),
            delta as (
              select session_id, -count(*) filter (where before = 'PENDING_DIRECTORY') as pending_directory,
                     sum((state = 'PRESENT')::integer - (before = 'PRESENT')::integer) as present,
                     sum((state = 'ABSENT')::integer - (before = 'ABSENT')::integer) as absent,
                     sum((state = 'ON_LEAVE')::integer - (before = 'ON_LEAVE')::integer) as on_leave,
                     sum((state = 'EXEMPT')::integer - (before = 'EXEMPT')::integer) as exempt,
                     sum((state = 'GUEST')::integer - (before = 'GUEST')::integer) as guest
              from settled group by session_id),
            heads as (
              update study_session s set pending_directory = s.pending_directory + d.pending_directory, present = s.present + d.present,
                absent = s.absent + d.absent, on_leave = s.on_leave + d.on_leave, exempt = s.exempt + d.exempt, guest = s.guest + d.guest
              from delta d where s.id = d.session_id
              returning s.id, s.organization_id, s.held_on, s.recorded_on),
            counted as (
              update study_tally t set present = t.present + n.present, absent = t.absent + n.absent, on_leave = t.on_leave + n.on_leave,
                exempt = t.exempt + n.exempt, guest = t.guest + n.guest
              from (select h.organization_id, h.held_on, h.recorded_on, sum(d.present) as present, sum(d.absent) as absent,
                           sum(d.on_leave) as on_leave, sum(d.exempt) as exempt, sum(d.guest) as guest
                    from heads h join delta d on d.session_id = h.id group by 1, 2, 3) n
              where t.organization_id = n.organization_id and t.held_on = n.held_on and t.recorded_on = n.recorded_on)
            select id from heads""";

    private static final String LECTURES = """
            with derived as (
              select l.id, l.lecturer_kind as before, case
                when was_secretary(l.lecturer_member_id, l.held_on) then 'SECRETARY'
                when l.office is not null then 'LEADING_CADRE' else 'MEMBER' end as kind
              from lecture l where l.lecturer_member_id = any (?)),
            changed as (
              update lecture l set lecturer_kind = d.kind from derived d where d.id = l.id and l.lecturer_kind <> d.kind
              returning l.session_id, l.organization_id, l.held_on, l.recorded_on,
                        (d.kind = 'SECRETARY')::integer - (d.before = 'SECRETARY')::integer as delta),
            counted as (
              update study_tally t set secretary_lectures = t.secretary_lectures + n.delta
              from (select organization_id, held_on, recorded_on, sum(delta) as delta from changed group by 1, 2, 3) n
              where t.organization_id = n.organization_id and t.held_on = n.held_on and t.recorded_on = n.recorded_on)
            select distinct session_id from changed""";

    /** One that was the host's that day stays so, whatever moves later. What is voided is judged no more; its attendance and lectures are gone. */
    private static final String CONVENERS = """
            update study_session s set convener_relation = n.relation
            from (select o.id, relation_of_convener(o.convener_member_id, o.organization_path, o.held_on) as relation
                  from study_session o
                  where o.convener_member_id is not null and o.convener_relation is distinct from 'OF_HOST' and o.state <> 'VOIDED' and %s) n
            where s.id = n.id and s.convener_relation is distinct from n.relation
            returning s.id""";
    private static final String CONVENERS_THEMSELVES = CONVENERS.formatted("o.convener_member_id = any (?)");
    /** Their members, and the posts of others at them, may have come first. */
    private static final String CONVENERS_OF_ORGANIZATIONS = CONVENERS.formatted(
            """
            exists (select from (select ?::uuid[] as ids) told
                    where exists (select from roll_period_ref r where r.member_id = o.convener_member_id and r.organization_id = any (told.ids))
                       or exists (select from post_ref p where p.member_id = o.convener_member_id and p.organization_id = any (told.ids)))""");

    private static final String GROUPS = """
            update study_session s set party_group_relation = n.relation
            from (select o.id, relation_of_party_group(o.party_group_id, o.organization_id, o.held_on) as relation
                  from study_session o
                  where o.party_group_id is not null and o.party_group_relation is distinct from 'OF_HOST' and o.state <> 'VOIDED'
                    and o.party_group_id = any (?)) n
            where s.id = n.id and s.party_group_relation is distinct from n.relation
            returning s.id""";

    private final SessionsAgain sessionsAgain;

    Reconciliation(SessionsAgain sessionsAgain) {
        this.sessionsAgain = sessionsAgain;
    }

    /** Of whom the directory has learnt something; {@code holders} are those who hold, held or turn out not to have held a post. */
    record News(List<UUID> organizations, List<UUID> members, List<UUID> holders, List<UUID> groups) {}

    void judgeAgain(Connection connection, News news) throws SQLException {
        hold(connection, news.members(), news.holders());
        var touched = new LinkedHashSet<UUID>();
        touched.addAll(run(connection, ATTENDANCE, news.members()));
        touched.addAll(run(connection, LECTURES, news.holders()));
        touched.addAll(run(connection, CONVENERS_OF_ORGANIZATIONS, news.organizations()));
        touched.addAll(run(connection, CONVENERS_THEMSELVES, news.members()));
        touched.addAll(run(connection, CONVENERS_THEMSELVES, news.holders()));
        touched.addAll(run(connection, GROUPS, news.groups()));
        sessionsAgain.publish(connection, touched);
    }

    private static void hold(Connection connection, List<UUID> members, List<UUID> holders) throws SQLException {
        Sql.call(connection, COUNTERS, SqlArray.uuids(members), SqlArray.uuids(holders));
    }

    private static List<UUID> run(Connection connection, String sql, List<UUID> ids) throws SQLException {
        return ids.isEmpty()
                ? List.of()
                : Sql.list(connection, sql, row -> row.getObject(1, UUID.class), SqlArray.uuids(ids));
    }
}
