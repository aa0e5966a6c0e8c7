package io.zhixing.organization.election;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.structure.OrganizationHoldings;
import io.zhixing.organization.structure.Seat;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.transition.StepHistory;

/**
 * The election of an organization that ends. Its superior confirms or voids it before the organization is dissolved; a merger
 * voids it, since the successor has its own committee.
 */
@RequestScoped
class ElectionHoldings implements OrganizationHoldings {

    private static final String MERGED = "随组织合并作废 Voided with the merger";

    private final Elections elections;
    private final StepHistory history;

    ElectionHoldings(Elections elections, StepHistory history) {
        this.elections = elections;
        this.history = history;
    }

    @Override
    public Optional<ProblemException> againstEnd(UUID organizationId) {
        return elections.openIn(organizationId).map(open -> OrganizationProblems.ELECTION_ALREADY_OPEN.about());
    }

    @Override
    public Optional<LocalDate> endedLast(UUID organizationId) {
        return elections.endedLast(organizationId);
    }

    @Override
    public void handOver(Seat merged, Seat successor, LocalDate on) {
        elections.openIn(merged.id()).ifPresent(open -> {
            if (on.isBefore(open.steppedOn())) {
                throw OrganizationProblems.DAYS_INCONSISTENT.about(on, open.steppedOn());
            }
            var step = ElectionSteps.STEPS.named(open.state(), "void");
            open.annul(MERGED);
            open.reach(step.to(), on);
            elections.flush();
            history.add(TermElection.RESOURCE, open.id(), open.version(), merged.path(), step, on, MERGED);
        });
    }
}
