package io.zhixing.platform.testing.event;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * An event as anybody reads it from a topic, independent of the code that wrote it.
 *
 * @param headers by name, {@code ce_…} and {@code traceparent} included
 * @param text the value, byte for byte as UTF-8
 */
public record TopicEvent(String key, Map<String, String> headers, String text) {

    private static final JsonMapper JSON = new JsonMapper();

    static TopicEvent of(ConsumerRecord<String, byte[]> record) {
        var headers = new TreeMap<String, String>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return new TopicEvent(record.key(), headers,
                record.value() == null ? "" : new String(record.value(), StandardCharsets.UTF_8));
    }

    public UUID id() {
        return UUID.fromString(headers.get("ce_id"));
    }

    /** The type without the publisher's prefix: {@code member-enrolled.v1}. */
    public String name() {
        var type = headers.getOrDefault("ce_type", "");
        return type.substring(type.lastIndexOf('.', type.lastIndexOf('.') - 1) + 1);
    }

    public long version() {
        return Long.parseLong(headers.get("ce_aggregateversion"));
    }

    public JsonNode payload() {
        try {
            return JSON.readTree(text);
        } catch (IOException notJson) {
            throw new AssertionError("the value is not JSON: " + text, notJson);
        }
    }
}
