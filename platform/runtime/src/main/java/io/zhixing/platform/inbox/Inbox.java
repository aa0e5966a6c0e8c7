package io.zhixing.platform.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;

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
            Sql.call(connection, lock, consumer);
        }
    }

    /** Notes these events as received and returns those that were not noted before. */
    static List<ReceivedEvent> firstTime(Connection connection, String consumer, List<ReceivedEvent> events)
            throws SQLException {
        var fresh = new HashSet<>(Sql.list(connection, """
                insert into inbox (consumer, event_id) select ?, id from unnest(?::uuid[]) as id
                on conflict do nothing returning event_id""", row -> row.getObject(1, UUID.class), consumer,
                SqlArray.uuids(events.stream().map(ReceivedEvent::id).distinct().toList())));
        return events.stream().filter(event -> fresh.remove(event.id())).toList();
    }

    /** The instant up to which everything the topic held has been applied; figures give it as their freshness. */
    static void progress(Connection connection, String consumer, List<ReceivedEvent> events) throws SQLException {
        var until = events.stream().map(ReceivedEvent::occurredAt).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
        Sql.update(connection,
                """
                insert into consumer_progress as held (consumer, applied_until) values (?, ?)
                on conflict (consumer) do update set applied_until = greatest(held.applied_until, excluded.applied_until)""",
                consumer, until);
    }
}
