package io.zhixing.project.fund;

import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.LockModeType;

import io.zhixing.platform.access.Access;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.project.ProjectProblems;
import io.zhixing.project.Roles;
import io.zhixing.project.ledger.Ledger;

/** Gives part of an active source to a county. The source's account decides whether there is enough. */
@RequestScoped
public class AllocateFunds {

    private final Access access;
    private final FundSources sources;
    private final FundAllocations allocations;
    private final Ledger ledger;
    private final Outbox outbox;

    AllocateFunds(Access access, FundSources sources, FundAllocations allocations, Ledger ledger, Outbox outbox) {
        this.access = access;
        this.sources = sources;
        this.allocations = allocations;
        this.ledger = ledger;
        this.outbox = outbox;
    }

    public FundAllocation handle(FundAllocation.Facts facts) {
        // Held so that a freeze and an allocation wait for one another.
        var source = sources.findByIdOptional(facts.sourceId(), LockModeType.PESSIMISTIC_READ)
                .orElseThrow(() -> new ProblemException(List.of(PlatformProblems.REFERENCE_UNKNOWN
                        .at(Place.pointer("/fundSourceId"), facts.sourceId()))));
        access.require(source.path(), Roles.FUND_CASHIER, Roles.SYSTEM_CLIENT);
        var receiver = access.locate(facts.organizationId().toString(), Place.pointer("/organizationId"));
        if (source.state() != FundSource.FundSourceState.ACTIVE) {
            throw ProjectProblems.SOURCE_NOT_PAYABLE.about();
        }
        if (facts.on().isBefore(source.stateOn())) {
            throw ProjectProblems.STEP_OUT_OF_ORDER.about();
        }
        var allocation = new FundAllocation(facts, source, receiver.path());
        allocations.persistAndFlush(allocation);
        ledger.allocate(facts.sourceId(), allocation.id(), facts.amountFen(), facts.on());
        outbox.append(allocation.changed(), allocation.path());
        return allocation;
    }
}
