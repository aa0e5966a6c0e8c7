package io.zhixing.organization.structure;

import java.util.List;

import jakarta.enterprise.context.RequestScoped;

import io.quarkus.arc.All;
import io.zhixing.platform.transition.Subject;

/** What the steps of an organization are judged by: itself, the rules of the day, what stands below it and what it holds. */
@RequestScoped
class OrganizationSubjects {

    private final OrganizationRules rules;
    private final OrganizationTree tree;
    private final List<OrganizationHoldings> holdings;
    private final SecondPerson secondPerson;

    OrganizationSubjects(OrganizationRules rules, OrganizationTree tree, @All List<OrganizationHoldings> holdings,
            SecondPerson secondPerson) {
        this.rules = rules;
        this.tree = tree;
        this.holdings = holdings;
        this.secondPerson = secondPerson;
    }

    /** @param move null while nobody takes a step and only its openness is asked for */
    Subject<OrganizationState, OrganizationSteps.Facts> of(PartyOrganization organization, OrganizationMove move) {
        return new Subject<>(organization.state(), organization.version(), organization.path(),
                organization.changedOn(), new OrganizationSteps.Facts(organization, move, rules, tree, holdings))
                .lastBy(secondPerson.lastHand(organization.id()));
    }
}
