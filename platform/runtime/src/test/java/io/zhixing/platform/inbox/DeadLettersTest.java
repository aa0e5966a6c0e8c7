package io.zhixing.platform.inbox;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zhixing.platform.inbox.PipelineTransactions.Stopped;
import io.zhixing.platform.outbox.RelayProducer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

    @Test
    void a_dead_letter_waits_also_when_no_producer_can_be_made_and_ends_no_channel() {
        // Given
        var letters = new DeadLetters(new RelayProducer("an address without a port"), new PipelineTransactions(null),
                new ConsumerMetrics(new SimpleMeterRegistry(), null, null), Clock.systemUTC(), "sample");
        var record = new ConsumerRecord<>("sample.events.v1", 0, 7L, "key", new byte[0]);
        var fault = new UndecodableRecord(UndecodableRecord.Reason.VALUE_MISSING, "");
        Thread.currentThread().interrupt();   // the service stops: the first wait ends at once
        // When
        var ended = assertThrows(RuntimeException.class, () -> letters.keep("sample", record, fault));
        // Then
        boolean stillAsked = Thread.interrupted();
        assertTrue(ended instanceof Stopped, ended.toString());
        assertTrue(stillAsked);
    }
}
