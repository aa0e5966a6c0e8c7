package io.zhixing.organization.election;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.rule.Rules;
import io.zhixing.organization.structure.Organizations;
import io.zhixing.organization.structure.PartyOrganization;
import io.zhixing.organization.structure.TemporaryBranch;
import io.zhixing.organization.term.TermPolicy;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.time.Shanghai;

/** Asks the superior for an election. */
@RequestScoped
public class ApplyForElection {

    private final Elections elections;
    private final ElectionPolicy policy;
    private final TermPolicy terms;
    private final Organizations organizations;
    private final Rules rules;
    private final Access access;
    private final Clock clock;

    ApplyForElection(Elections elections, ElectionPolicy policy, TermPolicy terms, Organizations organizations,
            Rules rules, Access access, Clock clock) {
        this.elections = elections;
        this.policy = policy;
        this.terms = terms;
        this.organizations = organizations;
        this.rules = rules;
        this.access = access;
        this.clock = clock;
    }

    public TermElection handle(TermElection.Facts facts) {
        var organization = organizations.findByIdOptional(facts.organizationId())
                .orElseThrow(() -> new ProblemException(List.of(PlatformProblems.REFERENCE_UNKNOWN
                        .at(Place.pointer("/organizationId"), facts.organizationId()))));
        access.require(organization.path(), Roles.SECRETARY, Roles.OFFICER, Roles.SYSTEM);
        judge(facts, organization);
        var election = new TermElection(facts);
        elections.persistAndFlush(election);
        return election;
    }

    private void judge(TermElection.Facts facts, PartyOrganization organization) {
        var faults = new Faults()
                .addIf(!organization.isInPlace(),
                        OrganizationProblems.ORGANIZATION_NOT_IN_PLACE.at(Place.pointer("/organizationId")))
                .addIf(facts.on().isAfter(Shanghai.today(clock)),
                        OrganizationProblems.DAY_IN_FUTURE.at(Place.pointer("/on"), facts.on()))
                .addIf(facts.on().isBefore(organization.establishedOn()),
                        OrganizationProblems.DAYS_INCONSISTENT.at(Place.pointer("/on"), facts.on(),
                                organization.establishedOn()))
                .addIf(facts.plannedOn().isBefore(facts.on()), OrganizationProblems.DAYS_INCONSISTENT
                        .at(Place.pointer("/plannedOn"), facts.plannedOn(), facts.on()))
                .addIf(facts.kind().beginsTerm() == (facts.years() == null),
                        OrganizationProblems.ELECTION_YEARS_REQUIRED.at(Place.pointer("/years")))
                .addIf(facts.kind() == ElectionKind.EARLY && (facts.reason() == null || facts.reason().isBlank()),
                        OrganizationProblems.STEP_REASON_REQUIRED.at(Place.pointer("/reason")));
        TemporaryBranch.against(rules, organization.kind(), TemporaryBranch.Doing.ELECTIONS, facts.plannedOn())
                .ifPresent(rule -> faults.add(OrganizationProblems.TEMPORARY_BRANCH_REFUSED
                        .at(Place.pointer("/organizationId"), rule.source())));
        if (facts.years() != null) {
            TermPolicy.against(terms.deviation(organization.type(), organization.sector(), facts.years(),
                    facts.plannedOn()), facts.deviationReason()).ifPresent(faults::add);
        }
        if (facts.delegates()) {
            policy.againstDelegates(elections.entitledBelow(organization.path(), facts.on()), facts.on())
                    .ifPresent(rule -> faults.add(OrganizationProblems.DELEGATES_NOT_ALLOWED
                            .at(Place.pointer("/delegates"), rule.value(), rule.source())));
        }
        faults.refuse();
    }
}
