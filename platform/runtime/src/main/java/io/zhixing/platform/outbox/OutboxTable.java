package io.zhixing.platform.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The relay's view of the outbox. Works on the connection it is given; leases use the database's clock. */
final class OutboxTable {

    private OutboxTable() {}

    /** Takes or keeps every shard that nobody else holds; shard to fencing epoch. */
    static Map<Short, Long> lease(Connection connection, UUID owner, Duration length) throws SQLException {
        try (var statement = connection.prepareStatement("""
                update relay_lease set owner = ?, epoch = epoch + case when owner = ? then 0 else 1 end,
                       expires_at = clock_timestamp() + make_interval(secs => ?)
                where owner = ? or expires_at < clock_timestamp() returning shard, epoch""")) {
            statement.setObject(1, owner);
            statement.setObject(2, owner);
            statement.setDouble(3, length.toMillis() / 1000.0);
            statement.setObject(4, owner);
            var shards = new TreeMap<Short, Long>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    shards.put(rows.getShort(1), rows.getLong(2));
                }
            }
            return shards;
        }
    }

    static void handBack(Connection connection, UUID owner) throws SQLException {
        try (var statement = connection.prepareStatement("""
                update relay_lease set owner = null, expires_at = '-infinity' where owner = ?""")) {
            statement.setObject(1, owner);
            statement.executeUpdate();
        }
    }

    /**
     * The oldest unsent rows of these shards, in order. Always the unsent set, never "after the last": numbers are given
     * before commit, so a row with a smaller number can become visible later.
     */
    static List<UnsentEvent> unsent(Connection connection, Map<Short, Long> shards, int limit) throws SQLException {
        try (var statement = connection.prepareStatement("""
                select seq, id, aggregatetype, aggregateid, type, payload, aggregateversion, organization_id, traceparent,
                       stream_epoch, occurred_at
                from outbox where shard = any (?) order by seq limit ?""")) {
            statement.setArray(1, connection.createArrayOf("smallint", shards.keySet().toArray()));
            statement.setInt(2, limit);
            var events = new ArrayList<UnsentEvent>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    events.add(new UnsentEvent(rows.getLong(1), rows.getObject(2, UUID.class), rows.getString(3),
                            rows.getString(4), rows.getString(5), rows.getString(6), rows.getLong(7),
                            rows.getObject(8, UUID.class), rows.getString(9), rows.getInt(10),
                            rows.getObject(11, OffsetDateTime.class).toInstant()));
                }
            }
            return events;
        }
    }

    /** Removes what the broker has acknowledged, as far as the shards are still leased under the epochs of the read. */
    static void remove(Connection connection, UUID owner, Map<Short, Long> shards, List<UnsentEvent> sent)
            throws SQLException {
        try (var statement = connection.prepareStatement(
                """
                delete from outbox o using relay_lease l, unnest(?::smallint[], ?::bigint[]) as held (shard, epoch)
                where o.seq = any (?) and l.shard = o.shard and l.owner = ? and held.shard = l.shard and held.epoch = l.epoch""")) {
            statement.setArray(1, connection.createArrayOf("smallint", shards.keySet().toArray()));
            statement.setArray(2, connection.createArrayOf("bigint", shards.values().toArray()));
            statement.setArray(3, connection.createArrayOf("bigint", sent.stream().map(UnsentEvent::seq).toArray()));
            statement.setObject(4, owner);
            statement.executeUpdate();
        }
    }
}
