package io.zhixing.platform.testing.event;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

import io.zhixing.platform.testing.Settings;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Puts an event into a topic as another service's relay would: CloudEvents 1.0 in binary mode (K2). Feeds a consumer's
 * test with the publisher's own example files:
 * <pre>{@code
 * TopicPublisher.to("organization.events.v1").event("member-enrolled.v1").about(id, 1).publish(payload);
 * }</pre>
 */
public final class TopicPublisher {

    /** Places of an organization are counted apart from its versions. */
    private static final String PLACES = "organization-path";
    /** By broker: a producer takes longer to make than a thousand events to send. */
    private static final Map<String, Producer<String, byte[]>> PRODUCERS = new ConcurrentHashMap<>();

    private final String topic;
    private final String service;
    private final Map<String, String> headers = new TreeMap<>();
    private String key;

    private TopicPublisher(String topic) {
        this.topic = topic;
        this.service = topic.split("\\.")[0];
        headers.put("content-type", "application/json");
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", UUID.randomUUID().toString());
        headers.put("ce_source", "/" + service);
        headers.put("ce_streamepoch", "1");
        at(Instant.now(Clock.systemUTC()));
    }

    public static TopicPublisher to(String topic) {
        return new TopicPublisher(topic);
    }

    /** @param name with its version: {@code member-enrolled.v1} */
    public TopicPublisher event(String name) {
        headers.put("ce_type", "io.zhixing." + service + "." + name);
        headers.put("ce_dataschema", "/" + service + "/events/" + name + ".schema.json");
        headers.putIfAbsent("ce_aggregatetype", name.startsWith(PLACES) ? PLACES : name.split("-")[0]);
        return this;
    }

    /** @param version from 1, without a gap for one aggregate */
    public TopicPublisher about(Object aggregateId, long version) {
        key = aggregateId.toString();
        headers.put("ce_subject", key);
        headers.put("ce_partitionkey", key);
        headers.put("ce_aggregateversion", String.valueOf(version));
        return this;
    }

    /** Instead of a fresh one: to send the same event twice. */
    public TopicPublisher id(UUID id) {
        return header("ce_id", id.toString());
    }

    public TopicPublisher organization(Object id) {
        return header("ce_organization", id.toString());
    }

    public TopicPublisher at(Instant time) {
        return header("ce_time", time.atZone(ZoneId.of("Asia/Shanghai")).toOffsetDateTime().toString());
    }

    /** Sets any header, also to make one wrong. */
    public TopicPublisher header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public TopicPublisher without(String header) {
        headers.remove(header);
        return this;
    }

    /** Returns when the broker has it. */
    public void publish(String payload) {
        publishBytes(payload.getBytes(StandardCharsets.UTF_8));
    }

    /** Any value, also none. */
    public void publishBytes(byte[] value) {
        var record = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try {
            producer().send(record).get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        } catch (ExecutionException refused) {
            throw new AssertionError("the broker refused the event: " + refused.getCause().getMessage(), refused);
        }
    }

    private static Producer<String, byte[]> producer() {
        return PRODUCERS.computeIfAbsent(Settings.required("kafka.bootstrap.servers"),
                broker -> new KafkaProducer<>(Map.of("bootstrap.servers", broker, "acks", "all", "linger.ms", 0),
                        new StringSerializer(), new ByteArraySerializer()));
    }
}
