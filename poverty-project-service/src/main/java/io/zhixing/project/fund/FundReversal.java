package io.zhixing.project.fund;

import java.time.LocalDate;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.transition.StepHistory;
import io.zhixing.project.ledger.Journal;
import io.zhixing.project.ledger.Ledger;

/** Reverses what a fund source brought or gave to a county: its document states nothing any more, and the right one may be entered. */
@RequestScoped
public class FundReversal {

    private final FundSources sources;
    private final FundAllocations allocations;
    private final Ledger ledger;
    private final StepHistory history;
    private final Outbox outbox;

    FundReversal(FundSources sources, FundAllocations allocations, Ledger ledger, StepHistory history,
            Outbox outbox) {
        this.sources = sources;
        this.allocations = allocations;
        this.ledger = ledger;
        this.history = history;
        this.outbox = outbox;
    }

    /** @param journal that brought a source's money in; the number of its reversal is answered */
    public long appropriation(Journal journal, LocalDate on, String reason) {
        var source = sources.held(journal.toAccount()).orElseThrow(PlatformProblems.NOT_FOUND::about);
        long reversal = ledger.reverse(journal.id(), on, reason);
        var step = MoveFundSource.reversing(source.state());
        source.reversed(on);
        sources.flush();
        ledger.close(source.id());
        history.add(FundSource.RESOURCE, source.id(), source.version(), source.path(), step, on, reason);
        outbox.append(source.changed(), source.path());
        return reversal;
    }

    /** @param journal that gave a county its part; the number of its reversal is answered */
    public long allocation(Journal journal, LocalDate on, String reason) {
        long reversal = ledger.reverse(journal.id(), on, reason);
        var allocation = allocations.restated(journal.toAccount()).orElseThrow(PlatformProblems.NOT_FOUND::about);
        outbox.append(allocation.reversed(on), allocation.path());
        return reversal;
    }
}
