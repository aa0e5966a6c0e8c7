package io.zhixing.acceptance.bench;

import java.sql.SQLException;
import java.util.Map;

import io.zhixing.city.launch.Service;

/** What the audit trail costs: the same call of the interface, once with the trail and once with nothing in its place. */
final class AuditedSessions implements Measure {

    private static final String NOTHING = """
            create or replace function audit_changes(types text[], ids uuid[], versions bigint[], actions text[], digests bytea[],
                                                     organizations uuid[], trace text)
            returns void language plpgsql security definer set search_path = public as $$ begin end $$""";

    private final BenchCity city;
    private final RecordSessions sessions;
    private final String trail;
    private boolean kept = true;

    AuditedSessions(BenchCity city, RecordSessions sessions) throws SQLException {
        this.city = city;
        this.sessions = sessions;
        try (var connection = city.superuser(Service.SESSION);
                var statement = connection.createStatement();
                var definition = statement
                        .executeQuery("select pg_get_functiondef(oid) from pg_proc where proname = 'audit_changes'")) {
            definition.next();
            this.trail = definition.getString(1);
        }
    }

    @Override
    public String code() {
        return "record-session-audit";
    }

    @Override
    public String zh() {
        return "登记学习活动时审计记录的代价";
    }

    @Override
    public String en() {
        return "record a session with the audit trail, beside the same without it";
    }

    @Override
    public String reference() {
        return "no SQL: the same call of the interface with a database function that does nothing in place of the trail's";
    }

    @Override
    public Service measured() {
        return Service.SESSION;
    }

    @Override
    public Side service() {
        return () -> {
            keep(true);
            return sessions.service().open();
        };
    }

    @Override
    public Side sql() {
        return () -> {
            keep(false);
            return sessions.service().open();
        };
    }

    @Override
    public void settle() throws SQLException, InterruptedException {
        sessions.settle();
    }

    @Override
    public Map<String, RowsWritten> rows() {
        return Map.of();
    }

    /** Rounds come one after the other: the first client of a round sets what holds for it. */
    private synchronized void keep(boolean wanted) throws SQLException {
        if (kept != wanted) {
            try (var connection = city.superuser(Service.SESSION); var statement = connection.createStatement()) {
                statement.execute(wanted ? trail : NOTHING);
            }
            kept = wanted;
        }
    }
}
