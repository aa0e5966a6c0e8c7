package io.zhixing.organization.dues;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.structure.Organizations;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.time.Shanghai;

/** Proposes an amount for those below an organization: stricter than the national rule and never beyond it. */
@RequestScoped
public class ProposeLocalAmount {

    private final LocalAmounts amounts;
    private final DuesRates rates;
    private final Organizations organizations;
    private final Access access;
    private final Clock clock;

    ProposeLocalAmount(LocalAmounts amounts, DuesRates rates, Organizations organizations, Access access, Clock clock) {
        this.amounts = amounts;
        this.rates = rates;
        this.organizations = organizations;
        this.access = access;
        this.clock = clock;
    }

    LocalAmount handle(LocalAmount.Facts facts) {
        var organization = organizations.findByIdOptional(facts.organizationId())
                .orElseThrow(() -> new ProblemException(List.of(PlatformProblems.REFERENCE_UNKNOWN
                        .at(Place.pointer("/organizationId"), facts.organizationId()))));
        access.require(organization.path(), Roles.OFFICER);
        var national = rates.inForce(facts.category(), 0, facts.effectiveFrom()).orElseThrow(
                () -> new ProblemException(List.of(OrganizationProblems.RATE_UNKNOWN
                        .at(Place.pointer("/effectiveFrom"), facts.effectiveFrom()))));
        new Faults()
                .addIf(!organization.isInPlace(),
                        OrganizationProblems.ORGANIZATION_NOT_IN_PLACE.at(Place.pointer("/organizationId")))
                .addIf(facts.on().isAfter(Shanghai.today(clock)),
                        OrganizationProblems.DAY_IN_FUTURE.at(Place.pointer("/on"), facts.on()))
                .addIf(national.basisPoints() != null,
                        OrganizationProblems.LOCAL_AMOUNT_NOT_ALLOWED.at(Place.pointer("/category")))
                .refuse();
        new Faults()
                .addIf(facts.leastFen() < national.leastFen(),
                        OrganizationProblems.DUES_AMOUNT_INVALID.at(Place.pointer("/leastFen"), national.leastFen(),
                                national.mostFen()))
                .addIf(facts.mostFen() > national.mostFen() || facts.mostFen() < facts.leastFen(),
                        OrganizationProblems.DUES_AMOUNT_INVALID.at(Place.pointer("/mostFen"),
                                Math.max(facts.leastFen(), national.leastFen()), national.mostFen()))
                .refuse();
        var amount = new LocalAmount(facts, organization.path());
        amounts.persistAndFlush(amount);
        return amount;
    }
}
