package io.zhixing.platform.outbox;

import java.util.HashMap;
import java.util.Map;

import jakarta.inject.Singleton;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Producers that acknowledge nothing they could lose. A new one after every failure: the old one's state is unknown. */
@Singleton
public class RelayProducer {

    private final String servers;

    public RelayProducer(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        this.servers = servers;
    }

    Producer<String, byte[]> open() {
        return open(Map.of());
    }

    /** @param others settings beside those that keep it safe */
    public Producer<String, byte[]> open(Map<String, Object> others) {
        var settings = new HashMap<>(others);
        settings.putAll(Map.of(
                "bootstrap.servers", servers,
                "acks", "all",
                "enable.idempotence", true,
                "max.in.flight.requests.per.connection", 5,
                // Nothing waits for it: who sends flushes behind the last. What was found by one look then goes by one request, and
                // consumers meet it as one batch.
                "linger.ms", 20,
                // Below the relay's lease, and soon enough after the broker's return: a request that a dying or starting broker
                // never answered held everything back for as long as the delivery might take.
                "max.block.ms", 8_000,
                "request.timeout.ms", 4_000,
                "delivery.timeout.ms", 8_000));
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }
}
