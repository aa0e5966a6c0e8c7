package io.zhixing.platform.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import io.zhixing.platform.inbox.PipelineTransactions.Stopped;
import io.zhixing.platform.inbox.ReceivedEvents.UnreadableEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * Applies a batch of events with their inbox rows and version marks in one transaction. What passes (database away, a
 * lock) is retried in place, so that order is kept; what does not pass is found by repeating the batch singly and is
 * parked with everything behind it of the same key, while other keys flow on; so is an event before which a version is
 * missing, until that comes. What is no event goes to the dead letters. The offset is committed by the caller after this
 * returns. Decisions: docs/adr/0014.
 */
@Singleton
public class EventPipeline {

    private static final Logger LOG = Logger.getLogger(EventPipeline.class);
    private static final Duration QUIET = Duration.ofMillis(200);

    private final PipelineTransactions transactions;
    private final Effects effects;
    private final WaitingKeys waitingKeys;
    private final DeadLetters deadLetters;
    private final ConsumerMetrics metrics;
    private final Hands hands = new Hands();

    EventPipeline(PipelineTransactions transactions, Effects effects, WaitingKeys waitingKeys, DeadLetters deadLetters,
            ConsumerMetrics metrics) {
        this.transactions = transactions;
        this.effects = effects;
        this.waitingKeys = waitingKeys;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
    }

    /** An event with the record that it came in. */
    private record Arrival(ConsumerRecord<String, byte[]> record, ReceivedEvent event) {}

    /** What a batch has done, counted when it is committed. */
    private record Done(Effects.Applied applied, Turns turns) {}

    public void receive(EventConsumer consumer, ConsumerRecords<String, byte[]> records) {
        receive(consumer, records, Inbox.Gate.BESIDE_OTHERS);
    }

    /**
     * Returns when no batch has been in hand for a moment, or else {@code false} after the patience: a batch that was
     * fetched before may still be on its way.
     */
    boolean awaitIdle(Duration patience) throws InterruptedException {
        return hands.awaitRest(QUIET, patience);
    }

    void receive(EventConsumer consumer, Iterable<ConsumerRecord<String, byte[]>> records, Inbox.Gate gate) {
        hands.take();
        try {
            apply(consumer, arrivals(consumer, records), gate);
        } finally {
            hands.lay();
        }
    }

    private List<Arrival> arrivals(EventConsumer consumer, Iterable<ConsumerRecord<String, byte[]>> records) {
        var arrivals = new ArrayList<Arrival>();
        for (var record : records) {
            try {
                arrivals.add(new Arrival(record, ReceivedEvent.of(record)));
            } catch (UndecodableRecord noEvent) {
                deadLetters.keep(consumer.name(), record, noEvent);
            }
        }
        return arrivals;
    }

    private void apply(EventConsumer consumer, List<Arrival> arrivals, Inbox.Gate gate) {
        if (arrivals.isEmpty()) {
            return;
        }
        var events = arrivals.stream().map(Arrival::event).toList();
        try {
            var done = transactions.untilItPasses(consumer.name(),
                    connection -> attempt(connection, consumer, events, gate));
            count(consumer, done);
            done.turns().waitingKeys().forEach(key -> waitingKeys.heal(consumer, key, gate));
        } catch (Stopped stopped) {
            throw stopped;
        } catch (UnreadableEvent unreadable) {
            apply(consumer, without(unreadable, consumer, arrivals), gate);
        } catch (RuntimeException | SQLException lasting) {
            if (arrivals.size() > 1) {
                arrivals.forEach(one -> apply(consumer, List.of(one), gate));
            } else {
                park(consumer, events.get(0), lasting, gate);
            }
        }
    }

    private Done attempt(Connection connection, EventConsumer consumer, List<ReceivedEvent> events, Inbox.Gate gate)
            throws SQLException {
        var name = consumer.name();
        gate.pass(connection, name);
        var fresh = Inbox.firstTime(connection, name, events);
        // Of all, not of the fresh ones alone: a key that was left between a gap's end and its healing is healed now.
        var turns = Turns.of(fresh, VersionMarks.of(connection, name, events));
        VersionMarks.raise(connection, name, turns.seen());
        var applied = effects.apply(connection, consumer, turns.applicable());
        ParkedEvents.park(connection, name, turns.parked());
        Inbox.progress(connection, name, events);
        return new Done(applied, turns);
    }

    private void count(EventConsumer consumer, Done done) {
        metrics.applied(consumer.name(), done.applied());
        effects.log(consumer, done.turns().applicable());
        done.turns().parked().forEach(one -> {
            metrics.parked(consumer.name(), one.reason());
            LOG.warnf("%s parks %s version %d of %s: %s %s", consumer.name(), one.event().id(), one.event().version(),
                    one.event().aggregateId(), one.reason(), one.sentence());
        });
    }

    /** The others of the batch, once the broker has the dead letter. */
    private List<Arrival> without(UnreadableEvent unreadable, EventConsumer consumer, List<Arrival> arrivals) {
        var dead = Set.of(unreadable.event().id());
        arrivals.stream().filter(one -> dead.contains(one.event().id()))
                .forEach(one -> deadLetters.keep(consumer.name(), one.record(),
                        new UndecodableRecord(UndecodableRecord.Reason.PAYLOAD_UNREADABLE, unreadable.place())));
        return arrivals.stream().filter(one -> !dead.contains(one.event().id())).toList();
    }

    private void park(EventConsumer consumer, ReceivedEvent event, Exception reason, Inbox.Gate gate) {
        LOG.errorf(reason, "%s parks %s of %s", consumer.name(), event.id(), event.aggregateId());
        var refused = Effects.refused(event, reason);
        try {
            transactions.untilItPasses(consumer.name(), connection -> {
                gate.pass(connection, consumer.name());
                Inbox.firstTime(connection, consumer.name(), List.of(event));
                ParkedEvents.park(connection, consumer.name(), List.of(refused));
                return null;
            });
        } catch (SQLException defect) {
            throw new IllegalStateException(defect);
        }
        metrics.parked(consumer.name(), refused.reason());
    }
}
