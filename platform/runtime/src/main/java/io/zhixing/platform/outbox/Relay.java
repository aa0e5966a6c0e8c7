package io.zhixing.platform.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.zhixing.platform.time.Ids;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Sends what stands in the outbox, in order per aggregate, at least once. One thread; woken by NOTIFY, and twice a
 * second by itself, because a notification can be lost while the listener reconnects. The broker being away fails no
 * write: rows wait.
 */
@Singleton
public class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final int BATCH = 500;
    /** Of payloads, beside one event more: what a relay holds in memory, several times over. */
    private static final int BATCH_BYTES = 8_000_000;
    private static final int MOST_BYTES_A_CHARACTER = 3;
    private static final int POLL_MILLIS = 500;
    private static final Duration LEASE = Duration.ofSeconds(10);
    /** An attempt without a broker takes {@link RelayProducer}'s eight seconds by itself; a longer pause only delays what waits when it is back. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final AgroalDataSource pipeline;
    private final Instance<PublishedEvents> published;
    private final RelayProducer producers;
    private final RelayMetrics metrics;
    private final String source;
    private final Duration gather;
    private final UUID owner = Ids.next();
    private final Thread thread = new Thread(this::run, "outbox-relay");
    private volatile boolean stopping;

    /**
     * @param gather how long what comes behind a batch is gathered before the next one: zero, or a tenth of a second while a city
     *               is loaded, when each batch costs every consumer a transaction
     */
    Relay(@DataSource("pipeline") AgroalDataSource pipeline, Instance<PublishedEvents> published,
            RelayProducer producers, RelayMetrics metrics, @ConfigProperty(name = "zhixing.service") String service,
            @ConfigProperty(name = "zhixing.relay.gather") Duration gather) {
        this.pipeline = pipeline;
        this.published = published;
        this.producers = producers;
        this.metrics = metrics;
        this.source = "/" + service;
        this.gather = gather;
    }

    void start(@Observes StartupEvent started) {
        if (published.isResolvable()) {
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Before the scheduled work ends, and after the last call: what calls have written is sent as far as time allows. */
    void stop(@Observes @Priority(100) ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        thread.join(Duration.ofSeconds(5).toMillis());
    }

    private void run() {
        var pause = Duration.ZERO;
        while (!stopping) {
            try (var connection = pipeline.getConnection(); var producer = producers.open()) {
                relay(connection, producer);
            } catch (SQLException | ExecutionException | RuntimeException | Error failure) {
                // Whatever it was, nothing is lost: the rows are still there and are read anew. Of an error of the JVM the
                // thread would die without a word, and nothing would leave the service any more.
                pause = pause.isZero() ? Duration.ofMillis(200) : pause.multipliedBy(2);
                pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
                LOG.warnf("Relay pauses %d ms: %s", pause.toMillis(), failure);
                rest(pause);
                continue;
            } catch (InterruptedException asked) {
                return;
            }
            pause = Duration.ZERO;
        }
    }

    private void relay(Connection connection, Producer<String, byte[]> producer)
            throws SQLException, ExecutionException, InterruptedException {
        try (var listen = connection.createStatement()) {
            listen.execute("listen outbox");
        }
        var notifications = connection.unwrap(PGConnection.class);
        try {
            while (!stopping) {
                var shards = OutboxTable.lease(connection, owner, LEASE);
                metrics.holds(shards);
                var rows = OutboxTable.unsent(connection, shards, BATCH, BATCH_BYTES);
                var batch = oneOfEachKey(rows);
                send(connection, producer, shards, batch);
                if (!gather.isZero() && !batch.isEmpty()) {
                    rest(gather);
                }
                if (rows.size() == batch.size() && !mayLeaveOthers(rows)) {
                    notifications.getNotifications(POLL_MILLIS);
                }
            }
        } finally {
            if (!connection.isClosed()) {
                OutboxTable.handBack(connection, owner);
                stopListening(connection);
            }
        }
    }

    private static boolean mayLeaveOthers(List<UnsentEvent> rows) {
        return rows.size() == BATCH || rows.stream().mapToLong(row -> row.payload().length()).sum()
                * MOST_BYTES_A_CHARACTER >= BATCH_BYTES;
    }

    /** The connection goes back to the pool; left listening it would gather notifications that nobody reads. */
    private static void stopListening(Connection connection) throws SQLException {
        try (var unlisten = connection.createStatement()) {
            unlisten.execute("unlisten *");
        }
    }

    /** Only the oldest row of each key: the next one may go when this one is acknowledged. */
    private static List<UnsentEvent> oneOfEachKey(List<UnsentEvent> rows) {
        var keys = new HashSet<String>();
        return rows.stream().filter(row -> keys.add(row.aggregateId())).toList();
    }

    private void send(Connection connection, Producer<String, byte[]> producer, Map<Short, Long> shards,
            List<UnsentEvent> batch)
            throws SQLException, ExecutionException, InterruptedException {
        if (batch.isEmpty()) {
            return;
        }
        var topics = published.get();
        sendAll(producer, batch.stream().map(event -> event.toRecord(topics.topicOf(event.name()), source)).iterator());
        OutboxTable.remove(connection, owner, shards, batch);
    }

    /**
     * Returns when the broker has them all. What the producer cannot even take ends it at once: without a broker each of
     * them would first be waited for.
     */
    static void sendAll(Producer<String, byte[]> producer, Iterator<ProducerRecord<String, byte[]>> records)
            throws ExecutionException, InterruptedException {
        var answers = new ArrayList<Future<RecordMetadata>>();
        while (records.hasNext()) {
            var answer = producer.send(records.next());
            if (answer.isDone()) {
                answer.get();
            }
            answers.add(answer);
        }
        producer.flush();
        for (var answer : answers) {
            answer.get();
        }
    }

    private void rest(Duration pause) {
        try {
            synchronized (this) {
                wait(pause.toMillis());
            }
        } catch (InterruptedException asked) {
            stopping = true;
        }
    }
}
