package io.zhixing.session.study;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.zhixing.platform.sql.Sql;
import io.zhixing.session.figures.StudyTally;
import io.zhixing.session.lecture.LecturerKind;

/** What the present version of a session says, and how it becomes a former one. */
@Singleton
class SessionVersions {

    private final Sql database;

    SessionVersions(Sql database) {
        this.database = database;
    }

    /** @param counted as it stands in the counters now */
    record Present(StudySessionRequest stated, StudyTally.Counted counted) {}

    private record Given(StudySessionRequest.LectureGiven stated, LecturerKind kind) {}

    /**
     * Nothing that the directory tells is judged until the transaction ends. Asked before the session is locked: the consumer
     * takes the directory first and sessions afterwards.
     */
    void holdDirectory() {
        database.call("select pg_advisory_xact_lock_shared(hashtext('session-directory'))");
    }

    /** Needs the session locked and the directory held, else what is counted of it could change meanwhile. */
    Present present(StudySession session) {
        var attendance = database.list(
                "select member_id, stated, reason, ground from attendance where session_id = ? order by id",
                SessionVersions::attendee, session.id());
        var lectures = database.list("""
                select lecturer_member_id, external_lecturer, office, title, minutes, lecturer_kind
                from lecture where session_id = ? order by id""", SessionVersions::given, session.id());
        int bySecretaries = (int) lectures.stream().filter(one -> one.kind() == LecturerKind.SECRETARY).count();
        return new Present(stated(session, attendance, lectures.stream().map(Given::stated).toList()),
                StudyTally.Counted.of(session, lectures.size(), bySecretaries));
    }

    /** Client and subject of who recorded it and of who corrected it last. */
    Set<String> hands(UUID session) {
        return new HashSet<>(
                database.list("select * from hands_of_study_session(?)", row -> row.getString(1), session));
    }

    /** Keeps the present version as a former one, known until the day before; attendance and lectures go with it. */
    void supersede(UUID session, LocalDate on) {
        database.call("select supersede_study_session(?, ?)", session, on);
    }

    private static StudySessionRequest stated(StudySession session, List<StudySessionRequest.Attendee> attendance,
            List<StudySessionRequest.LectureGiven> lectures) {
        return new StudySessionRequest(session.organizationId(), session.partyGroupId(), session.type(),
                session.contents(), session.startedAt().atOffset(ZoneOffset.UTC),
                session.endedAt().atOffset(ZoneOffset.UTC), session.place(), session.convenerMemberId(),
                session.topicRecord(), session.discussionRecord(), session.outcomeRecord(),
                ClassHours.of(session.classHours()), session.reference(), attendance, lectures);
    }

    private static StudySessionRequest.Attendee attendee(ResultSet row) throws SQLException {
        var ground = row.getString("ground");
        return new StudySessionRequest.Attendee(row.getObject("member_id", UUID.class),
                StatedAttendance.valueOf(row.getString("stated")), row.getString("reason"),
                ground == null ? null : GuestGround.valueOf(ground));
    }

    private static Given given(ResultSet row) throws SQLException {
        return new Given(new StudySessionRequest.LectureGiven(row.getObject("lecturer_member_id", UUID.class),
                row.getString("external_lecturer"), row.getString("office"), row.getString("title"),
                row.getInt("minutes")), LecturerKind.valueOf(row.getString("lecturer_kind")));
    }
}
