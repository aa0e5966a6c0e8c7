package io.zhixing.acceptance.faults.strike;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.zhixing.acceptance.faults.oracle.Reader;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** What a group of consumers has committed. */
final class Offsets {

    private static final int PARTITIONS = 12;

    private Offsets() {}

    /** By partition of the publisher's topic; a partition of which nothing was committed is at 0. */
    static Map<Integer, Long> committed(String bootstrapServers, Reader reader) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            var offsets = admin.listConsumerGroupOffsets(reader.group()).partitionsToOffsetAndMetadata().get();
            return partitions().boxed().collect(Collectors.toMap(one -> one, one -> {
                var offset = offsets.get(new TopicPartition(topic(reader), one));
                return offset == null ? 0 : offset.offset();
            }));
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Back to the first record; the group must have no member. */
    static void toBeginning(String bootstrapServers, Reader reader) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.alterConsumerGroupOffsets(reader.group(), partitions().boxed().collect(Collectors
                    .toMap(one -> new TopicPartition(topic(reader), one), one -> new OffsetAndMetadata(0)))).all()
                    .get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    static String topic(Reader reader) {
        return reader.publisher().prefix() + ".events.v1";
    }

    private static IntStream partitions() {
        return IntStream.range(0, PARTITIONS);
    }
}
