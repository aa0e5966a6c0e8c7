package io.zhixing.platform.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.StartupEvent;

/**
 * What operators watch of the relay: {@code outbox_unsent}, {@code outbox_oldest_age_seconds} and
 * {@code relay_lease_changes_total}. What waits is counted when it is asked for: the relay reads but a batch, and one that
 * hangs would show its last reading for ever.
 */
@Singleton
class RelayMetrics {

    /** Beyond it nobody needs the number, and counting would take seconds. */
    private static final int MOST = 1_000_000;

    private final MeterRegistry metrics;
    private final AgroalDataSource database;
    private final Counter leaseChanges;
    private Map<Short, Long> held = Map.of();

    RelayMetrics(MeterRegistry metrics, @DataSource("pipeline") AgroalDataSource database) {
        this.metrics = metrics;
        this.database = database;
        this.leaseChanges = Counter.builder("relay_lease_changes").description("Shards that this instance took anew")
                .register(metrics);
    }

    void watch(@Observes StartupEvent started) {
        Gauge.builder("outbox_unsent", this, one -> one.ask(connection -> OutboxTable.count(connection, MOST)))
                .description("Events not yet acknowledged by the broker, of all instances").register(metrics);
        Gauge.builder("outbox_oldest_age_seconds", this, one -> one.ask(OutboxTable::oldestAgeSeconds))
                .description("Age of the oldest unsent event").register(metrics);
    }

    /** What the relay holds now: a shard under another epoch than before has changed hands meanwhile. The relay's thread alone asks. */
    void holds(Map<Short, Long> shards) {
        leaseChanges.increment(shards.entrySet().stream()
                .filter(shard -> !shard.getValue().equals(held.get(shard.getKey()))).count());
        held = shards;
    }

    @FunctionalInterface
    private interface Question {

        double on(Connection connection) throws SQLException;
    }

    /** No number while the database is away. */
    private double ask(Question question) {
        try (var connection = database.getConnection()) {
            return question.on(connection);
        } catch (SQLException away) {
            return Double.NaN;
        }
    }
}
