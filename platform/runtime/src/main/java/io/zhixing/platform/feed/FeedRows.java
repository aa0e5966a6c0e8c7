package io.zhixing.platform.feed;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;

/** The table of changes as its readers see it. */
@Singleton
class FeedRows {

    private final AgroalDataSource database;

    FeedRows(AgroalDataSource database) {
        this.database = database;
    }

    record Row(FeedPosition position, String type, UUID id, long version, boolean voided, Instant changedAt) {}

    /** @param horizon up to which nothing is missing: everything before it has ended */
    record Read(FeedPosition horizon, List<Row> rows) {}

    /** A resource as the caller sees it now. */
    record Seen(long version, Object view) {}

    /** Where a reader stands who has just read everything. */
    FeedPosition horizon() {
        return read(null, List.of(), 0).horizon();
    }

    /**
     * The rows behind a position that this caller may see, in the order of commit. The horizon is taken with them: a row
     * whose transaction is older than it cannot come later.
     *
     * @param since null for the beginning
     */
    Read read(FeedPosition since, Collection<String> types, int limit) {
        try (var connection = database.getConnection(); var statement = connection.prepareStatement("""
                select h.epoch, h.horizon::text, c.xid::text, c.seq, c.resource_type, c.resource_id, c.version, c.op, c.changed_at
                from (select epoch, pg_snapshot_xmin(pg_current_snapshot()) as horizon from stream) h
                left join lateral (
                  select * from change where stream_epoch = h.epoch and (xid, seq) > (?::xid8, ?) and xid < h.horizon
                    and resource_type = any (?) order by xid, seq limit ?) c on true
                order by c.xid, c.seq""")) {
            statement.setString(1, since == null ? "0" : since.transaction());
            statement.setLong(2, since == null ? 0 : since.seq());
            statement.setArray(3, connection.createArrayOf("text", types.toArray()));
            statement.setInt(4, limit);
            FeedPosition horizon = null;
            var found = new ArrayList<Row>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    int epoch = rows.getInt(1);
                    horizon = new FeedPosition(epoch, rows.getString(2), 0);
                    if (rows.getString(3) != null) {
                        found.add(new Row(new FeedPosition(epoch, rows.getString(3), rows.getLong(4)),
                                rows.getString(5), rows.getObject(6, UUID.class), rows.getLong(7),
                                rows.getString(8).equals("TOMBSTONE"), rows.getTimestamp(9).toInstant()));
                    }
                }
            }
            return new Read(horizon, found);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Those of these that the caller sees; one statement. */
    <V> Map<UUID, Seen> seen(FeedKind<V> kind, Collection<UUID> ids) {
        try (var connection = database.getConnection()) {
            return seen(connection, kind, ids);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static <V> Map<UUID, Seen> seen(Connection connection, FeedKind<V> kind, Collection<UUID> ids)
            throws SQLException {
        try (var statement = connection.prepareStatement(kind.listing().selecting(kind.idColumn() + " = any (?)"))) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            var seen = new HashMap<UUID, Seen>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    seen.put(rows.getObject("id", UUID.class),
                            new Seen(rows.getLong("version"), kind.listing().reader().read(rows)));
                }
            }
            return seen;
        }
    }
}
