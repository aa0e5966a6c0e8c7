package io.zhixing.acceptance.faults.strike;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

import io.zhixing.acceptance.faults.oracle.Forged;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A record for the topic of organizations with the headers of an event, made by nobody's outbox. */
record ForgedEvent(long number, String aggregate, String type, long version, byte[] value) {

    private static final String TOPIC = "organization.events.v1";

    static ForgedEvent of(long number, String aggregate, String type, long version, String json) {
        return new ForgedEvent(number, aggregate, type, version, json.getBytes(StandardCharsets.UTF_8));
    }

    String key() {
        return Forged.key(number);
    }

    ProducerRecord<String, byte[]> record() {
        var record = new ProducerRecord<>(TOPIC, key(), value);
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", UUID.randomUUID().toString());
        header(record, "ce_source", "/organization");
        header(record, "ce_type", "io.zhixing.organization." + type);
        header(record, "ce_subject", key());
        header(record, "ce_time", Instant.now().toString());
        header(record, "ce_aggregatetype", aggregate);
        header(record, "ce_aggregateversion", Long.toString(version));
        header(record, "ce_streamepoch", "1");
        return record;
    }

    /** The same without one of its headers. */
    ProducerRecord<String, byte[]> recordWithout(String header) {
        var record = record();
        record.headers().remove(header);
        return record;
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
