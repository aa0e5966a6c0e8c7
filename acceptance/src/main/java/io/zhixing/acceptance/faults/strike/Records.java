package io.zhixing.acceptance.faults.strike;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Raw records of a topic: read as they are, and put there past every service. */
final class Records {

    private static final int LARGEST = 4 * 1024 * 1024;

    private Records() {}

    /** The records of the topic with the latest times, at most so many. */
    static List<ConsumerRecord<String, byte[]>> newest(String bootstrapServers, String topic, int most) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers, "enable.auto.commit", false),
                new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(topic, one.partition())).toList();
            consumer.assign(partitions);
            var ends = consumer.endOffsets(partitions);
            partitions.forEach(one -> consumer.seek(one, Math.max(0, ends.get(one) - most)));
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        records.sort(Comparator.comparingLong(ConsumerRecord::timestamp));
        return records.subList(Math.max(0, records.size() - most), records.size());
    }

    /** Of an event as a service publishes it. */
    static UUID id(ConsumerRecord<String, byte[]> event) {
        return UUID.fromString(new String(event.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8));
    }

    /**
     * Each of them so many times, in an order that the seed decides; gives the number that was sent. One by one, so that
     * a reader meets them in many batches: within one it looks at the newest of each key alone.
     */
    static int sendShuffled(String bootstrapServers, List<ConsumerRecord<String, byte[]>> records, int times,
            SplittableRandom random) {
        var copies = new ArrayList<ProducerRecord<String, byte[]>>();
        for (int i = 0; i < times; i++) {
            records.forEach(record -> copies.add(new ProducerRecord<>(record.topic(), null, record.key(),
                    record.value(), record.headers())));
        }
        Collections.shuffle(copies, new Random(random.nextLong()));
        send(bootstrapServers, copies, 1);
        return copies.size();
    }

    /** Returns when the broker has all of them; gives where each one stands. */
    static List<RecordMetadata> send(String bootstrapServers, List<ProducerRecord<String, byte[]>> records) {
        return send(bootstrapServers, records, records.size());
    }

    /** @param together so many are on their way at once */
    private static List<RecordMetadata> send(String bootstrapServers, List<ProducerRecord<String, byte[]>> records,
            int together) {
        var places = new ArrayList<RecordMetadata>();
        try (var producer = new KafkaProducer<>(Map.<String, Object>of("bootstrap.servers", bootstrapServers,
                "max.request.size", LARGEST), new StringSerializer(), new ByteArraySerializer())) {
            for (int first = 0; first < records.size(); first += together) {
                var answers = records.subList(first, Math.min(records.size(), first + together)).stream()
                        .map(record -> producer.send(record)).toList();
                for (var answer : answers) {
                    places.add(answer.get());
                }
            }
            return places;
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
