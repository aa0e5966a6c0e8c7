package io.zhixing.platform.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Which events a consumer has seen, kept in the transaction of their effect. Works on the connection it is given. */
final class Inbox {

    private Inbox() {}

    /** Notes these events as received and returns those that were not noted before. */
    static List<ReceivedEvent> firstTime(Connection connection, String consumer, List<ReceivedEvent> events)
            throws SQLException {
        try (var statement = connection.prepareStatement("""
                insert into inbox (consumer, event_id) select ?, id from unnest(?::uuid[]) as id
                on conflict do nothing returning event_id""")) {
            statement.setString(1, consumer);
            statement.setArray(2,
                    connection.createArrayOf("uuid", events.stream().map(ReceivedEvent::id).distinct().toArray()));
            var fresh = new HashSet<UUID>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    fresh.add(rows.getObject(1, UUID.class));
                }
            }
            return events.stream().filter(event -> fresh.remove(event.id())).toList();
        }
    }

    /** The aggregates of these events that wait behind a parked one. */
    static Set<String> parkedKeys(Connection connection, String consumer, List<ReceivedEvent> events)
            throws SQLException {
        try (var statement = connection.prepareStatement("""
                select distinct aggregate_id from parked_event where consumer = ? and aggregate_id = any (?)""")) {
            statement.setString(1, consumer);
            statement.setArray(2, connection.createArrayOf("text",
                    events.stream().map(ReceivedEvent::aggregateId).distinct().toArray()));
            var keys = new HashSet<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    keys.add(rows.getString(1));
                }
            }
            return keys;
        }
    }

    static void park(Connection connection, String consumer, ReceivedEvent event, String reason) throws SQLException {
        try (var statement = connection.prepareStatement("""
                insert into parked_event (consumer, event_id, aggregate_id, reason, headers, payload) values (?, ?, ?, ?, ?, ?)
                on conflict do nothing""")) {
            statement.setString(1, consumer);
            statement.setObject(2, event.id());
            statement.setString(3, event.aggregateId());
            statement.setString(4, reason);
            statement.setString(5, event.name() + " v" + event.version() + " " + event.occurredAt());
            statement.setBytes(6, event.payload());
            statement.executeUpdate();
        }
    }

    /** The instant up to which everything the topic held has been applied; figures give it as their freshness. */
    static void progress(Connection connection, String consumer, List<ReceivedEvent> events) throws SQLException {
        var until = events.stream().map(ReceivedEvent::occurredAt).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
        try (var statement = connection.prepareStatement(
                """
                insert into consumer_progress as held (consumer, applied_until) values (?, ?)
                on conflict (consumer) do update set applied_until = greatest(held.applied_until, excluded.applied_until)""")) {
            statement.setString(1, consumer);
            statement.setTimestamp(2, Timestamp.from(until));
            statement.executeUpdate();
        }
    }
}
