package io.zhixing.acceptance.faults.oracle;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import io.zhixing.acceptance.faults.oracle.TopicLog.Place;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What one reader has laid aside, by where it stood. A letter may be there twice: its record came twice. */
public final class DeadLetters {

    private final Map<Place, Map<String, String>> letters = new HashMap<>();

    private DeadLetters() {}

    static DeadLetters of(Reader reader, String bootstrapServers) {
        var read = new DeadLetters();
        var topic = reader.publisher().prefix() + ".events.v1.dead-letter." + reader.service().prefix();
        var settings = Map.<String, Object>of("bootstrap.servers", bootstrapServers, "enable.auto.commit", false);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(topic, one.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                consumer.poll(Duration.ofMillis(200)).forEach(read::take);
            }
        }
        return read;
    }

    public Set<Place> places() {
        return letters.keySet();
    }

    /** The headers {@code dl_…} of the letter of this record; null when there is none. */
    public Map<String, String> headers(Place place) {
        return letters.get(place);
    }

    private void take(ConsumerRecord<byte[], byte[]> letter) {
        var headers = new HashMap<String, String>();
        letter.headers().forEach(header -> {
            if (header.key().startsWith("dl_")) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        });
        letters.put(new Place(Integer.parseInt(headers.get("dl_partition")), Long.parseLong(headers.get("dl_offset"))),
                headers);
    }
}
