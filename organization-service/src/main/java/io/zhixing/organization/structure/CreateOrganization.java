package io.zhixing.organization.structure;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.Roles;
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
        outbox.append(new OrganizationNews.Created(organization.news()), path);
        return organization;
    }

    private String root(PartyOrganization.Facts facts) {
        if (!organizations.isRoot(facts.code())) {
            throw new ProblemException(
                    List.of(PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/parentId"), "parentId")));
        }
        organizations.requireRootGrant(access, Roles.OFFICER, Roles.SYSTEM);
        judge(facts, new Faults());
        return Organizations.rootPath();
    }

    private String below(PartyOrganization.Facts facts) {
        var place = organizations.placeUnder(facts.parentId(), facts.type()).orElseThrow(() -> new ProblemException(
                List.of(PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/parentId"), facts.parentId()))));
        access.require(place.parent().path(), Roles.OFFICER, Roles.SYSTEM);
        judge(facts, NewOrganizationPolicy.below(place.parent(), facts, place.allowed(), "/parentId"));
        return place.path();
    }

    private void judge(PartyOrganization.Facts facts, Faults faults) {
        var division = divisions.byCode(facts.areaCode()).orElse(null);
        NewOrganizationPolicy.judge(facts, division, Shanghai.today(clock), faults).refuse();
    }
}
