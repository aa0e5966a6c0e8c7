package io.zhixing.platform.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

import org.apache.kafka.clients.producer.ProducerRecord;

/** A row of the outbox. */
record UnsentEvent(long seq, UUID id, String aggregateType, String aggregateId, String type, String payload,
        long version,
        UUID organizationId, String traceparent, int epoch, Instant occurredAt) {

    /** {@code io.zhixing.session.study-session-recorded.v1} → {@code study-session-recorded.v1} */
    String name() {
        return type.substring(type.lastIndexOf('.', type.lastIndexOf('.') - 1) + 1);
    }

    /** CloudEvents 1.0 in binary mode: attributes as headers, the payload as value. */
    ProducerRecord<String, byte[]> toRecord(String topic, String source) {
        var record = new ProducerRecord<>(topic, aggregateId, payload.getBytes(StandardCharsets.UTF_8));
        header(record, "content-type", "application/json");
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", id);
        header(record, "ce_source", source);
        header(record, "ce_type", type);
        header(record, "ce_subject", aggregateId);
        header(record, "ce_time", occurredAt);
        header(record, "ce_dataschema", source + "/events/" + name() + ".schema.json");
        header(record, "ce_partitionkey", aggregateId);
        header(record, "ce_aggregatetype", aggregateType);
        header(record, "ce_aggregateversion", version);
        header(record, "ce_streamepoch", epoch);
        header(record, "ce_organization", organizationId);
        header(record, "traceparent", traceparent);
        return record;
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, Object value) {
        if (value != null) {
            record.headers().add(name, value.toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
