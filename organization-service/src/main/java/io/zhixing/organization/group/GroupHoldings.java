package io.zhixing.organization.group;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.structure.OrganizationHoldings;
import io.zhixing.organization.structure.Seat;

/** Party groups of a branch that ends or is no branch any more: they end with it, since its members have left them. */
@RequestScoped
class GroupHoldings implements OrganizationHoldings {

    private final PartyGroups groups;
    private final CloseGroups closeGroups;

    GroupHoldings(PartyGroups groups, CloseGroups closeGroups) {
        this.groups = groups;
        this.closeGroups = closeGroups;
    }

    @Override
    public Optional<LocalDate> endedLast(UUID organizationId) {
        return groups.closedLast(organizationId);
    }

    @Override
    public void handOver(Seat merged, Seat successor, LocalDate on) {
        // with the members, by HandOverGroups
    }

    @Override
    public void end(Seat branch, LocalDate on) {
        closeGroups.handle(groups.openIn(branch.id()), branch.path(), on);
    }
}
