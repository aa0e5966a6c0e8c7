package io.zhixing.session.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.zhixing.platform.access.PathRange;
import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.figures.FiguresQuery;
import io.zhixing.platform.sql.Sql;
import io.zhixing.session.study.AttendanceCount;
import io.zhixing.session.study.StudySession;

/** Leaf counters of sessions: one row a host, a day held and a day recorded; sums over a range of paths are a superior's. */
@Singleton
public class StudyTally {

    private static final String ADD = """
            insert into study_tally as t (organization_id, held_on, recorded_on, organization_path,
              sessions, collective_study, lectures, secretary_lectures, present, absent, on_leave, exempt, guest)
            select organization_id, held_on, recorded_on, organization_path, sum(times), sum(times * collective_study), sum(times * lectures),
              sum(times * secretary_lectures), sum(times * present), sum(times * absent), sum(times * on_leave), sum(times * exempt),
              sum(times * guest)
            from unnest(?::uuid[], ?::date[], ?::date[], ?::text[], ?::integer[], ?::integer[], ?::integer[], ?::integer[], ?::integer[],
              ?::integer[], ?::integer[], ?::integer[], ?::integer[])
              as n (organization_id, held_on, recorded_on, organization_path, times, collective_study, lectures, secretary_lectures,
              present, absent, on_leave, exempt, guest)
            group by 1, 2, 3, 4 order by 1, 2, 3
            on conflict (organization_id, held_on, recorded_on) do update set
              sessions = t.sessions + excluded.sessions, collective_study = t.collective_study + excluded.collective_study,
              lectures = t.lectures + excluded.lectures, secretary_lectures = t.secretary_lectures + excluded.secretary_lectures,
              present = t.present + excluded.present, absent = t.absent + excluded.absent, on_leave = t.on_leave + excluded.on_leave,
              exempt = t.exempt + excluded.exempt, guest = t.guest + excluded.guest""";

    private final Sql database;

    StudyTally(Sql database) {
        this.database = database;
    }

    /** What the figures are made of. */
    public record Sums(long collectiveStudy, long secretaryLectures, long present, long dueWithoutExempt) {}

    /**
     * What is counted of a session. It is kept for all sessions of a file until its end, so it holds nothing else of them.
     *
     * @param recordedOn the day since which it is known
     * @param times 1, or -1 for what no longer counts since that day
     */
    public record Counted(UUID sessionId, UUID organizationId, String path, LocalDate heldOn, LocalDate recordedOn,
            int times, boolean collectiveStudy, int lectures, int secretaryLectures, AttendanceCount attendance) {

        public static Counted of(StudySession session, int lectures, int secretaryLectures) {
            return new Counted(session.id(), session.organizationId(), session.organizationPath(), session.heldOn(),
                    session.knownSince(), 1, session.isCollectiveStudy(), lectures, secretaryLectures,
                    session.attendance());
        }

        /** Nothing of it counts from that day on; as known before, it counts as before. */
        public Counted takenBack(LocalDate on) {
            return new Counted(sessionId, organizationId, path, heldOn, on, -times, collectiveStudy, lectures,
                    secretaryLectures, attendance);
        }
    }

    /**
     * Counts sessions in the transaction that records them: one statement, always in the same order of rows, so that two
     * imports do not wait for each other crosswise.
     */
    public void add(List<Counted> sessions) {
        Batch.of(sessions).column("uuid", Counted::organizationId)
                .column("date", Counted::heldOn).column("date", Counted::recordedOn)
                .column("text", Counted::path)
                .column("integer", Counted::times).column("integer", one -> one.collectiveStudy() ? 1 : 0)
                .column("integer", Counted::lectures).column("integer", Counted::secretaryLectures)
                .column("integer", one -> one.attendance().present())
                .column("integer", one -> one.attendance().absent())
                .column("integer", one -> one.attendance().onLeave())
                .column("integer", one -> one.attendance().exempt())
                .column("integer", one -> one.attendance().guest()).update(database, ADD);
    }

    public Sums sums(FiguresQuery asked) {
        var range = PathRange.subtree(asked.organization().path());
        return database.one(
                """
                select coalesce(sum(collective_study), 0), coalesce(sum(secretary_lectures), 0),
                       coalesce(sum(present), 0), coalesce(sum(present + absent + on_leave), 0)
                from study_tally
                where organization_path >= ? and organization_path < ? and held_on between ? and ? and recorded_on <= ?""",
                row -> new Sums(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)), range.from(),
                range.to(), asked.from(), asked.to(), asked.knownUntil());
    }
}
