package io.zhixing.platform.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

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
    /** What a database column takes without complaint: else one record could stop its consumer for good. */
    private static final Pattern PLAIN = Pattern.compile("\\P{Cntrl}{1,200}");
    private static final Pattern TRACE = Pattern.compile("[0-9a-f-]{1,100}");
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2999-12-31T00:00:00Z");

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
                read(record, "ce_time", ReceivedEvent::instant), traceparent(record), record.value());
    }

    private static <T> T read(ConsumerRecord<String, byte[]> record, String name, Function<String, T> reader)
            throws UndecodableRecord {
        var text = header(record, name);
        if (text == null || text.isBlank()) {
            throw new UndecodableRecord(UndecodableRecord.Reason.HEADER_MISSING, name);
        }
        try {
            if (PLAIN.matcher(text).matches()) {
                return reader.apply(text);
            }
        } catch (RuntimeException unreadable) {
            // said below, like any other header that is none
        }
        throw new UndecodableRecord(UndecodableRecord.Reason.HEADER_INVALID, name);
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

    private static Instant instant(String text) {
        var instant = OffsetDateTime.parse(text).toInstant();
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw new IllegalArgumentException(text);
        }
        return instant;
    }

    /** Only helps to find a call in the logs: an event is none the worse without it. */
    private static String traceparent(ConsumerRecord<String, byte[]> record) {
        var text = header(record, "traceparent");
        return text != null && TRACE.matcher(text).matches() ? text : null;
    }

    static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
