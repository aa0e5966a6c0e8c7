package io.zhixing.platform.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;

/** The table of changes as its readers see it. */
@Singleton
class FeedRows {

    private final Sql database;

    FeedRows(Sql database) {
        this.database = database;
    }

    record Row(FeedPosition position, String type, UUID id, long version, boolean voided, Instant changedAt) {}

    /** @param horizon up to which nothing is missing: everything before it has ended */
    record Read(FeedPosition horizon, List<Row> rows) {}

    /** One row of the answer: without changes there is one that tells the horizon alone. */
    private record Found(FeedPosition horizon, Row row) {}

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
        var found = database.list("""
                select h.epoch, h.horizon::text, c.xid::text, c.seq, c.resource_type, c.resource_id, c.version, c.op, c.changed_at
                from (select epoch, pg_snapshot_xmin(pg_current_snapshot()) as horizon from stream) h
                left join lateral (
                  select * from change where stream_epoch = h.epoch and (xid, seq) > (?::xid8, ?) and xid < h.horizon
                    and resource_type = any (?) order by xid, seq limit ?) c on true
                order by c.xid, c.seq""", FeedRows::found, since == null ? "0" : since.transaction(),
                since == null ? 0L : since.seq(), SqlArray.texts(types), limit);
        return new Read(found.get(0).horizon(), found.stream().map(Found::row).filter(Objects::nonNull).toList());
    }

    private static Found found(ResultSet row) throws SQLException {
        int epoch = row.getInt(1);
        return new Found(new FeedPosition(epoch, row.getString(2), 0), row.getString(3) == null
                ? null
                : new Row(new FeedPosition(epoch, row.getString(3), row.getLong(4)), row.getString(5),
                        row.getObject(6, UUID.class), row.getLong(7), row.getString(8).equals("TOMBSTONE"),
                        row.getTimestamp(9).toInstant()));
    }

    /** Those of these that the caller sees; one statement. */
    <V> Map<UUID, Seen> seen(FeedKind<V> kind, Collection<UUID> ids) {
        return database.map(kind.listing().selecting(kind.idColumn() + " = any (?)"),
                row -> row.getObject("id", UUID.class),
                row -> new Seen(row.getLong("version"), kind.listing().reader().read(row)), SqlArray.uuids(ids));
    }
}
