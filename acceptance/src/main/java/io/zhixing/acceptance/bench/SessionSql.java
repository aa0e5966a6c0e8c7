package io.zhixing.acceptance.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The same rows as a recorded session, by five statements in one transaction. */
final class SessionSql {

    private static final String KEYS = "(select ?::uuid as id, ?::uuid as host, ?::date as day, ?::text as path) k";
    private static final Map<String, String> PLACE = Map.of("id", "k.id", "session_id", "k.id", "organization_id",
            "k.host", "held_on", "k.day", "organization_path", "k.path");
    private static final String EVENT = "select append_event(?, ?, ?, 1, ?, ?, ?, ?, null, 'UPSERT', null)";
    private static final String EVENT_TYPE = "io.zhixing.session.study-session-recorded.v1";

    private final String session;
    private final String attendance;
    private final String tally;
    private final String answer;
    private final String aggregate;
    private final Map<UUID, String> paths;

    private SessionSql(String session, String attendance, String tally, String answer, String aggregate,
            Map<UUID, String> paths) {
        this.session = session;
        this.attendance = attendance;
        this.tally = tally;
        this.answer = answer;
        this.aggregate = aggregate;
        this.paths = paths;
    }

    /** Copies a session that was recorded alone on its day. */
    static SessionSql like(Connection connection, UUID recorded) throws SQLException {
        var its = " = '" + recorded + "'";
        var attendee = Map.of("id", "a.id", "member_id", "a.member", "session_id", "k.id", "organization_id", "k.host",
                "held_on", "k.day", "organization_path", "k.path");
        return new SessionSql(RowCopy.insert(connection, "study_session", "id" + its, PLACE, KEYS),
                RowCopy.insert(connection, "attendance", "session_id" + its + " limit 1", attendee,
                        KEYS + ", unnest(?::uuid[], ?::uuid[]) as a (id, member)"),
                RowCopy.insert(connection, "study_tally", "(organization_id, held_on) ="
                        + " (select organization_id, held_on from study_session where id" + its + ")", PLACE, KEYS)
                        + RowCopy.adding(connection, "study_tally"),
                RowCopy.insert(connection, "idempotency", "true order by created_at desc limit 1",
                        Map.of("key", "k.key"), "(select ?::text as key) k"),
                text(connection, "select resource_type from change where resource_id" + its), paths(connection));
    }

    Client open(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        return new Client(connection);
    }

    /** The prepared statements of one connection. */
    final class Client implements AutoCloseable {

        private final Connection connection;
        private final List<PreparedStatement> statements;

        private Client(Connection connection) throws SQLException {
            this.connection = connection;
            this.statements = List.of(connection.prepareStatement(session), connection.prepareStatement(attendance),
                    connection.prepareStatement(tally), connection.prepareStatement(EVENT),
                    connection.prepareStatement(answer));
        }

        void record(RecordSessions.Host host, LocalDate day) throws SQLException {
            var id = UUID.randomUUID();
            var path = paths.get(host.id());
            for (int i = 0; i < 3; i++) {
                var statement = statements.get(i);
                statement.setObject(1, id);
                statement.setObject(2, host.id());
                statement.setObject(3, day);
                statement.setString(4, path);
            }
            statements.get(1).setArray(5, connection.createArrayOf("uuid",
                    host.members().stream().map(member -> UUID.randomUUID()).toArray()));
            statements.get(1).setArray(6, connection.createArrayOf("uuid", host.members().toArray()));
            var event = statements.get(3);
            event.setObject(1, UUID.randomUUID());
            event.setString(2, aggregate);
            event.setObject(3, id);
            event.setString(4, EVENT_TYPE);
            event.setString(5, payload(id, host, day));
            event.setObject(6, host.id());
            event.setString(7, path);
            statements.get(4).setString(1, UUID.randomUUID().toString());
            for (var statement : statements) {
                statement.execute();
            }
            connection.commit();
        }

        @Override
        public void close() throws SQLException {
            connection.setAutoCommit(true);
        }
    }

    /** As long as the service's own. */
    private static String payload(UUID id, RecordSessions.Host host, LocalDate day) {
        return """
                {"studySessionId":"%s","version":1,"organizationId":"%s","effectiveOn":"%s","type":"COLLECTIVE_STUDY","contents":["COLLECTIVE_STUDY"],\
                "heldOn":"%s","startedAt":"%sT11:30:00Z","minutes":90,"lectures":[],"attendance":[%s]}"""
                .formatted(id, host.id(), day, day, day, host.members().stream()
                        .map(member -> "{\"memberId\":\"" + member + "\",\"state\":\"PRESENT\"}")
                        .collect(Collectors.joining(",")));
    }

    private static Map<UUID, String> paths(Connection connection) throws SQLException {
        var paths = new HashMap<UUID, String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select id, organization_path from organization_ref")) {
            while (rows.next()) {
                paths.put(rows.getObject(1, UUID.class), rows.getString(2));
            }
        }
        return paths;
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
