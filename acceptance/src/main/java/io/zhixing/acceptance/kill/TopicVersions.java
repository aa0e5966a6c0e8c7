package io.zhixing.acceptance.kill;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Whole topics read by nobody's group: which versions of which aggregate they have, and which came before their turn. */
final class TopicVersions {

    private final Map<String, Set<Long>> seen = new HashMap<>();
    private final Map<String, Long> outOfOrder = new HashMap<>();

    private TopicVersions() {}

    static TopicVersions read(String bootstrapServers, String... topics) {
        var versions = new TopicVersions();
        var settings = Map.<String, Object>of("bootstrap.servers", bootstrapServers, "enable.auto.commit", false);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = Stream.of(topics).flatMap(topic -> consumer.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(topic, one.partition()))).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                consumer.poll(Duration.ofMillis(200)).forEach(versions::take);
            }
        }
        return versions;
    }

    /** Events without their repeats. */
    long distinct() {
        return seen.values().stream().mapToLong(Set::size).sum();
    }

    /** The version that came although the one before it had not, by aggregate. */
    Map<String, Long> outOfOrder() {
        return outOfOrder;
    }

    private void take(ConsumerRecord<String, byte[]> event) {
        long version = Long.parseLong(
                new String(event.headers().lastHeader("ce_aggregateversion").value(), StandardCharsets.UTF_8));
        var known = seen.computeIfAbsent(event.key(), absent -> new HashSet<>());
        if (version > 1 && !known.contains(version - 1)) {
            outOfOrder.putIfAbsent(event.key(), version);
        }
        known.add(version);
    }
}
