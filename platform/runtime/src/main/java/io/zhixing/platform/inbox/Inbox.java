package io.zhixing.platform.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** Which events a consumer has received, kept in the transaction of their effect. Works on the connection it is given. */
final class Inbox {

    private Inbox() {}

    /**
     * Who may work on a consumer's events until the transaction ends: batches of several partitions beside each other,
     * an operator's call alone. Else a batch would park an event behind one that the call has just released.
     */
    enum Gate {
        BESIDE_OTHERS("select pg_advisory_xact_lock_shared(hashtext('consumer'), hashtext(?))"),
        ALONE("select pg_advisory_xact_lock(hashtext('consumer'), hashtext(?))");

        private final String lock;

        Gate(String lock) {
            this.lock = lock;
        }

        void pass(Connection connection, String consumer) throws SQLException {
            try (var statement = connection.prepareStatement(lock)) {
                statement.setString(1, consumer);
                statement.execute();
            }
        }
    }

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
