package io.zhixing.acceptance.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhixing.city.launch.Service;
import io.zhixing.city.sample.Member;
import io.zhixing.city.sample.Organization;

/** A study session with 30 attendees, of another branch and day each time, complete: event, change row, stored answer. */
final class RecordSessions implements Measure {

    private static final int ATTENDEES = 30;
    private static final LocalDate FIRST_DAY = LocalDate.of(2016, 7, 1);
    private static final int DAYS = 300;
    /** Never drawn by a client: the first session of each side writes the same rows there. */
    private static final LocalDate QUIET_DAY = FIRST_DAY.plusDays(DAYS);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BenchCity city;
    private final List<Host> hosts;
    private final SessionSql sql;
    private final Map<String, RowsWritten> rows;

    /** A branch with enough members on its roll. */
    record Host(UUID id, List<UUID> members) {}

    RecordSessions(BenchCity city) throws Exception {
        this.city = city;
        this.hosts = hosts(city);
        try (var connection = city.superuser(Service.SESSION)) {
            settle();
            var empty = counts(connection);
            var recorded = record(hosts.get(0), QUIET_DAY);
            settle();
            var one = counts(connection);
            this.sql = SessionSql.like(connection, recorded);
            try (var client = sql.open(connection)) {
                client.record(hosts.get(1), QUIET_DAY);
            }
            settle();
            this.rows = added(empty, one, counts(connection));
        }
    }

    @Override
    public String code() {
        return "record-session-30";
    }

    @Override
    public String zh() {
        return "登记一次30人参加的学习活动";
    }

    @Override
    public String en() {
        return "record a session with 30 attendees";
    }

    @Override
    public String reference() {
        return "one transaction that writes the same rows by five statements (attendance by UNNEST), fsync on;"
                + " no row-level security, no sign-in, no scope, no validation";
    }

    @Override
    public Service measured() {
        return Service.SESSION;
    }

    @Override
    public Side service() {
        return () -> () -> record(any(hosts), anyDay());
    }

    @Override
    public Side sql() {
        return () -> {
            var connection = city.superuser(Service.SESSION);
            var client = sql.open(connection);
            return new Side.Client() {
                @Override
                public void call() throws SQLException {
                    client.record(any(hosts), anyDay());
                }

                @Override
                public void close() throws SQLException {
                    client.close();
                    connection.close();
                }
            };
        };
    }

    /** Until the relay has sent what was recorded. */
    @Override
    public void settle() throws SQLException, InterruptedException {
        try (var connection = city.superuser(Service.SESSION)) {
            while (SyntheticRegister.count(connection, "outbox") > 0) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    @Override
    public Map<String, RowsWritten> rows() {
        return rows;
    }

    /** Gives the id of what was recorded. */
    private UUID record(Host host, LocalDate day) throws IOException, InterruptedException {
        var answer = city.call(Service.SESSION, "/session/v1/study-sessions", "loader")
                .header("Idempotency-Key", UUID.randomUUID().toString()).post(body(host, day));
        if (!answer.isDone()) {
            throw new IOException(answer.toString());
        }
        var location = answer.location().orElseThrow();
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }

    private static byte[] body(Host host, LocalDate day) throws IOException {
        var body = new LinkedHashMap<String, Object>();
        body.put("organizationId", host.id());
        body.put("type", "COLLECTIVE_STUDY");
        body.put("contents", List.of("COLLECTIVE_STUDY"));
        body.put("startedAt", day + "T19:30:00+08:00");
        body.put("endedAt", day + "T21:00:00+08:00");
        body.put("place", "党员活动室");
        body.put("topicRecord", "学习专题");
        body.put("discussionRecord", "联系本单位实际讨论");
        body.put("outcomeRecord", "明确下一步做法");
        body.put("attendance", host.members().stream()
                .map(member -> Map.of("memberId", member, "state", "PRESENT")).toList());
        return JSON.writeValueAsBytes(body);
    }

    private static List<Host> hosts(BenchCity city) {
        Map<Organization, List<Member>> rolls = city.sample().members().stream()
                .filter(one -> one.isOnRoll(FIRST_DAY)).collect(Collectors.groupingBy(Member::branch));
        var hosts = rolls.entrySet().stream().filter(roll -> roll.getValue().size() >= ATTENDEES)
                .map(roll -> new Host(UUID.fromString(city.loader().idOf(roll.getKey())),
                        roll.getValue().stream().limit(ATTENDEES)
                                .map(member -> UUID.fromString(city.loader().idOf(member))).toList()))
                .toList();
        if (hosts.size() < 2) {
            throw new IllegalStateException("Too few branches with " + ATTENDEES + " members: " + hosts.size());
        }
        return hosts;
    }

    /** Rows of every table; the outbox is left out, because the relay empties it. */
    private static Map<String, Long> counts(Connection connection) throws SQLException {
        var counts = new TreeMap<String, Long>();
        try (var statement = connection.createStatement();
                var tables = statement.executeQuery(
                        """
                select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'outbox'""")) {
            while (tables.next()) {
                counts.put(tables.getString(1), SyntheticRegister.count(connection, tables.getString(1)));
            }
        }
        return counts;
    }

    private static Map<String, RowsWritten> added(Map<String, Long> before, Map<String, Long> between,
            Map<String, Long> after) {
        var added = new TreeMap<String, RowsWritten>();
        before.forEach((table, count) -> {
            var written = new RowsWritten(between.get(table) - count, after.get(table) - between.get(table));
            if (written.service() != 0 || written.reference() != 0) {
                added.put(table, written);
            }
        });
        return added;
    }

    private static LocalDate anyDay() {
        return FIRST_DAY.plusDays(ThreadLocalRandom.current().nextInt(DAYS));
    }

    private static Host any(List<Host> hosts) {
        return hosts.get(ThreadLocalRandom.current().nextInt(hosts.size()));
    }
}
