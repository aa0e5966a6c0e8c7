package io.zhixing.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import io.zhixing.platform.testing.database.Database;

/** The leaf counters and the numbers of each session, beside a recount from attendance and lectures. */
final class Recount {

    /** What a version says counts from the day since which it is known until the day on which another one took its place. */
    private static final String DIFFERENCES = """
            with session as (
              select organization_id, id, held_on, recorded_on, 'infinity'::date as superseded_on, type, contents
              from study_session where state = 'RECORDED'
              union all
              select organization_id, id, held_on, recorded_on, superseded_on, type, contents from study_session_past),
            attended as (
              select organization_id, held_on, recorded_on, 'infinity'::date as superseded_on, state from attendance
              union all
              select organization_id, held_on, recorded_on, superseded_on, state from attendance_past),
            lectured as (
              select organization_id, held_on, recorded_on, 'infinity'::date as superseded_on, lecturer_kind from lecture
              union all
              select organization_id, held_on, recorded_on, superseded_on, lecturer_kind from lecture_past),
            recounted as (
              select organization_id, held_on, recorded_on, superseded_on, 'sessions' as what from session
              union all
              select organization_id, held_on, recorded_on, superseded_on, 'collective' from session
              where type = 'COLLECTIVE_STUDY' or 'COLLECTIVE_STUDY' = any (contents)
              union all
              select organization_id, held_on, recorded_on, superseded_on, state from attended where state not in ('PENDING_DIRECTORY', 'NOT_DUE')
              union all
              select organization_id, held_on, recorded_on, superseded_on, 'lectures' from lectured
              union all
              select organization_id, held_on, recorded_on, superseded_on, 'secretaries' from lectured where lecturer_kind = 'SECRETARY'),
            recounted_by_day as (
              select held_on, d.day, what, sum(d.times) as counted
              from recounted cross join lateral (values (recorded_on, 1), (superseded_on, -1)) as d (day, times)
              where organization_id = ? and d.day <> 'infinity' group by 1, 2, 3 having sum(d.times) <> 0),
            counted as (
              select held_on, recorded_on, c.what, c.counted from study_tally cross join lateral (values
                ('sessions', sessions), ('collective', collective_study), ('lectures', lectures), ('secretaries', secretary_lectures),
                ('PRESENT', present), ('ABSENT', absent), ('ON_LEAVE', on_leave), ('EXEMPT', exempt), ('GUEST', guest)) as c (what, counted)
              where organization_id = ? and c.counted <> 0)
            select 'recounted ' || r::text from (select * from recounted_by_day except select * from counted) r
            union all select 'counted ' || c::text from (select * from counted except select * from recounted_by_day) c
            union all
            select 'session ' || s.id || ' ' || s.present || ' present' from study_session s
            where s.organization_id = ? and s.state = 'RECORDED'
              and (s.present, s.absent, s.on_leave, s.exempt, s.guest, s.pending_directory) <>
              (select count(*) filter (where a.state = 'PRESENT'), count(*) filter (where a.state = 'ABSENT'),
                      count(*) filter (where a.state = 'ON_LEAVE'), count(*) filter (where a.state = 'EXEMPT'),
                      count(*) filter (where a.state = 'GUEST'), count(*) filter (where a.state = 'PENDING_DIRECTORY')
               from attendance a where a.session_id = s.id)""";

    private Recount() {}

    static void equalsTheCountersOf(City.Branch host) {
        assertEquals(List.of(), Database.asPipeline().query(DIFFERENCES, row -> row.getString(1), host.id(), host.id(),
                host.id()));
    }
}
