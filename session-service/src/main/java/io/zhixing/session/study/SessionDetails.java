package io.zhixing.session.study;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.zhixing.session.lecture.LecturerKind;

/** Attendance and lectures of a session, written by one statement whatever their number. */
@Singleton
class SessionDetails {

    private static final String WRITE = """
            with head as (select ?::uuid as session_id, ?::uuid as organization_id, ?::text as organization_path, ?::date as held_on, ?::date as recorded_on),
            attended as (
              insert into attendance (session_id, organization_id, organization_path, held_on, recorded_on, id, member_id, state, stated, reason, ground)
              select head.*, a.* from head, unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[]) as a)
            insert into lecture (session_id, organization_id, organization_path, held_on, recorded_on,
                                 id, lecturer_member_id, external_lecturer, office, title, minutes, lecturer_kind)
            select head.*, l.* from head, unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::integer[], ?::text[]) as l""";

    private final AgroalDataSource database;

    SessionDetails(AgroalDataSource database) {
        this.database = database;
    }

    /** An attendee as he counts. */
    record Attended(UUID id, StudySessionRequest.Attendee stated, AttendanceState state) {}

    /** A lecture with what its lecturer was on that day. */
    record Lectured(UUID id, StudySessionRequest.LectureGiven stated, LecturerKind kind) {}

    void write(StudySession session, List<Attended> attended, List<Lectured> lectures) {
        try (var connection = database.getConnection(); var statement = connection.prepareStatement(WRITE)) {
            statement.setObject(1, session.id());
            statement.setObject(2, session.organizationId());
            statement.setString(3, session.organizationPath());
            statement.setObject(4, session.heldOn());
            statement.setObject(5, session.recordedOn());
            var a = new Columns<>(connection, statement, 6, attended);
            a.add("uuid", Attended::id).add("uuid", one -> one.stated().memberId())
                    .add("text", one -> one.state().name())
                    .add("text", one -> one.stated().state().name()).add("text", one -> one.stated().reason())
                    .add("text", one -> one.stated().ground() == null ? null : one.stated().ground().name());
            var l = new Columns<>(connection, statement, 12, lectures);
            l.add("uuid", Lectured::id).add("uuid", one -> one.stated().lecturerMemberId())
                    .add("text", one -> one.stated().externalLecturer()).add("text", one -> one.stated().office())
                    .add("text", one -> one.stated().title()).add("integer", one -> one.stated().minutes())
                    .add("text", one -> one.kind().name());
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Binds one array a column. */
    private static final class Columns<T> {

        private final Connection connection;
        private final PreparedStatement statement;
        private final List<T> rows;
        private int next;

        Columns(Connection connection, PreparedStatement statement, int first, List<T> rows) {
            this.connection = connection;
            this.statement = statement;
            this.next = first;
            this.rows = rows;
        }

        Columns<T> add(String type, Function<T, Object> value) throws SQLException {
            statement.setArray(next++, connection.createArrayOf(type, rows.stream().map(value).toArray()));
            return this;
        }
    }
}
