package io.zhixing.acceptance.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import io.zhixing.city.launch.Service;
import org.postgresql.PGConnection;

/**
 * What an import wrote, by COPY into copies of the tables with their indexes, constraints and foreign keys. The outbox is
 * emptied by the relay, so its rows are made anew from the members, with the same payloads.
 */
final class CopyOfImport implements AutoCloseable {

    private static final String JOB = "(select resource_id from import_result where job_id = '%s')";
    private static final String NAMES = "member_name_gram";
    private static final Map<String, String> ROWS = rows();

    private final Connection connection;

    /** @param ofNames the part of the rows by which names are searched */
    record Seconds(double all, double ofNames) {}

    CopyOfImport(BenchCity city) throws SQLException {
        this.connection = city.superuser(Service.ORGANIZATION);
        for (var table : ROWS.keySet()) {
            execute("create table copied_%1$s (like %1$s including all)".formatted(table));
        }
        execute("""
                alter table copied_party_member add foreign key (organization_id) references party_organization (id);
                alter table copied_roll_period add foreign key (member_id) references copied_party_member (id),
                  add foreign key (organization_id) references party_organization (id)""");
    }

    /** How long COPY takes for the rows of a job, committed, in seconds. */
    Seconds seconds(UUID job) throws SQLException, IOException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        var written = new LinkedHashMap<String, byte[]>();
        for (var table : ROWS.entrySet()) {
            var out = new ByteArrayOutputStream();
            copy.copyOut("copy (" + table.getValue().formatted(JOB.formatted(job)) + ") to stdout", out);
            written.put(table.getKey(), out.toByteArray());
        }
        long start = System.nanoTime();
        connection.setAutoCommit(false);
        double ofNames = 0;
        for (var table : written.entrySet()) {
            long begun = System.nanoTime();
            copy.copyIn("copy copied_" + table.getKey() + columns(table.getKey()) + " from stdin",
                    new ByteArrayInputStream(table.getValue()));
            ofNames += table.getKey().equals(NAMES) ? since(begun) : 0;
        }
        connection.commit();
        double seconds = since(start);
        connection.setAutoCommit(true);
        return new Seconds(seconds, ofNames);
    }

    @Override
    public void close() throws SQLException {
        execute("drop table " + ROWS.keySet().stream().map("copied_"::concat).collect(Collectors.joining(", ")));
        connection.close();
    }

    /** The outbox numbers its rows itself. */
    private static String columns(String table) {
        return table.equals("outbox")
                ? " (id, aggregatetype, aggregateid, type, payload, aggregateversion, shard, organization_id, stream_epoch)"
                : "";
    }

    /** In the order of the foreign keys. */
    private static Map<String, String> rows() {
        var rows = new LinkedHashMap<String, String>();
        rows.put("party_member", "select * from party_member where id in %s");
        rows.put("roll_period", "select * from roll_period where member_id in %s");
        rows.put("change", "select * from change where resource_type = 'member' and resource_id in %s");
        rows.put("outbox", """
                select gen_random_uuid(), 'member', id, 'io.zhixing.organization.member-enrolled.v1',
                  jsonb_strip_nulls(jsonb_build_object('memberId', id, 'version', version, 'organizationId', organization_id, 'effectiveOn',
                    on_roll_from, 'memberNumber', member_number, 'memberType', member_type, 'fullSince', full_since, 'status', status,
                    'onRollFrom', on_roll_from))::text,
                  version, abs(hashtext(id::text)::bigint) %% 16, organization_id, 1
                from party_member where id in %s""");
        rows.put("audit_entry", "select * from audit_entry where object_type = 'member' and object_id in %s");
        rows.put(NAMES,
                "select g, m.id from party_member m cross join unnest(name_grams(m.name)) as g where m.id in %s");
        return rows;
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
