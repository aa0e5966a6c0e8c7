package io.zhixing.acceptance.faults.oracle;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Everything a topic holds, read by nobody's group and from where the last reading ended. */
public final class TopicLog {

    private final String bootstrapServers;
    private final String topic;
    private final Map<TopicPartition, Long> read = new HashMap<>();
    private final List<Event> events = new ArrayList<>();
    private final Set<UUID> ids = new HashSet<>();
    private final Set<Place> unreadable = new HashSet<>();
    private long repeats;

    /** Where a record stands. */
    public record Place(int partition, long offset) {}

    /**
     * An event as it stands in the topic.
     *
     * @param name the type without the publisher's prefix
     */
    public record Event(Place place, UUID id, String key, String name, long version, byte[] payload) {}

    public TopicLog(String bootstrapServers, String topic) {
        this.bootstrapServers = bootstrapServers;
        this.topic = topic;
    }

    public String topic() {
        return topic;
    }

    /** Reads what has come since the last time. */
    public TopicLog readOn() {
        var settings = Map.<String, Object>of("bootstrap.servers", bootstrapServers, "enable.auto.commit", false,
                "default.api.timeout.ms", 20_000);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(topic, one.partition())).toList();
            consumer.assign(partitions);
            partitions.forEach(one -> consumer.seek(one, read.getOrDefault(one, 0L)));
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                consumer.poll(Duration.ofMillis(200)).forEach(this::take);
            }
            partitions.forEach(one -> read.put(one, consumer.position(one)));
        }
        return this;
    }

    /** All events in the order in which each partition holds them, repeats included. */
    public List<Event> events() {
        return events;
    }

    /** The different ones. */
    public Set<UUID> ids() {
        return ids;
    }

    /** Records with the id of an event that was there before. */
    public long repeats() {
        return repeats;
    }

    /** Records that are no event: headers missing, no value. */
    public Set<Place> unreadable() {
        return unreadable;
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        var place = new Place(record.partition(), record.offset());
        if (record.value() == null) {
            unreadable.add(place);
            return;
        }
        try {
            var type = header(record, "ce_type");
            var event = new Event(place, UUID.fromString(header(record, "ce_id")), header(record, "ce_subject"),
                    type.substring(type.lastIndexOf('.', type.lastIndexOf('.') - 1) + 1),
                    Long.parseLong(header(record, "ce_aggregateversion")), record.value());
            events.add(event);
            repeats += ids.add(event.id()) ? 0 : 1;
        } catch (IllegalArgumentException foreign) {
            unreadable.add(place);
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        if (header == null) {
            throw new IllegalArgumentException(name);
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
