package io.zhixing.organization.term;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.structure.OrganizationHoldings;
import io.zhixing.organization.structure.Seat;
import io.zhixing.organization.term.CommitteeTerm.TermState;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.transition.StepHistory;

/**
 * The term of an organization that ends: it is ended before, or with the merger. The successor goes on with it unless a term of
 * its own ran on that day or later: an organization has one committee. Who held posts by it holds none there before he is given one.
 */
@RequestScoped
class TermHoldings implements OrganizationHoldings {

    private final Terms terms;
    private final StepHistory history;
    private final Outbox outbox;

    TermHoldings(Terms terms, StepHistory history, Outbox outbox) {
        this.terms = terms;
        this.history = history;
        this.outbox = outbox;
    }

    @Override
    public Optional<ProblemException> againstEnd(UUID organizationId) {
        return terms.isRunning(organizationId)
                ? Optional.of(OrganizationProblems.ORGANIZATION_HAS_TERM.about())
                : Optional.empty();
    }

    @Override
    public Optional<LocalDate> endedLast(UUID organizationId) {
        return terms.endedLast(organizationId);
    }

    @Override
    public void handOver(Seat merged, Seat successor, LocalDate on) {
        terms.running(merged.id()).ifPresent(term -> {
            if (!on.isAfter(term.heldFrom())) {
                throw OrganizationProblems.DAYS_INCONSISTENT.about(on, term.heldFrom().plusDays(1));
            }
            term.end(on);
            terms.flush();
            history.add(CommitteeTerm.RESOURCE, term.id(), term.version(), merged.path(),
                    MoveTerm.STEPS.named(TermState.OPEN, "end"), on, null);
            outbox.append(term.changed(on), merged.path());
            if (!terms.ranSince(successor.id(), on)) {
                var next = term.goingOn(successor.id(), terms.newestNumber(successor.id()) + 1, on);
                terms.takeOver(next);
                outbox.append(next.changed(on), successor.path());
            }
        });
    }
}
