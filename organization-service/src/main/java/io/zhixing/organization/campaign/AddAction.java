package io.zhixing.organization.campaign;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.campaign.CampaignAction.ActionKind;
import io.zhixing.organization.structure.Organizations;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;

/** Adds an action: prescribed by the campaign's owner alone, optional by any organization that the campaign reaches. */
@RequestScoped
public class AddAction {

    private final CampaignActions actions;
    private final Campaigns campaigns;
    private final Organizations organizations;
    private final Access access;

    AddAction(CampaignActions actions, Campaigns campaigns, Organizations organizations, Access access) {
        this.actions = actions;
        this.campaigns = campaigns;
        this.organizations = organizations;
        this.access = access;
    }

    public CampaignAction handle(CampaignAction.Facts facts) {
        var campaign = campaigns.findById(facts.campaignId());
        var organization = organizations.findById(facts.organizationId());
        new Faults()
                .addIf(campaign == null,
                        PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/campaignId"), facts.campaignId()))
                .addIf(organization == null,
                        PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/organizationId"), facts.organizationId()))
                .refuse();
        boolean prescribed = facts.kind() == ActionKind.PRESCRIBED;
        access.require(organization.path(), roles(prescribed));
        new Faults()
                .addIf(!campaign.reaches(organization.path()),
                        OrganizationProblems.CAMPAIGN_ELSEWHERE.at(Place.pointer("/campaignId")))
                .addIf(prescribed && !campaign.organizationId().equals(organization.id()),
                        OrganizationProblems.ACTION_PRESCRIBED_BY_OWNER.at(Place.pointer("/organizationId")))
                .addIf(!organization.isInPlace(),
                        OrganizationProblems.ORGANIZATION_NOT_IN_PLACE.at(Place.pointer("/organizationId")))
                .refuse();
        var action = new CampaignAction(facts, organization.path());
        actions.persistAndFlush(action);
        return action;
    }

    /** An office prescribes; what an organization undertakes of its own accord its secretary enters too. */
    static String[] roles(boolean prescribed) {
        return prescribed
                ? new String[]{Roles.OFFICER, Roles.SYSTEM}
                : new String[]{Roles.OFFICER, Roles.SECRETARY, Roles.SYSTEM};
    }
}
