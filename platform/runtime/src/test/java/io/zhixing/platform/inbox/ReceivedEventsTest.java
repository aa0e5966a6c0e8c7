package io.zhixing.platform.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class ReceivedEventsTest {

    private record Named(String name) {}

    @Test
    void the_newest_version_of_an_aggregate_counts_in_whatever_order_a_batch_holds_it() {
        // When
        var newest = newest(event(2, "second"), event(1, "first"));
        // Then
        assertEquals(List.of("second"), newest);
    }

    @Test
    void of_two_with_one_version_the_first_counts_as_it_does_in_two_batches() {
        // When
        var newest = newest(event(2, "first"), event(2, "another"));
        // Then
        assertEquals(List.of("first"), newest);
    }

    private static List<String> newest(ReceivedEvent... events) {
        return new ReceivedEvents(List.of(events), new ObjectMapper()).newest(Named.class, "note-written.v1").stream()
                .map(received -> received.state().name()).toList();
    }

    private static ReceivedEvent event(long version, String name) {
        return new ReceivedEvent(UUID.randomUUID(), "note-written.v1", "note", "01912d68-783e-7a0f-8000-0f54b3b0a4d4",
                version, Instant.EPOCH, null, "{\"name\":\"%s\"}".formatted(name).getBytes(StandardCharsets.UTF_8));
    }
}
