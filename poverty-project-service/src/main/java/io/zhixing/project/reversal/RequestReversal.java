package io.zhixing.project.reversal;

import java.time.Clock;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.platform.access.Access;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.time.Shanghai;
import io.zhixing.project.Actor;
import io.zhixing.project.ProjectProblems;
import io.zhixing.project.Roles;
import io.zhixing.project.ledger.JournalKind;
import io.zhixing.project.ledger.Journals;

/** Asks for the reversal of a journal; no money moves before another person confirms it. */
@RequestScoped
public class RequestReversal {

    private final Access access;
    private final Journals journals;
    private final ReversalRequests requests;
    private final Actor actor;
    private final Clock clock;

    RequestReversal(Access access, Journals journals, ReversalRequests requests, Actor actor, Clock clock) {
        this.access = access;
        this.journals = journals;
        this.requests = requests;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * {@code NOT_REVERSIBLE} for a reversal, a journal that was reversed, and a payment of which a line came back; {@code
     * RETURN_NOT_REVERSIBLE} for what a return after close moved up; {@code ACCOUNT_CLOSED} where an account takes part in
     * nothing any more.
     */
    public ReversalRequest handle(long journalId, ReversalRequest.Facts facts) {
        var journal = journals.find(journalId).orElseThrow(PlatformProblems.NOT_FOUND::about);
        access.require(journal.office(), Roles.FUND_CASHIER);
        if (journal.isOfReturn()) {
            throw ProjectProblems.RETURN_NOT_REVERSIBLE.about();
        }
        var prospect = journals.prospect(journal);
        if (journal.kind() == JournalKind.REVERSAL || journal.reversedBy() != null || prospect.movedOn()) {
            throw ProjectProblems.NOT_REVERSIBLE.about();
        }
        if (prospect.closed()) {
            throw ProjectProblems.ACCOUNT_CLOSED.about();
        }
        if (facts.on().isAfter(Shanghai.today(clock)) || facts.on().isBefore(journal.occurredOn())) {
            throw ProjectProblems.STEP_OUT_OF_ORDER.about();
        }
        var request = new ReversalRequest(journal, facts, actor.id());
        requests.persistAndFlush(request);
        return request;
    }
}
