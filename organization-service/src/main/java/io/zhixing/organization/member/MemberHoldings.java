package io.zhixing.organization.member;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.structure.OrganizationHoldings;
import io.zhixing.organization.structure.Seat;
import io.zhixing.platform.problem.ProblemException;

/** Members of an organization that ends: none may be left on its roll. */
@RequestScoped
class MemberHoldings implements OrganizationHoldings {

    private final Members members;

    MemberHoldings(Members members) {
        this.members = members;
    }

    @Override
    public Optional<ProblemException> againstEnd(UUID organizationId, LocalDate on) {
        return members.areOnRollOf(organizationId)
                ? Optional.of(OrganizationProblems.ORGANIZATION_HAS_MEMBERS.about())
                : Optional.empty();
    }

    @Override
    public void handOver(Seat merged, Seat successor, LocalDate on) {
        againstEnd(merged.id(), on).ifPresent(held -> {
            throw held;
        });
    }
}
