package io.zhixing.platform.testing.event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Everything that a topic holds. Each question reads on from where the last one ended: a topic that hundreds of tests
 * have filled is read once, not once a question.
 */
final class TopicReader {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Map<List<String>, TopicReader> KNOWN = new ConcurrentHashMap<>();

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Map<String, List<TopicEvent>> byKey = new HashMap<>();

    private TopicReader(String broker, String topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker, "enable.auto.commit", false,
                "isolation.level", "read_committed", "fetch.max.wait.ms", 10);
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    static TopicReader of(String broker, String topic) {
        return KNOWN.computeIfAbsent(List.of(broker, topic), both -> new TopicReader(broker, topic));
    }

    /** All that the topic holds now under this key, in its order. A consumer is one thread's at a time. */
    synchronized List<TopicEvent> eventsOf(String key) {
        var ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(record -> byKey
                    .computeIfAbsent(String.valueOf(record.key()), first -> new ArrayList<>())
                    .add(TopicEvent.of(record)));
        }
        return List.copyOf(byKey.getOrDefault(key, List.of()));
    }
}
