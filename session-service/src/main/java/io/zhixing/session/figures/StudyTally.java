package io.zhixing.session.figures;

import java.sql.SQLException;

import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.zhixing.platform.access.PathRange;
import io.zhixing.platform.figures.FiguresQuery;
import io.zhixing.session.study.StudySession;

/** Leaf counters of sessions: one row a host, a day held and a day recorded; sums over a range of paths are a superior's. */
@Singleton
public class StudyTally {

    private final AgroalDataSource database;

    StudyTally(AgroalDataSource database) {
        this.database = database;
    }

    /** What the figures are made of. */
    public record Sums(long collectiveStudy, long secretaryLectures, long present, long dueWithoutExempt) {}

    /** Counts a session in the transaction that records it. */
    public void add(StudySession session, int lectures, int secretaryLectures) {
        try (var connection = database.getConnection(); var statement = connection.prepareStatement("""
                insert into study_tally as t (organization_id, held_on, recorded_on, organization_path,
                  sessions, collective_study, lectures, secretary_lectures, present, absent, on_leave, exempt, guest)
                values (?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (organization_id, held_on, recorded_on) do update set
                  sessions = t.sessions + 1, collective_study = t.collective_study + excluded.collective_study,
                  lectures = t.lectures + excluded.lectures, secretary_lectures = t.secretary_lectures + excluded.secretary_lectures,
                  present = t.present + excluded.present, absent = t.absent + excluded.absent, on_leave = t.on_leave + excluded.on_leave,
                  exempt = t.exempt + excluded.exempt, guest = t.guest + excluded.guest""")) {
            statement.setObject(1, session.organizationId());
            statement.setObject(2, session.heldOn());
            statement.setObject(3, session.recordedOn());
            statement.setString(4, session.organizationPath());
            statement.setInt(5, session.isCollectiveStudy() ? 1 : 0);
            statement.setInt(6, lectures);
            statement.setInt(7, secretaryLectures);
            statement.setInt(8, session.attendance().present());
            statement.setInt(9, session.attendance().absent());
            statement.setInt(10, session.attendance().onLeave());
            statement.setInt(11, session.attendance().exempt());
            statement.setInt(12, session.attendance().guest());
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public Sums sums(FiguresQuery asked) {
        var range = PathRange.subtree(asked.organization().path());
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        """
                select coalesce(sum(collective_study), 0), coalesce(sum(secretary_lectures), 0),
                       coalesce(sum(present), 0), coalesce(sum(present + absent + on_leave), 0)
                from study_tally
                where organization_path >= ? and organization_path < ? and held_on between ? and ? and recorded_on <= ?""")) {
            statement.setString(1, range.from());
            statement.setString(2, range.to());
            statement.setObject(3, asked.from());
            statement.setObject(4, asked.to());
            statement.setObject(5, asked.knownUntil());
            try (var row = statement.executeQuery()) {
                row.next();
                return new Sums(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
