package io.zhixing.platform.inbox;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.list.Listing;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;

/** Events that wait with their key. The pipeline's side works on the connection it is given; operators read the listing. */
final class ParkedEvents {

    static final Listing<ParkedEventView> LISTING = Listing
            .of(ParkedEventView.class,
                    """
                    p.consumer, p.event_id, p.type, p.aggregate_type, p.aggregate_id, p.version, p.reason, p.sentence, p.occurred_at, p.parked_at,
                    (select count(*) from parked_event b where b.consumer = p.consumer and b.aggregate_id = p.aggregate_id and b.seq > p.seq) as behind""",
                    "parked_event p", ParkedEventView::read)
            .orderedBy("parkedAt", "p.parked_at", "timestamptz", "p.consumer", "text", "p.event_id", "uuid")
            .filter("consumer", "p.consumer = ?")
            .filter("aggregate", "p.aggregate_id = ?::text")
            .filter("reason", "p.reason = any (?)");

    private ParkedEvents() {}

    /** @param sentence what an operator is told: names and numbers, never a value of the payload */
    record Parked(ReceivedEvent event, ParkReason reason, String sentence) {

        static Parked of(ReceivedEvent event, ParkReason reason, String sentence) {
            return new Parked(event, reason, sentence);
        }
    }

    static void park(Connection connection, String consumer, List<Parked> events) throws SQLException {
        if (events.isEmpty()) {
            return;
        }
        Sql.update(connection, """
                insert into parked_event (consumer, event_id, type, aggregate_type, aggregate_id, version, occurred_at, traceparent, reason, sentence, payload)
                select ?, e.* from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::bytea[]) as e
                on conflict do nothing""", consumer, Batch.of(events).column("uuid", one -> one.event().id())
                .column("text", one -> one.event().name()).column("text", one -> one.event().aggregateType())
                .column("text", one -> one.event().aggregateId()).column("bigint", one -> one.event().version())
                .column("timestamptz", one -> one.event().occurredAt()).column("text", one -> one.event().traceparent())
                .column("text", one -> one.reason().name()).column("text", Parked::sentence),
                new SqlArray("bytea", events.stream().map(one -> one.event().payload()).toArray(byte[][]::new)));
    }

    /** The first events of a key in the order of their versions, which is not that of their coming. */
    static List<Parked> ofKey(Connection connection, String consumer, String aggregateId, int most)
            throws SQLException {
        return Sql.list(connection, """
                select * from parked_event where consumer = ? and aggregate_id = ? order by version, seq limit ?""",
                row -> new Parked(event(row), ParkReason.valueOf(row.getString("reason")), row.getString("sentence")),
                consumer, aggregateId, most);
    }

    static long countOfKey(Connection connection, String consumer, String aggregateId) throws SQLException {
        return Sql.one(connection, "select count(*) from parked_event where consumer = ? and aggregate_id = ?",
                row -> row.getLong(1), consumer, aggregateId);
    }

    static long countOfKeys(Connection connection, String consumer) throws SQLException {
        return Sql.one(connection, "select count(distinct aggregate_id) from parked_event where consumer = ?",
                row -> row.getLong(1), consumer);
    }

    static void release(Connection connection, String consumer, List<ReceivedEvent> events) throws SQLException {
        Sql.update(connection, "delete from parked_event where consumer = ? and event_id = any (?)", consumer,
                SqlArray.uuids(events.stream().map(ReceivedEvent::id).toList()));
    }

    /** Why it waits now: what stands before it may have gone. */
    static void explain(Connection connection, String consumer, Parked one) throws SQLException {
        Sql.update(connection, "update parked_event set reason = ?, sentence = ? where consumer = ? and event_id = ?",
                one.reason(), one.sentence(), consumer, one.event().id());
    }

    private static ReceivedEvent event(ResultSet row) throws SQLException {
        return new ReceivedEvent(row.getObject("event_id", UUID.class), row.getString("type"),
                row.getString("aggregate_type"), row.getString("aggregate_id"), row.getLong("version"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(), row.getString("traceparent"),
                row.getBytes("payload"));
    }
}
