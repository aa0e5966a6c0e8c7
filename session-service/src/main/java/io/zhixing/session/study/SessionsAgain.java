package io.zhixing.session.study;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.sql.RowReader;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;
import io.zhixing.session.lecture.LecturerKind;

/**
 * Publishes sessions in which the directory has changed what counts or what is known of convener and group: each gets its next version, and every version has
 * its event. Four statements for
 * all of them together, on the consumer's connection and in its transaction.
 */
@Singleton
public class SessionsAgain {

    private static final String HEADS = """
            update study_session set version = version + 1 where id = any (?)
            returning id, version, organization_id, party_group_id, organization_path, type, contents, held_on, started_at, ended_at, class_hours""";
    private static final String LECTURES = """
            select session_id, id, lecturer_member_id, lecturer_kind from lecture where session_id = any (?) order by id""";
    private static final String ATTENDANCE = """
            select session_id, member_id, state from attendance where session_id = any (?) order by id""";

    private final Outbox outbox;

    SessionsAgain(Outbox outbox) {
        this.outbox = outbox;
    }

    public void publish(Connection connection, Collection<UUID> sessions) throws SQLException {
        if (sessions.isEmpty()) {
            return;
        }
        var ids = SqlArray.uuids(sessions);
        var lectures = bySession(connection, LECTURES, ids, SessionsAgain::lecture);
        var attendance = bySession(connection, ATTENDANCE, ids, SessionsAgain::attended);
        var paths = new HashMap<UUID, String>();
        var events = events(connection, ids, lectures, attendance, paths);
        outbox.appendAll(connection, events, event -> paths.get(event.studySessionId()));
    }

    private static List<SessionChange.Recorded> events(Connection connection, SqlArray ids,
            Map<UUID, List<SessionChange.Recorded.Lectured>> lectures,
            Map<UUID, List<SessionChange.Recorded.Attended>> attendance, Map<UUID, String> paths) throws SQLException {
        return Sql.list(connection, HEADS, row -> {
            var id = row.getObject("id", UUID.class);
            paths.put(id, row.getString("organization_path"));
            return recorded(row, lectures.getOrDefault(id, List.of()), attendance.getOrDefault(id, List.of()));
        }, ids);
    }

    private static SessionChange.Recorded recorded(ResultSet row, List<SessionChange.Recorded.Lectured> lectures,
            List<SessionChange.Recorded.Attended> attendance) throws SQLException {
        var heldOn = row.getObject("held_on", LocalDate.class);
        var startedAt = row.getObject("started_at", OffsetDateTime.class).toInstant();
        var endedAt = row.getObject("ended_at", OffsetDateTime.class).toInstant();
        return new SessionChange.Recorded(row.getObject("id", UUID.class), row.getLong("version"),
                row.getObject("organization_id", UUID.class), row.getObject("party_group_id", UUID.class), heldOn,
                SessionType.valueOf(row.getString("type")),
                Stream.of((String[]) row.getArray("contents").getArray()).map(SessionContent::valueOf).toList(), heldOn,
                startedAt, Duration.between(startedAt, endedAt).toMinutes(),
                ClassHours.of(row.getObject("class_hours", BigDecimal.class)), lectures, attendance);
    }

    private static SessionChange.Recorded.Lectured lecture(ResultSet row) throws SQLException {
        return new SessionChange.Recorded.Lectured(row.getObject("id", UUID.class),
                row.getObject("lecturer_member_id", UUID.class), LecturerKind.valueOf(row.getString("lecturer_kind")));
    }

    private static SessionChange.Recorded.Attended attended(ResultSet row) throws SQLException {
        return new SessionChange.Recorded.Attended(row.getObject("member_id", UUID.class),
                AttendanceState.valueOf(row.getString("state")));
    }

    private static <T> Map<UUID, List<T>> bySession(Connection connection, String sql, SqlArray ids,
            RowReader<T> reader) throws SQLException {
        return Sql.grouped(connection, sql, row -> row.getObject("session_id", UUID.class), reader, ids);
    }
}
