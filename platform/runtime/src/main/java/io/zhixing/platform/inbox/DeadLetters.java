package io.zhixing.platform.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import io.zhixing.platform.outbox.RelayProducer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Keeps what cannot be decoded, byte for byte, on {@code <topic>.dead-letter.<service>}: key, value, headers and
 * partition as they were, and headers {@code dl_…} that say where it stood and what is wrong with it. The consumer goes
 * on when the broker has it. A record that comes twice is kept twice.
 */
@Singleton
class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final long PAUSE_MILLIS = 1_000;
    /** Above what a topic takes, so that the value that was too large for us is kept too. */
    private static final Map<String, Object> LARGE = Map.of("max.request.size", 16 * 1024 * 1024, "compression.type",
            "gzip");

    private final RelayProducer producers;
    private final PipelineTransactions transactions;
    private final ConsumerMetrics metrics;
    private final Clock clock;
    private final String service;
    private Producer<String, byte[]> producer;

    DeadLetters(RelayProducer producers, PipelineTransactions transactions, ConsumerMetrics metrics, Clock clock,
            @ConfigProperty(name = "zhixing.service") String service) {
        this.producers = producers;
        this.transactions = transactions;
        this.metrics = metrics;
        this.clock = clock;
        this.service = service;
    }

    /** Returns when the broker has acknowledged it; waits in place while the broker is away. */
    void keep(String consumer, ConsumerRecord<String, byte[]> record, UndecodableRecord fault) {
        LOG.errorf("%s: no event at %s-%d offset %d: %s", consumer, record.topic(), record.partition(), record.offset(),
                fault.getMessage());
        var letter = letter(consumer, record, fault, record.value());
        while (!isKept(letter)) {
            transactions.rest(PAUSE_MILLIS);
        }
        metrics.deadLettered(consumer, fault.reason());
    }

    /** Whatever the client throws passes with the broker's return: what escaped would end the channel for good, unseen. */
    private synchronized boolean isKept(ProducerRecord<String, byte[]> letter) {
        try {
            if (producer == null) {
                producer = producers.open(LARGE);
            }
            var answer = producer.send(letter);
            producer.flush();
            answer.get();
            return true;
        } catch (InterruptedException | InterruptException stopping) {
            Thread.currentThread().interrupt();
            throw new PipelineTransactions.Stopped(stopping);
        } catch (ExecutionException | KafkaException refused) {
            if (refused.getCause() instanceof RecordTooLargeException && letter.value() != null) {
                letter.headers().add("dl_bytes", bytes(letter.value().length));
                return isKept(new ProducerRecord<>(letter.topic(), letter.partition(), letter.key(), null,
                        letter.headers()));
            }
            LOG.warnf("Dead letter waits: %s", refused.getMessage());
            close();
            return false;
        }
    }

    private ProducerRecord<String, byte[]> letter(String consumer, ConsumerRecord<String, byte[]> record,
            UndecodableRecord fault, byte[] value) {
        var letter = new ProducerRecord<>(record.topic() + ".dead-letter." + service, record.partition(), record.key(),
                value, record.headers());
        letter.headers().add("dl_topic", bytes(record.topic())).add("dl_partition", bytes(record.partition()))
                .add("dl_offset", bytes(record.offset())).add("dl_consumer", bytes(consumer))
                .add("dl_reason", bytes(fault.reason())).add("dl_detail", bytes(fault.detail()))
                .add("dl_time", bytes(Instant.now(clock)));
        return letter;
    }

    private static byte[] bytes(Object value) {
        return value.toString().getBytes(StandardCharsets.UTF_8);
    }

    @PreDestroy
    synchronized void close() {
        var left = producer;
        producer = null;
        if (left != null) {
            try {
                left.close();
            } catch (KafkaException failure) {
                LOG.warnf("A producer of dead letters was left: %s", failure.getMessage());
            }
        }
    }
}
