package io.zhixing.sample;

import static io.zhixing.platform.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.zhixing.platform.testing.Eventually;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.event.TopicPublisher;
import io.zhixing.platform.time.Ids;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The last of its service, which takes nothing afterwards: classes of one profile run by name. */
@QuarkusTest
@Tag("landing")
@TestProfile(ServiceApart.class)
class DrainTest {

    @Inject
    KafkaClientService kafka;

    @Inject
    Event<ShutdownDelayInitiatedEvent> shutdown;

    @Test
    void a_drain_stays_one_although_the_connector_had_paused_by_itself_and_goes_on_by_itself() throws Exception {
        // Given: so much behind a batch in hand that the connector stops taking
        var note = Ids.next();
        try (var busy = Database.asOwner().connect()) {
            holdEverything(busy);
            eventually(() -> {
                publish(note);
                assertTrue(isInHand());
                assertFalse(paused().isEmpty());
            });
            // When
            var draining = new Thread(() -> shutdown.fire(new ShutdownDelayInitiatedEvent()), "drain");
            draining.start();
            eventually(() -> assertTrue(waitsForWhatIsInHand(draining)));
            busy.commit();
            draining.join();
        }
        // Then
        assertEquals(assigned(), paused());
    }

    private static void holdEverything(Connection busy) throws Exception {
        busy.setAutoCommit(false);
        try (var statement = busy.createStatement()) {
            statement.execute("lock table note_ref in exclusive mode");
        }
    }

    /** A batch waits for the table. */
    private static boolean isInHand() {
        return Database.asOwner().query(
                "select count(*) from pg_locks where relation = 'note_ref'::regclass and not granted",
                row -> row.getInt(1)).get(0) > 0;
    }

    private static void publish(UUID note) {
        TopicPublisher.to("sample.events.v1").event("note-written.v1").about(note, 1).id(Ids.next())
                .publish("{\"noteId\":\"%s\",\"version\":1,\"title\":\"drained\",\"added\":\"later\"}".formatted(note));
    }

    private static boolean waitsForWhatIsInHand(Thread draining) {
        return Stream.of(draining.getStackTrace()).anyMatch(frame -> frame.getMethodName().equals("awaitIdle"));
    }

    private Set<TopicPartition> assigned() {
        return consumer().getAssignments().await().atMost(Eventually.PATIENCE);
    }

    private Set<TopicPartition> paused() {
        return consumer().paused().await().atMost(Eventually.PATIENCE);
    }

    private KafkaConsumer<Object, Object> consumer() {
        return kafka.getConsumers("sample-events").get(0);
    }
}
