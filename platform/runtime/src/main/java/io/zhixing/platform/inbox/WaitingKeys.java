package io.zhixing.platform.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

import jakarta.inject.Singleton;

import io.zhixing.platform.inbox.ParkedEvents.Parked;
import io.zhixing.platform.inbox.PipelineTransactions.Stopped;
import io.zhixing.platform.inbox.PipelineTransactions.Trying;
import io.zhixing.platform.problem.DatabaseProblems;
import org.jboss.logging.Logger;

/**
 * Applies parked events of a key once they have their turn, in the order of their versions, each in one transaction with
 * its mark. It does so by itself when a gap is closed, and with refused ones too when an operator asks.
 */
@Singleton
class WaitingKeys {

    private static final Logger LOG = Logger.getLogger(WaitingKeys.class);
    private static final int BATCH = 500;

    private final PipelineTransactions transactions;
    private final Effects effects;
    private final ConsumerMetrics metrics;

    WaitingKeys(PipelineTransactions transactions, Effects effects, ConsumerMetrics metrics) {
        this.transactions = transactions;
        this.effects = effects;
        this.metrics = metrics;
    }

    /** What else belongs into a transaction that has applied so many events. */
    @FunctionalInterface
    interface Beside {

        void write(Connection connection, int applied) throws SQLException;
    }

    /** What a trial needs to know. */
    private record Trial(EventConsumer consumer, String key, boolean refusedToo, Inbox.Gate gate, Trying trying,
            Beside beside) {}

    /** By itself, beside other batches. */
    void heal(EventConsumer consumer, String key, Inbox.Gate gate) {
        try {
            long applied = follow(new Trial(consumer, key, false, gate, transactions::untilItPasses,
                    (connection, some) -> {}));
            if (applied > 0) {
                LOG.infof("%s: %d parked events of %s applied", consumer.name(), applied, key);
            }
        } catch (SQLException defect) {
            throw new IllegalStateException(defect);
        }
    }

    /** For an operator, alone. @return how many events were applied */
    long retry(EventConsumer consumer, String key, Beside beside) throws SQLException {
        return follow(new Trial(consumer, key, true, Inbox.Gate.ALONE, transactions::once, beside));
    }

    /** As many as possible at once, singly behind a refusal, until nothing has its turn or one is refused by itself. */
    private long follow(Trial trial) throws SQLException {
        long applied = 0;
        int most = BATCH;
        for (;;) {
            try {
                int limit = most;
                var some = trial.trying().run(trial.consumer().name(), connection -> step(connection, trial, limit));
                if (some.events() == 0) {
                    return applied;
                }
                metrics.applied(trial.consumer().name(), some);
                applied += some.events();
            } catch (Stopped stopped) {
                throw stopped;
            } catch (RuntimeException | SQLException lasting) {
                if (DatabaseProblems.isMomentary(lasting)) {
                    throw lasting;
                }
                if (most == 1) {
                    refuse(trial, lasting);
                    return applied;
                }
                most = 1;
            }
        }
    }

    private Effects.Applied step(Connection connection, Trial trial, int most) throws SQLException {
        var consumer = trial.consumer();
        trial.gate().pass(connection, consumer.name());
        var due = due(connection, trial, most);
        if (due.isEmpty()) {
            explainFirst(connection, trial);
            return Effects.Applied.NOTHING;
        }
        var done = effects.apply(connection, consumer, due);
        ParkedEvents.release(connection, consumer.name(), due);
        VersionMarks.raise(connection, consumer.name(), VersionMarks.after(due));
        trial.beside().write(connection, due.size());
        return done;
    }

    private static List<ReceivedEvent> due(Connection connection, Trial trial, int most) throws SQLException {
        var consumer = trial.consumer().name();
        var waiting = ParkedEvents.ofKey(connection, consumer, trial.key(), most);
        var marks = VersionMarks.of(connection, consumer, waiting.stream().map(Parked::event).toList());
        var seen = new HashMap<ReceivedEvent.Aggregate, Long>();
        marks.forEach((aggregate, mark) -> seen.put(aggregate, mark.version()));
        var due = new ArrayList<ReceivedEvent>();
        for (var one : waiting) {
            long before = seen.get(one.event().aggregate());
            boolean judged = marks.get(one.event().aggregate()).judged();
            if (!one.reason().heals() && !trial.refusedToo() || judged && one.event().version() > before + 1) {
                break;
            }
            due.add(one.event());
            seen.merge(one.event().aggregate(), one.event().version(), Math::max);
        }
        return due;
    }

    /** The first of the key may have waited behind another and now waits for a version that is missing. */
    private static void explainFirst(Connection connection, Trial trial) throws SQLException {
        var consumer = trial.consumer().name();
        for (var first : ParkedEvents.ofKey(connection, consumer, trial.key(), 1)) {
            var mark = VersionMarks.of(connection, consumer, List.of(first.event())).get(first.event().aggregate());
            var gap = Parked.of(first.event(), ParkReason.GAP,
                    ParkReason.missing(mark.version() + 1, first.event().version() - 1));
            if (mark.judged() && first.event().version() > mark.version() + 1
                    && !first.sentence().equals(gap.sentence())) {
                ParkedEvents.explain(connection, consumer, gap);
            }
        }
    }

    private void refuse(Trial trial, Exception lasting) throws SQLException {
        var consumer = trial.consumer().name();
        LOG.errorf(lasting, "%s refuses a parked event of %s", consumer, trial.key());
        trial.trying().run(consumer, connection -> {
            for (var event : due(connection, trial, 1)) {
                ParkedEvents.explain(connection, consumer, Effects.refused(event, lasting));
            }
            trial.beside().write(connection, 0);
            return null;
        });
    }
}
