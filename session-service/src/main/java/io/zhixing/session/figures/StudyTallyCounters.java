package io.zhixing.session.figures;

import jakarta.inject.Singleton;

import io.zhixing.platform.figures.KeptCounters;

/** The leaf counters of sessions, recounted from sessions, lectures and attendance. */
@Singleton
class StudyTallyCounters implements KeptCounters {

    @Override
    public String name() {
        return "study_tally";
    }

    @Override
    public String differences() {
        return """
                select count(*) from (
                  select organization_id, held_on, recorded_on from (
                    select organization_id, held_on, recorded_on, sessions, collective_study, lectures, secretary_lectures,
                           present, absent, on_leave, exempt, guest from study_tally
                    union all
                    select organization_id, held_on, recorded_on, -1,
                           -(type = 'COLLECTIVE_STUDY' or 'COLLECTIVE_STUDY' = any (contents))::integer, 0, 0, 0, 0, 0, 0, 0
                    from study_session
                    union all
                    select organization_id, held_on, recorded_on, 0, 0, -1, -(lecturer_kind = 'SECRETARY')::integer, 0, 0, 0, 0, 0
                    from lecture
                    union all
                    select organization_id, held_on, recorded_on, 0, 0, 0, 0, -(state = 'PRESENT')::integer, -(state = 'ABSENT')::integer,
                           -(state = 'ON_LEAVE')::integer, -(state = 'EXEMPT')::integer, -(state = 'GUEST')::integer
                    from attendance) counted
                  group by organization_id, held_on, recorded_on
                  having sum(sessions) <> 0 or sum(collective_study) <> 0 or sum(lectures) <> 0 or sum(secretary_lectures) <> 0
                    or sum(present) <> 0 or sum(absent) <> 0 or sum(on_leave) <> 0 or sum(exempt) <> 0 or sum(guest) <> 0) different""";
    }
}
