package io.zhixing.platform.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.zhixing.platform.problem.DatabaseProblems;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * Applies a batch of events with their inbox rows in one transaction. What passes (database away, a lock) is retried in
 * place, so that order is kept; what does not pass is found by repeating the batch singly and is parked with everything
 * behind it of the same key, while other keys flow on. The offset is committed by the caller after this returns.
 */
@Singleton
public class EventPipeline {

    private static final Logger LOG = Logger.getLogger(EventPipeline.class);
    private static final long LONGEST_PAUSE_MILLIS = 60_000;

    private final AgroalDataSource database;
    private final ObjectMapper json;

    EventPipeline(@DataSource("pipeline") AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);   // publishers may add fields
    }

    /** What a consumer does with news, on the connection and in the transaction it is given. */
    @FunctionalInterface
    public interface Effect {

        void apply(Connection connection, ReceivedEvents events) throws SQLException;
    }

    /** @param consumer stable name of the consumer: the inbox is kept under it */
    public void inOneTransaction(String consumer, ConsumerRecords<String, byte[]> records, Effect effect) {
        var events = new ArrayList<ReceivedEvent>();
        records.forEach(record -> ReceivedEvent.of(record).ifPresentOrElse(events::add,
                () -> LOG.errorf("%s: no event at %s-%d offset %d", consumer, record.topic(), record.partition(),
                        record.offset())));
        if (!events.isEmpty()) {
            apply(consumer, events, effect);
        }
    }

    private void apply(String consumer, List<ReceivedEvent> events, Effect effect) {
        try {
            untilItPasses(consumer, () -> attempt(consumer, events, effect));
        } catch (Stopped stopped) {
            throw stopped;   // the events were not applied: they come again after the next start
        } catch (RuntimeException | SQLException lasting) {
            if (events.size() > 1) {
                events.forEach(event -> apply(consumer, List.of(event), effect));
            } else {
                park(consumer, events.get(0), lasting);
            }
        }
    }

    private void attempt(String consumer, List<ReceivedEvent> events, Effect effect) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var fresh = Inbox.firstTime(connection, consumer, events);
                var parked = Inbox.parkedKeys(connection, consumer, fresh);
                for (var event : fresh) {
                    if (parked.contains(event.aggregateId())) {
                        Inbox.park(connection, consumer, event, "BEHIND_PARKED");
                    }
                }
                var applicable = fresh.stream().filter(event -> !parked.contains(event.aggregateId())).toList();
                if (!applicable.isEmpty()) {
                    effect.apply(connection, new ReceivedEvents(applicable, json));
                }
                Inbox.progress(connection, consumer, events);
                connection.commit();
                log(consumer, applicable);
            } catch (SQLException | RuntimeException failure) {
                connection.rollback();
                throw failure;
            }
        }
    }

    private void park(String consumer, ReceivedEvent event, Exception reason) {
        LOG.errorf(reason, "%s parks %s of %s", consumer, event.id(), event.aggregateId());
        try {
            untilItPasses(consumer, () -> {
                try (var connection = database.getConnection()) {
                    connection.setAutoCommit(false);
                    Inbox.firstTime(connection, consumer, List.of(event));
                    Inbox.park(connection, consumer, event, reason.getClass().getSimpleName());
                    connection.commit();
                }
            });
        } catch (SQLException defect) {
            throw new IllegalStateException(defect);
        }
    }

    private void untilItPasses(String consumer, Attempt attempt) throws SQLException {
        for (long pause = 100;; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
            try {
                attempt.run();
                return;
            } catch (SQLException | RuntimeException failure) {
                if (!DatabaseProblems.isMomentary(failure)) {
                    throw failure;
                }
                LOG.warnf("%s waits %d ms: %s", consumer, pause, failure.getMessage());
                rest(pause);
            }
        }
    }

    private void rest(long millis) {
        try {
            synchronized (this) {
                wait(millis);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Stopped(stopping);
        }
    }

    /** One trace id from the first call to another service's log. */
    private static void log(String consumer, List<ReceivedEvent> applied) {
        if (LOG.isDebugEnabled() && !applied.isEmpty()) {
            var traces = new StringJoiner(" ");
            applied.forEach(
                    event -> traces.add(event.name() + " " + event.aggregateId() + " trace=" + event.traceparent()));
            LOG.debugf("%s applied %s", consumer, traces);
        }
    }

    /** The service stops while a batch waits for the database. */
    private static final class Stopped extends RuntimeException {

        Stopped(InterruptedException cause) {
            super(cause);
        }
    }

    @FunctionalInterface
    private interface Attempt {

        void run() throws SQLException;
    }
}
