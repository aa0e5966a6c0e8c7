package io.zhixing.project.recovery;

import java.time.LocalDate;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.transition.StepHistory;
import io.zhixing.project.ledger.Journal;
import io.zhixing.project.ledger.Ledger;

/** Reverses one level of a recovery: its money is below again, and the recovery says whether in part or whole. */
@RequestScoped
public class RecoveryReversal {

    private final Recoveries recoveries;
    private final Ledger ledger;
    private final StepHistory history;
    private final Outbox outbox;

    RecoveryReversal(Recoveries recoveries, Ledger ledger, StepHistory history, Outbox outbox) {
        this.recoveries = recoveries;
        this.ledger = ledger;
        this.history = history;
        this.outbox = outbox;
    }

    /** @param journal of a recovery; the number of its reversal is answered */
    public long handle(Journal journal, LocalDate on, String reason) {
        var recovery = recoveries.held(journal.recoveryId()).orElseThrow(PlatformProblems.NOT_FOUND::about);
        long reversal = ledger.reverse(journal.id(), on, reason);
        var step = MoveRecovery.reversing(recovery.state(), recoveries.isAnyLevelStanding(recovery.id()));
        recoveries.reversed(recovery, step.to(), on);
        history.add(Recovery.RESOURCE, recovery.id(), recovery.version(), recovery.path(), step, on, reason);
        outbox.append(recovery.changed(), recovery.path());
        return reversal;
    }
}
