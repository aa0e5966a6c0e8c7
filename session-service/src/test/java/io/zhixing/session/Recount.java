package io.zhixing.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import io.zhixing.platform.testing.database.Database;

/** The leaf counters and the numbers of each session, beside a recount from attendance and lectures. */
final class Recount {

    private static final String DIFFERENCES = """
            with heads as (
              select s.held_on, s.recorded_on, count(*) as sessions,
                     count(*) filter (where s.type = 'COLLECTIVE_STUDY' or 'COLLECTIVE_STUDY' = any (s.contents)) as collective
              from study_session s where s.organization_id = ? group by 1, 2),
            attended as (
              select held_on, recorded_on, count(*) filter (where state = 'PRESENT') as present, count(*) filter (where state = 'ABSENT') as absent,
                     count(*) filter (where state = 'ON_LEAVE') as on_leave, count(*) filter (where state = 'EXEMPT') as exempt,
                     count(*) filter (where state = 'GUEST') as guest
              from attendance where organization_id = ? group by 1, 2),
            lectured as (
              select held_on, recorded_on, count(*) as lectures, count(*) filter (where lecturer_kind = 'SECRETARY') as secretaries
              from lecture where organization_id = ? group by 1, 2),
            recounted as (
              select held_on, recorded_on, sessions, collective, coalesce(lectures, 0) as lectures, coalesce(secretaries, 0) as secretaries,
                     present, absent, on_leave, exempt, guest
              from heads join attended using (held_on, recorded_on) left join lectured using (held_on, recorded_on)),
            counted as (
              select held_on, recorded_on, sessions, collective_study, lectures, secretary_lectures, present, absent, on_leave, exempt, guest
              from study_tally where organization_id = ?)
            select 'recounted ' || r::text from (select * from recounted except select * from counted) r
            union all select 'counted ' || c::text from (select * from counted except select * from recounted) c
            union all
            select 'session ' || s.id || ' ' || s.present || ' present' from study_session s
            where s.organization_id = ? and (s.present, s.absent, s.on_leave, s.exempt, s.guest, s.pending_directory) <>
              (select count(*) filter (where a.state = 'PRESENT'), count(*) filter (where a.state = 'ABSENT'),
                      count(*) filter (where a.state = 'ON_LEAVE'), count(*) filter (where a.state = 'EXEMPT'),
                      count(*) filter (where a.state = 'GUEST'), count(*) filter (where a.state = 'PENDING_DIRECTORY')
               from attendance a where a.session_id = s.id)""";

    private Recount() {}

    static void equalsTheCountersOf(City.Branch host) {
        assertEquals(List.of(), Database.asPipeline().query(DIFFERENCES, row -> row.getString(1), host.id(), host.id(),
                host.id(), host.id(), host.id()));
    }
}
