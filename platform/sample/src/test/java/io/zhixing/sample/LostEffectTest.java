package io.zhixing.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.inbox.EventConsumer;
import io.zhixing.platform.inbox.EventPipeline;
import io.zhixing.platform.inbox.ReceivedEvents;
import io.zhixing.platform.time.Ids;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LostEffectTest {

    private static final String TOPIC = "sample.events.v1";

    @Inject
    EventPipeline pipeline;

    @Test
    void an_event_whose_effect_ended_in_an_error_of_the_jvm_is_not_noted_as_received() {
        // Given
        var note = Ids.next();
        var event = event(note);
        var consumer = new Stumbling(note);
        assertThrows(StackOverflowError.class, () -> pipeline.receive(consumer, event));
        // When
        pipeline.receive(consumer, event);
        // Then
        assertEquals(List.of("at last"), consumer.applied);
    }

    /** Loses its footing at the first event. */
    private static final class Stumbling implements EventConsumer {

        private final String name;
        private final List<String> applied = new ArrayList<>();
        private boolean stands;

        private Stumbling(UUID note) {
            this.name = "stumbling-" + note;
        }

        private record Title(String title) {}

        @Override
        public String name() {
            return name;
        }

        @Override
        public String channel() {
            return "none";
        }

        @Override
        public List<String> projection() {
            return List.of();
        }

        @Override
        public void apply(Connection connection, ReceivedEvents events) {
            if (!stands) {
                stands = true;
                throw new StackOverflowError();
            }
            events.all(Title.class, "note-written.v1").forEach(event -> applied.add(event.state().title()));
        }
    }

    private static ConsumerRecords<String, byte[]> event(UUID note) {
        var record = new ConsumerRecord<>(TOPIC, 0, 0, note.toString(),
                Told.state(note, 1, "at last").getBytes(StandardCharsets.UTF_8));
        Map.of("ce_id", Ids.next().toString(), "ce_type", "io.zhixing.sample.note-written.v1", "ce_aggregatetype",
                "note", "ce_subject", note.toString(), "ce_aggregateversion", "1", "ce_time", Instant.EPOCH.toString())
                .forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return new ConsumerRecords<>(Map.of(new TopicPartition(TOPIC, 0), List.of(record)), Map.of());
    }
}
