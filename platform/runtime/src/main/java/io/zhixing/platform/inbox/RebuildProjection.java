package io.zhixing.platform.inbox;

import java.sql.SQLException;
import java.util.List;

import jakarta.inject.Singleton;

import io.zhixing.platform.audit.AuditNote;
import io.zhixing.platform.audit.AuditTrail;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;

/** Drops what a consumer has projected and reads its topic again, as an operator asks when rows are wrong. Audited. */
@Singleton
class RebuildProjection {

    private final EventConsumers consumers;
    private final PipelineTransactions transactions;
    private final Replay replay;
    private final AuditTrail trail;

    RebuildProjection(EventConsumers consumers, PipelineTransactions transactions, Replay replay, AuditTrail trail) {
        this.consumers = consumers;
        this.transactions = transactions;
        this.replay = replay;
        this.trail = trail;
    }

    /** Returns when the rows are gone and the reading has begun. {@code VALUE_INVALID} for what cannot be rebuilt, {@code REBUILD_RUNNING}. */
    void handle(String name) {
        var consumer = consumers.named(name).filter(one -> !one.projection().isEmpty())
                .orElseThrow(() -> new ProblemException(List.of(PlatformProblems.VALUE_INVALID
                        .at(Place.pointer("/consumer"), String.join("|", consumers.names())))));
        try {
            transactions.once(name, connection -> {
                Inbox.Gate.ALONE.pass(connection, name);
                if (Rebuilds.isRunning(connection, name)) {
                    throw PlatformProblems.REBUILD_RUNNING.about(name);
                }
                Rebuilds.begin(connection, consumer);
                trail.within(connection, AuditNote.of("projection-rebuilt").about("event-consumers", null));
                return null;
            });
        } catch (SQLException away) {
            throw new IllegalStateException(away);
        }
        replay.start(consumer);
    }
}
