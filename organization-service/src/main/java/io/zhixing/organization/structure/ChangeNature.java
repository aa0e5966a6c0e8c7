package io.zhixing.organization.structure;

import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;

import io.quarkus.arc.All;
import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.division.Divisions;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;

/** Changes what kind of organization it is, its sector or its area. */
@RequestScoped
class ChangeNature {

    private final OrganizationTree tree;
    private final Divisions divisions;
    private final List<OrganizationHoldings> holdings;

    ChangeNature(OrganizationTree tree, Divisions divisions, @All List<OrganizationHoldings> holdings) {
        this.tree = tree;
        this.divisions = divisions;
        this.holdings = holdings;
    }

    /** Needs the tree. */
    void of(PartyOrganization organization, OrganizationMove move) {
        var changed = organization.nature().with(move.nature());
        var present = organization.nature();
        var faults = new Faults().addIf(changed.equals(present),
                OrganizationProblems.ORGANIZATION_UNCHANGED.at(Place.pointer("")))
                .addIf(changed.kind() != null && changed.type() != OrganizationType.BRANCH,
                        OrganizationProblems.BRANCH_KIND_WITHOUT_BRANCH.at(Place.pointer("/kind"), changed.type()))
                .addIf(!changed.particulars().sufficeFor(changed.kind()),
                        OrganizationProblems.FLOATING_BRANCH_WITHOUT_ORIGIN.at(Place.pointer("/kind")))
                .addIf(!changed.particulars().mayStandIn(changed.kind()),
                        OrganizationProblems.PROJECT_WITHOUT_TEMPORARY_BRANCH.at(Place.pointer("/projectId")))
                .addIf(changed.type() != present.type()
                        && !tree.fitsSince(organization.id(), changed.type(), move.on()),
                        OrganizationProblems.ORGANIZATION_TYPE_NOT_UNDER_PARENT.at(Place.pointer("/type"),
                                changed.type()));
        if (!changed.areaCode().equals(present.areaCode())) {
            NewOrganizationPolicy.judgeArea(changed.areaCode(), divisions.byCode(changed.areaCode()).orElse(null),
                    move.on(), faults);
        }
        faults.refuse();
        if (organization.isBranch() && changed.type() != OrganizationType.BRANCH) {
            holdings.forEach(holding -> judgeEnd(holding, organization, move.on()));
            holdings.forEach(holding -> holding.end(organization.seat(), move.on()));
        }
        organization.changeType(changed, move.on());
    }

    /** Members sit on branches only: none may be there now, nor have been on that day or later. */
    private static void judgeEnd(OrganizationHoldings holding, PartyOrganization branch, LocalDate on) {
        holding.againstEnd(branch.id()).ifPresent(held -> {
            throw held;
        });
        holding.endedLast(branch.id()).filter(on::isBefore).ifPresent(ended -> {
            throw OrganizationProblems.DAYS_INCONSISTENT.about(on, ended);
        });
    }
}
