package io.zhixing.platform.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.zhixing.platform.audit.AuditNote;
import io.zhixing.platform.audit.AuditTrail;
import io.zhixing.platform.inbox.ParkedEvents.Parked;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;

/**
 * Tries the parked events of one key again, in the order of their versions, as an operator asks who has mended what was
 * wrong. Each transaction that applies some of them has its entry in the audit trail.
 */
@Singleton
class RetryParkedKey {

    private final EventConsumers consumers;
    private final WaitingKeys waitingKeys;
    private final PipelineTransactions transactions;
    private final AuditTrail trail;

    RetryParkedKey(EventConsumers consumers, WaitingKeys waitingKeys, PipelineTransactions transactions,
            AuditTrail trail) {
        this.consumers = consumers;
        this.waitingKeys = waitingKeys;
        this.transactions = transactions;
        this.trail = trail;
    }

    /**
     * What became of the key.
     *
     * @param waiting events still parked
     * @param first the one that stops the others; null when none is parked
     */
    record Retried(long applied, long waiting, Parked first) {}

    /** {@code VALUE_INVALID} when there is no such consumer; nothing parked under the key is no fault. */
    Retried handle(String consumer, UUID aggregateId) {
        var asked = consumers.named(consumer).orElseThrow(() -> new ProblemException(List.of(
                PlatformProblems.VALUE_INVALID.at(Place.pointer("/consumer"), String.join("|", consumers.names())))));
        var key = aggregateId.toString();
        try {
            long applied = waitingKeys.retry(asked, key, (connection, some) -> enter(connection, aggregateId, some));
            return transactions.once(consumer, connection -> {
                if (applied == 0) {
                    enter(connection, aggregateId, 0);
                }
                return new Retried(applied, ParkedEvents.countOfKey(connection, consumer, key),
                        ParkedEvents.ofKey(connection, consumer, key, 1).stream().findFirst().orElse(null));
            });
        } catch (SQLException away) {
            throw new IllegalStateException(away);
        }
    }

    private void enter(Connection connection, UUID aggregateId, int applied) throws SQLException {
        trail.within(connection,
                AuditNote.of("parked-key-retried").about("parked-events", aggregateId).rows(applied));
    }
}
