package io.zhixing.platform.inbox;

import java.sql.SQLException;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.StartupEvent;

/**
 * What operators watch of each consumer: {@code events_applied_total}, {@code events_skipped_total},
 * {@code events_parked_total}, {@code events_dead_lettered_total} and {@code parked_keys}. Labels are names of consumers
 * and reasons alone: what a record says of itself is not trusted, and would make a label for each value.
 */
@Singleton
class ConsumerMetrics {

    private final MeterRegistry metrics;
    private final AgroalDataSource database;
    private final Instance<EventConsumer> consumers;

    ConsumerMetrics(MeterRegistry metrics, @DataSource("pipeline") AgroalDataSource database,
            Instance<EventConsumer> consumers) {
        this.metrics = metrics;
        this.database = database;
        this.consumers = consumers;
    }

    void watch(@Observes StartupEvent started) {
        consumers.forEach(consumer -> Gauge.builder("parked_keys", consumer.name(), this::parkedKeys)
                .description("Keys whose events wait").tag("consumer", consumer.name()).strongReference(true)
                .register(metrics));
    }

    void applied(String consumer, Effects.Applied done) {
        metrics.counter("events_applied", "consumer", consumer).increment(done.applied());
        metrics.counter("events_skipped", "consumer", consumer).increment(done.skipped());
    }

    void parked(String consumer, ParkReason reason) {
        metrics.counter("events_parked", "consumer", consumer, "reason", reason.name()).increment();
    }

    void deadLettered(String consumer, UndecodableRecord.Reason reason) {
        metrics.counter("events_dead_lettered", "consumer", consumer, "reason", reason.name()).increment();
    }

    /** Counted when it is asked for, since another instance may have parked or released; no number while the database is away. */
    private double parkedKeys(String consumer) {
        try (var connection = database.getConnection()) {
            return ParkedEvents.countOfKeys(connection, consumer);
        } catch (SQLException away) {
            return Double.NaN;
        }
    }
}
