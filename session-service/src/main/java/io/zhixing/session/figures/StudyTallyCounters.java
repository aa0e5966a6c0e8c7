package io.zhixing.session.figures;

import jakarta.inject.Singleton;

import io.zhixing.platform.figures.KeptCounters;

/** The leaf counters of sessions, recounted from sessions, lectures and attendance; former versions count until they were superseded. */
@Singleton
class StudyTallyCounters implements KeptCounters {

    private static final String COUNTED = """
            union all
            select organization_id, held_on, %2$s, %3$s, %3$s * (type = 'COLLECTIVE_STUDY' or 'COLLECTIVE_STUDY' = any (contents))::integer,
                   0, 0, 0, 0, 0, 0, 0
            from study_session%1$s where state = 'RECORDED'
            union all
            select organization_id, held_on, %2$s, 0, 0, %3$s, %3$s * (lecturer_kind = 'SECRETARY')::integer, 0, 0, 0, 0, 0
            from lecture%1$s
            union all
            select organization_id, held_on, %2$s, 0, 0, 0, 0, %3$s * (state = 'PRESENT')::integer, %3$s * (state = 'ABSENT')::integer,
                   %3$s * (state = 'ON_LEAVE')::integer, %3$s * (state = 'EXEMPT')::integer, %3$s * (state = 'GUEST')::integer
            from attendance%1$s
            """;

    private static final String DIFFERENCES = """
            select count(*) from (
              select organization_id, held_on, recorded_on from (
                select organization_id, held_on, recorded_on, sessions, collective_study, lectures, secretary_lectures,
                       present, absent, on_leave, exempt, guest from study_tally
            """ + COUNTED.formatted("", "recorded_on", "-1") + COUNTED.formatted("_past", "recorded_on", "-1")
            + COUNTED.formatted("_past", "superseded_on", "1")
            + """
                ) counted
              group by organization_id, held_on, recorded_on
              having sum(sessions) <> 0 or sum(collective_study) <> 0 or sum(lectures) <> 0 or sum(secretary_lectures) <> 0
                or sum(present) <> 0 or sum(absent) <> 0 or sum(on_leave) <> 0 or sum(exempt) <> 0 or sum(guest) <> 0) different""";

    @Override
    public String name() {
        return "study_tally";
    }

    @Override
    public String differences() {
        return DIFFERENCES;
    }
}
