package io.zhixing.platform.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ParkedEvent", description = "停放的事件 An event that waits; its content is not shown", examples = """
        {"consumer":"organization","eventId":"01912d68-783e-7a0f-8000-0f54b3b0a4c1","type":"member-enrolled.v1",
         "aggregateType":"member","aggregateId":"01912d68-783e-7a0f-8000-0f54b3b0a4d4","version":3,"reason":"GAP",
         "sentence":"缺少版本2 Version 2 is missing","occurredAt":"2026-09-01T08:30:02+08:00",
         "parkedAt":"2026-09-01T08:30:03+08:00","behind":0}""")
record ParkedEventView(
        @Schema(description = "消费者 Consumer", required = true) String consumer,
        @Schema(description = "事件标识 Id of the event", required = true) UUID eventId,
        @Schema(description = "事件类型 Type of the event", required = true) String type,
        @Schema(description = "对象类型 Kind of the object whose versions are counted", required = true) String aggregateType,
        @Schema(description = "对象标识 Id of the object; what waits for it waits by this key", required = true) UUID aggregateId,
        @Schema(description = "版本 Version of the object after the event", required = true, minimum = "1") long version,
        @Schema(description = "停放原因 Why it waits", required = true) ParkReason reason,
        @Schema(description = "说明 What is missing or what failed, in a sentence; empty for what waits behind another", required = true) String sentence,
        @Schema(description = "发生时间 Instant of the change at the publisher", required = true) Instant occurredAt,
        @Schema(description = "停放时间 Instant since which it waits", required = true) Instant parkedAt,
        @Schema(description = "其后停放数 Events of the same key parked after it", required = true, minimum = "0") long behind) {

    static ParkedEventView read(ResultSet row) throws SQLException {
        return new ParkedEventView(row.getString("consumer"), row.getObject("event_id", UUID.class),
                row.getString("type"), row.getString("aggregate_type"), UUID.fromString(row.getString("aggregate_id")),
                row.getLong("version"), ParkReason.valueOf(row.getString("reason")), row.getString("sentence"),
                row.getTimestamp("occurred_at").toInstant(), row.getTimestamp("parked_at").toInstant(),
                row.getLong("behind"));
    }
}
