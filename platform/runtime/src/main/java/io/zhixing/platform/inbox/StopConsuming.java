package io.zhixing.platform.inbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The first step of a drain, while calls are still served: no more is taken from Kafka, and what is in hand is finished.
 * Its offsets are committed within a second, and once more when the connector closes. The steps after it:
 * docs/operators.md.
 */
@Singleton
class StopConsuming {

    private static final Logger LOG = Logger.getLogger(StopConsuming.class);
    private static final Duration ASKING = Duration.ofSeconds(2);

    private final EventConsumers consumers;
    private final EventPipeline pipeline;
    private final KafkaClientService kafka;
    private final Duration patience;

    StopConsuming(EventConsumers consumers, EventPipeline pipeline, KafkaClientService kafka,
            @ConfigProperty(name = "zhixing.drain.records") Duration patience) {
        this.consumers = consumers;
        this.pipeline = pipeline;
        this.kafka = kafka;
        this.patience = patience;
    }

    void drain(@Observes ShutdownDelayInitiatedEvent draining) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        boolean rests;
        do {
            taking().forEach(StopConsuming::pause);
            rests = pipeline.awaitIdle(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
            // The connector pauses by itself while much waits, and takes that back, and ours with it, once it is done.
        } while (!(rests && stands()) && System.nanoTime() < deadline);
        if (!rests) {
            LOG.warnf("Records are still in hand after %s; they come again after the next start", patience);
        }
    }

    private List<KafkaConsumer<Object, Object>> taking() {
        return consumers.channels().stream().flatMap(channel -> kafka.getConsumers(channel).stream()).toList();
    }

    private static void pause(KafkaConsumer<?, ?> consumer) {
        asked("goes on until it is closed", consumer.pause());
    }

    private boolean stands() {
        return taking().stream().allMatch(consumer -> {
            var paused = asked("does not tell whether it stands", consumer.paused());
            var held = asked("does not tell what it holds", consumer.getAssignments());
            return paused.isPresent() && held.isPresent() && paused.get().containsAll(held.get());
        });
    }

    private static <T> Optional<T> asked(String otherwise, Uni<T> question) {
        try {
            return Optional.ofNullable(question.await().atMost(ASKING));
        } catch (RuntimeException late) {
            LOG.warnf("A consumer %s: %s", otherwise, late.getMessage());
            return Optional.empty();
        }
    }
}
