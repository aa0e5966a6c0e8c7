package io.zhixing.platform.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;

/** The relay's view of the outbox. Works on the connection it is given; leases use the database's clock. */
final class OutboxTable {

    private OutboxTable() {}

    /** Takes or keeps every shard that nobody else holds; shard to fencing epoch. */
    static Map<Short, Long> lease(Connection connection, UUID owner, Duration length) throws SQLException {
        return new TreeMap<>(Sql.map(connection, """
                update relay_lease set owner = ?, epoch = epoch + case when owner = ? then 0 else 1 end,
                       expires_at = clock_timestamp() + make_interval(secs => ?)
                where owner = ? or expires_at < clock_timestamp() returning shard, epoch""", row -> row.getShort(1),
                row -> row.getLong(2), owner, owner, length.toMillis() / 1000.0, owner));
    }

    static void handBack(Connection connection, UUID owner) throws SQLException {
        Sql.update(connection, """
                update relay_lease set owner = null, expires_at = '-infinity' where owner = ?""", owner);
    }

    /**
     * The oldest unsent rows of these shards, in order. Always the unsent set, never "after the last": numbers are given
     * before commit, so a row with a smaller number can become visible later.
     *
     * @param bytes of payloads; the row that reaches it is the last
     */
    static List<UnsentEvent> unsent(Connection connection, Map<Short, Long> shards, int limit, int bytes)
            throws SQLException {
        return Sql.list(connection, """
                select seq, id, aggregatetype, aggregateid, type, payload, aggregateversion, organization_id, traceparent,
                       stream_epoch, occurred_at
                from (select *, sum(octet_length(payload)) over (order by seq) - octet_length(payload) as before
                      from (select * from outbox where shard = any (?) order by seq limit ?) oldest) measured
                where before < ? order by seq""",
                row -> new UnsentEvent(row.getLong(1), row.getObject(2, UUID.class), row.getString(3), row.getString(4),
                        row.getString(5), row.getString(6), row.getLong(7), row.getObject(8, UUID.class),
                        row.getString(9), row.getInt(10), row.getObject(11, OffsetDateTime.class).toInstant()),
                SqlArray.of("smallint", shards.keySet()), limit, bytes);
    }

    /** Rows that wait, in all shards; at most so many. */
    static long count(Connection connection, int most) throws SQLException {
        return Sql.one(connection, "select count(*) from (select from outbox limit ?) waiting", row -> row.getLong(1),
                most);
    }

    /** By the database's clock; 0 when none waits. */
    static double oldestAgeSeconds(Connection connection) throws SQLException {
        return Sql.first(connection,
                "select extract(epoch from clock_timestamp() - occurred_at) from outbox order by seq limit 1",
                row -> row.getDouble(1)).orElse(0.0);
    }

    /** Removes what the broker has acknowledged, as far as the shards are still leased under the epochs of the read. */
    static void remove(Connection connection, UUID owner, Map<Short, Long> shards, List<UnsentEvent> sent)
            throws SQLException {
        Sql.update(connection,
                """
                delete from outbox o using relay_lease l, unnest(?::smallint[], ?::bigint[]) as held (shard, epoch)
                where o.seq = any (?) and l.shard = o.shard and l.owner = ? and held.shard = l.shard and held.epoch = l.epoch""",
                SqlArray.of("smallint", shards.keySet()), SqlArray.of("bigint", shards.values()),
                SqlArray.of("bigint", sent.stream().map(UnsentEvent::seq).toList()), owner);
    }
}
