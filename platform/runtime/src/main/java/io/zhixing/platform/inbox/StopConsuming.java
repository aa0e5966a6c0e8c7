package io.zhixing.platform.inbox;

import java.time.Duration;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
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
        consumers.channels().forEach(channel -> kafka.getConsumers(channel).forEach(one -> pause(channel, one)));
        if (!pipeline.awaitIdle(patience)) {
            LOG.warnf("Records are still in hand after %s; they come again after the next start", patience);
        }
    }

    private static void pause(String channel, KafkaConsumer<?, ?> consumer) {
        try {
            consumer.pause().await().atMost(ASKING);
        } catch (RuntimeException late) {
            LOG.warnf("Channel %s goes on until it is closed: %s", channel, late.getMessage());
        }
    }
}
