package io.zhixing.platform.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Function;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * An event as it came from a topic.
 *
 * @param name the type without the publisher's prefix: {@code member-enrolled.v1}
 * @param aggregateType whose versions it counts: {@code member}
 */
public record ReceivedEvent(UUID id, String name, String aggregateType, String aggregateId, long version,
        Instant occurredAt, String traceparent, byte[] payload) {

    private static final int MAXIMUM_BYTES = 1_000_000;

    /** What has versions of its own. An organization and its moves share the id and count apart. */
    record Aggregate(String type, String id) {}

    Aggregate aggregate() {
        return new Aggregate(aggregateType, aggregateId);
    }

    /** Whoever wrote the record is not trusted: what is no event says why. */
    static ReceivedEvent of(ConsumerRecord<String, byte[]> record) throws UndecodableRecord {
        if (record.value() == null) {
            throw new UndecodableRecord(UndecodableRecord.Reason.VALUE_MISSING, "");
        }
        if (record.value().length > MAXIMUM_BYTES) {
            throw new UndecodableRecord(UndecodableRecord.Reason.VALUE_TOO_LARGE, record.value().length + " bytes");
        }
        return new ReceivedEvent(read(record, "ce_id", UUID::fromString), read(record, "ce_type", ReceivedEvent::name),
                read(record, "ce_aggregatetype", text -> text),
                read(record, "ce_subject", text -> UUID.fromString(text).toString()),
                read(record, "ce_aggregateversion", ReceivedEvent::version),
                read(record, "ce_time", text -> OffsetDateTime.parse(text).toInstant()), header(record, "traceparent"),
                record.value());
    }

    private static <T> T read(ConsumerRecord<String, byte[]> record, String name, Function<String, T> reader)
            throws UndecodableRecord {
        var text = header(record, name);
        if (text == null || text.isBlank()) {
            throw new UndecodableRecord(UndecodableRecord.Reason.HEADER_MISSING, name);
        }
        try {
            return reader.apply(text);
        } catch (RuntimeException unreadable) {
            throw new UndecodableRecord(UndecodableRecord.Reason.HEADER_INVALID, name);
        }
    }

    /** {@code io.zhixing.organization.member-enrolled.v1} → {@code member-enrolled.v1} */
    private static String name(String type) {
        return type.substring(type.lastIndexOf('.', type.lastIndexOf('.') - 1) + 1);
    }

    private static long version(String text) {
        long version = Long.parseLong(text);
        if (version < 1) {
            throw new IllegalArgumentException(text);
        }
        return version;
    }

    static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
