package io.zhixing.platform.inbox;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Reads a consumer's topic from its beginning to where it ends now and applies it like news, beside the live reading and
 * in turn with it: what comes meanwhile waits for its predecessors as behind a gap. When the service ends before, the
 * next start begins anew; what was applied by then is known from the inbox.
 */
@Singleton
class Replay {

    private static final Logger LOG = Logger.getLogger(Replay.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long PAUSE_MILLIS = 2_000;

    private final EventConsumers consumers;
    private final EventPipeline pipeline;
    private final PipelineTransactions transactions;
    private final Config config;
    private final String servers;
    private final Map<String, Thread> running = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    Replay(EventConsumers consumers, EventPipeline pipeline, PipelineTransactions transactions, Config config,
            @ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        this.consumers = consumers;
        this.pipeline = pipeline;
        this.transactions = transactions;
        this.config = config;
        this.servers = servers;
    }

    void resume(@Observes StartupEvent started) throws SQLException {
        var unfinished = transactions.once("replay", Rebuilds::unfinished);
        unfinished.stream().flatMap(name -> consumers.named(name).stream()).forEach(this::start);
    }

    /** Returns at once; a replay of the same consumer that is about to end looks again. */
    void start(EventConsumer consumer) {
        running.computeIfAbsent(consumer.name(), name -> {
            var thread = new Thread(() -> run(consumer), "replay-" + name);
            thread.setDaemon(true);
            thread.start();
            return thread;
        });
    }

    void stop(@Observes ShutdownDelayInitiatedEvent draining) throws InterruptedException {
        stopping = true;
        for (var thread : running.values()) {
            thread.join(Duration.ofSeconds(5).toMillis());
        }
    }

    private void run(EventConsumer consumer) {
        try {
            readUntilItPasses(consumer);
        } finally {
            running.remove(consumer.name());
        }
        if (!stopping && isAskedAgain(consumer)) {
            start(consumer);
        }
    }

    private void readUntilItPasses(EventConsumer consumer) {
        while (!stopping) {
            try {
                read(consumer);
                return;
            } catch (KafkaException | SQLException away) {
                LOG.warnf("Replay of %s waits: %s", consumer.name(), away.getMessage());
                transactions.rest(PAUSE_MILLIS);
            }
        }
    }

    /** Somebody may have asked between the last event and the end of the thread. */
    private boolean isAskedAgain(EventConsumer consumer) {
        try {
            return transactions.untilItPasses(consumer.name(),
                    connection -> Rebuilds.isRunning(connection, consumer.name()));
        } catch (SQLException defect) {
            throw new IllegalStateException(defect);
        }
    }

    private void read(EventConsumer consumer) throws SQLException {
        var topic = config.getValue("mp.messaging.incoming." + consumer.channel() + ".topic", String.class);
        Map<String, Object> settings = Map.of("bootstrap.servers", servers, "enable.auto.commit", false,
                "max.poll.records", 500);
        long events = 0;
        try (var reader = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = reader.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(topic, one.partition())).toList();
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            var ends = reader.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> reader.position(one) < ends.get(one))) {
                if (stopping) {
                    return;
                }
                var records = reader.poll(POLL);
                pipeline.receive(consumer, records, Inbox.Gate.ALONE);
                events += records.count();
                long read = events;
                transactions.untilItPasses(consumer.name(),
                        connection -> Rebuilds.note(connection, consumer.name(), read, false));
            }
        }
        long read = events;
        transactions.untilItPasses(consumer.name(),
                connection -> Rebuilds.note(connection, consumer.name(), read, true));
        LOG.infof("Projection of %s rebuilt from %d events", consumer.name(), events);
    }
}
