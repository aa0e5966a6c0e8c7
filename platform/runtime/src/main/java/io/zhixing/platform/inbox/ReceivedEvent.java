package io.zhixing.platform.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * An event as it came from a topic.
 *
 * @param name the type without the publisher's prefix: {@code member-enrolled.v1}
 */
public record ReceivedEvent(UUID id, String name, String aggregateId, long version, Instant occurredAt,
        String traceparent,
        byte[] payload) {

    private static final int MAXIMUM_BYTES = 1_000_000;

    /** Empty when the record is no event: headers missing or unreadable, no value, or too large. */
    static Optional<ReceivedEvent> of(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null || record.value().length > MAXIMUM_BYTES) {
            return Optional.empty();
        }
        try {
            var type = header(record, "ce_type");
            return Optional.of(new ReceivedEvent(UUID.fromString(header(record, "ce_id")), name(type),
                    header(record, "ce_subject"), Long.parseLong(header(record, "ce_aggregateversion")),
                    OffsetDateTime.parse(header(record, "ce_time")).toInstant(), header(record, "traceparent"),
                    record.value()));
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** {@code io.zhixing.organization.member-enrolled.v1} → {@code member-enrolled.v1} */
    private static String name(String type) {
        return type.substring(type.lastIndexOf('.', type.lastIndexOf('.') - 1) + 1);
    }

    static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
