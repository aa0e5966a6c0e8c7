package io.zhixing.organization.group;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.group.PartyGroup.GroupState;
import io.zhixing.organization.structure.OrganizationHoldings;
import io.zhixing.organization.structure.Seat;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.transition.StepHistory;

/** Party groups of a branch that ends, is merged or is no branch any more: they end with it, since its members have left them. */
@RequestScoped
class GroupHoldings implements OrganizationHoldings {

    private final PartyGroups groups;
    private final StepHistory history;
    private final Outbox outbox;

    GroupHoldings(PartyGroups groups, StepHistory history, Outbox outbox) {
        this.groups = groups;
        this.history = history;
        this.outbox = outbox;
    }

    @Override
    public Optional<ProblemException> againstEnd(UUID organizationId) {
        return Optional.empty();
    }

    @Override
    public Optional<LocalDate> endedLast(UUID organizationId) {
        return groups.closedLast(organizationId);
    }

    @Override
    public void handOver(Seat merged, Seat successor, LocalDate on) {
        end(merged, on);
    }

    @Override
    public void end(Seat branch, LocalDate on) {
        var open = groups.openIn(branch.id());
        open.forEach(group -> {
            if (!on.isAfter(group.formedOn())) {
                throw OrganizationProblems.DAYS_INCONSISTENT.about(on, group.formedOn().plusDays(1));
            }
            group.close(on);
        });
        groups.flush();
        var step = MoveGroup.STEPS.named(GroupState.OPEN, "close");
        history.addAll(PartyGroup.RESOURCE,
                open.stream()
                        .map(group -> new StepHistory.Entry(group.id(), group.version(), branch.path(), step, on, null))
                        .toList());
        outbox.appendAll(open.stream().map(group -> group.changed(on)).toList(), branch.path());
    }
}
