package io.zhixing.organization.structure;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.division.Division;
import io.zhixing.organization.division.Divisions;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.time.Shanghai;

/** Sets up an organization below its superior, in preparation. */
@RequestScoped
public class CreateOrganization {

    private static final int DIGITS_A_LEVEL = 3;

    private final Organizations organizations;
    private final Divisions divisions;
    private final Access access;
    private final Outbox outbox;
    private final Clock clock;

    CreateOrganization(Organizations organizations, Divisions divisions, Access access, Outbox outbox, Clock clock) {
        this.organizations = organizations;
        this.divisions = divisions;
        this.access = access;
        this.outbox = outbox;
        this.clock = clock;
    }

    public PartyOrganization handle(PartyOrganization.Facts facts) {
        var path = facts.parentId() == null ? root(facts) : below(facts);
        var organization = new PartyOrganization(facts, facts.parentId(), path);
        organizations.persistAndFlush(organization);
        outbox.append(organization.created(), path);
        return organization;
    }

    private String root(PartyOrganization.Facts facts) {
        if (!organizations.isRoot(facts.code())) {
            throw new ProblemException(
                    List.of(PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/parentId"), "parentId")));
        }
        organizations.requireRootGrant(access, Roles.OFFICER, Roles.SYSTEM);
        judge(facts, new Faults()).refuse();
        return Organizations.rootPath();
    }

    private String below(PartyOrganization.Facts facts) {
        var place = organizations.placeUnder(facts.parentId(), facts.type()).orElseThrow(() -> new ProblemException(
                List.of(PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/parentId"), facts.parentId()))));
        access.require(place.parentPath(), Roles.OFFICER, Roles.SYSTEM);
        var faults = new Faults()
                .addIf(!place.allowed(),
                        OrganizationProblems.ORGANIZATION_TYPE_NOT_UNDER_PARENT.at(Place.pointer("/type"),
                                facts.type()))
                .addIf(!facts.code().startsWith(place.parentCode())
                        || facts.code().length() != place.parentCode().length() + DIGITS_A_LEVEL,
                        OrganizationProblems.ORGANIZATION_CODE_NOT_UNDER_PARENT.at(Place.pointer("/code")));
        if (place.parentState() != PartyOrganization.OrganizationState.PREPARING
                && place.parentState() != PartyOrganization.OrganizationState.ACTIVE) {
            faults.add(OrganizationProblems.ORGANIZATION_NOT_IN_PLACE.at(Place.pointer("/parentId")));
        }
        judge(facts, faults).refuse();
        return place.path();
    }

    private Faults judge(PartyOrganization.Facts facts, Faults faults) {
        var area = divisions.byCode(facts.areaCode());
        faults.addIf(area.isEmpty(),
                OrganizationProblems.AREA_UNKNOWN.at(Place.pointer("/areaCode"), facts.areaCode()));
        faults.addIf(area.isPresent() && !area.map(Division::isPlace).get(),
                OrganizationProblems.AREA_NOT_A_PLACE.at(Place.pointer("/areaCode"), facts.areaCode()));
        faults.addIf(facts.establishedOn().isAfter(Shanghai.today(clock)),
                OrganizationProblems.DAY_IN_FUTURE.at(Place.pointer("/establishedOn"), facts.establishedOn()));
        faults.addIf(facts.unitCreditCode() != null && CreditCode.of(facts.unitCreditCode()).isEmpty(),
                OrganizationProblems.CREDIT_CODE_INVALID.at(Place.pointer("/unitCreditCode")));
        faults.addIf(facts.kind() != null && facts.type() != PartyOrganization.OrganizationType.BRANCH,
                OrganizationProblems.BRANCH_KIND_WITHOUT_BRANCH.at(Place.pointer("/kind"), facts.type()));
        return faults;
    }
}
