package io.zhixing.platform.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import io.zhixing.platform.audit.Trace;
import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;
import io.zhixing.platform.time.Ids;

/**
 * An event as it will stand in the outbox, the change feed and the audit trail.
 *
 * @param type as the record's header names it
 * @param path the path key of the organization under which readers of the change feed see it
 * @param digest keyed, of the payload: what the audit trail keeps of it
 */
record AppendedEvent(String aggregate, UUID aggregateId, long version, String type, String payload, UUID organizationId,
        String path, byte[] digest) {

    /** One statement whatever their number, in the transaction of their changes. */
    static void write(Connection connection, List<AppendedEvent> events) throws SQLException {
        Sql.call(connection, "select append_events(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                Batch.of(events).column("uuid", event -> Ids.next()).column("text", AppendedEvent::aggregate)
                        .column("uuid", AppendedEvent::aggregateId).column("bigint", AppendedEvent::version)
                        .column("text", AppendedEvent::type).column("text", AppendedEvent::payload)
                        .column("uuid", AppendedEvent::organizationId).column("text", AppendedEvent::path),
                Trace.parent(),
                new SqlArray("bytea", events.stream().map(AppendedEvent::digest).toArray(byte[][]::new)));
    }
}
