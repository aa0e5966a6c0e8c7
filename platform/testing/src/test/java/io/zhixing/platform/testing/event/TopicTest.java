package io.zhixing.platform.testing.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publisher and probe on a real broker. */
@Tag("landing")
class TopicTest {

    private static final String TOPIC = "sample.events.v1";

    @TempDir
    static Path folder;
    private static SampleBroker broker;

    @BeforeAll
    static void start() {
        broker = new SampleBroker(folder);
        broker.createTopic(TOPIC);
        System.setProperty("kafka.bootstrap.servers", broker.address());
        System.setProperty("zhixing.service", "sample");
    }

    @AfterAll
    static void stop() {
        System.clearProperty("kafka.bootstrap.servers");
        System.clearProperty("zhixing.service");
        broker.close();
    }

    @Test
    void what_is_published_is_read_with_its_headers() {
        // Given
        var thing = UUID.randomUUID();
        // When
        TopicPublisher.to(TOPIC).event("thing-made.v1").about(thing, 1).publish("{\"weight\":3}");
        // Then
        var event = OutboxProbe.on(TOPIC).event(thing, "thing-made.v1");
        assertEquals("io.zhixing.sample.thing-made.v1", event.headers().get("ce_type"));
        assertEquals("/sample", event.headers().get("ce_source"));
        assertEquals(thing.toString(), event.headers().get("ce_subject"));
        assertEquals("application/json", event.headers().get("content-type"));
        assertTrue(event.headers().get("ce_time").endsWith("+08:00"), event.headers().toString());
        assertEquals(1, event.version());
        assertEquals(3, event.payload().path("weight").asInt());
    }

    @Test
    void only_the_events_of_the_aggregate_are_read_in_their_order() {
        // Given
        var thing = UUID.randomUUID();
        TopicPublisher.to(TOPIC).event("thing-made.v1").about(thing, 1).publish("{}");
        TopicPublisher.to(TOPIC).event("thing-made.v1").about(UUID.randomUUID(), 1).publish("{}");
        TopicPublisher.to(TOPIC).event("thing-lost.v1").about(thing, 2).publish("{}");
        // When
        var names = OutboxProbe.on(TOPIC).events(thing, 2).stream().map(TopicEvent::name).toList();
        // Then
        assertEquals(List.of("thing-made.v1", "thing-lost.v1"), names);
    }

    @Test
    void an_event_that_comes_later_is_waited_for() {
        // Given
        var thing = UUID.randomUUID();
        CompletableFuture.runAsync(
                () -> TopicPublisher.to(TOPIC).event("thing-made.v1").about(thing, 1).publish("{}"),
                CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS));
        // When
        var events = OutboxProbe.eventsOf(thing);
        // Then
        assertEquals(1, events.size());
    }

    @Test
    void an_event_that_never_comes_fails_by_naming_what_came_instead() {
        // Given
        var thing = UUID.randomUUID();
        TopicPublisher.to(TOPIC).event("thing-made.v1").about(thing, 1).publish("{}");
        // When
        var red = assertThrows(AssertionError.class,
                () -> OutboxProbe.on(TOPIC).waiting(Duration.ofMillis(300)).event(thing, "thing-lost.v1"));
        // Then
        assertTrue(red.getMessage().contains("expected thing-lost.v1 of " + thing), red.getMessage());
        assertTrue(red.getMessage().contains("thing-made.v1 version 1"), red.getMessage());
    }
}
