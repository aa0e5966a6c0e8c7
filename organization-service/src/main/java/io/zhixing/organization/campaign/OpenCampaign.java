package io.zhixing.organization.campaign;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.structure.Organizations;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;

/** Opens a campaign, or a sub-campaign within the days of another one that reaches its owner. */
@RequestScoped
public class OpenCampaign {

    private final Campaigns campaigns;
    private final Organizations organizations;
    private final Access access;
    private final Outbox outbox;

    OpenCampaign(Campaigns campaigns, Organizations organizations, Access access, Outbox outbox) {
        this.campaigns = campaigns;
        this.organizations = organizations;
        this.access = access;
        this.outbox = outbox;
    }

    public Campaign handle(Campaign.Facts facts) {
        var owner = organizations.findById(facts.organizationId());
        var parent = facts.parentId() == null ? null : campaigns.findById(facts.parentId());
        new Faults()
                .addIf(owner == null,
                        PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/organizationId"), facts.organizationId()))
                .addIf(facts.parentId() != null && parent == null,
                        PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/parentCampaignId"), facts.parentId()))
                .refuse();
        access.require(owner.path(), Roles.OFFICER, Roles.SYSTEM);
        var faults = new Faults()
                .addIf(!owner.isInPlace(),
                        OrganizationProblems.ORGANIZATION_NOT_IN_PLACE.at(Place.pointer("/organizationId")))
                .addIf(facts.to().isBefore(facts.from()),
                        OrganizationProblems.DAYS_INCONSISTENT.at(Place.pointer("/to"), facts.to(), facts.from()));
        if (parent != null) {
            faults.addIf(!parent.reaches(owner.path()),
                    OrganizationProblems.CAMPAIGN_ELSEWHERE.at(Place.pointer("/parentCampaignId")))
                    .addIf(!parent.isWithin(facts.from()),
                            OrganizationProblems.OUTSIDE_CAMPAIGN_DAYS.at(Place.pointer("/from"), facts.from(),
                                    parent.fromDay(), parent.toDay()))
                    .addIf(!parent.isWithin(facts.to()), OrganizationProblems.OUTSIDE_CAMPAIGN_DAYS
                            .at(Place.pointer("/to"), facts.to(), parent.fromDay(), parent.toDay()));
        }
        faults.refuse();
        var campaign = new Campaign(facts, owner.path());
        campaigns.persistAndFlush(campaign);
        outbox.append(campaign.changed(), campaign.path());
        return campaign;
    }
}
