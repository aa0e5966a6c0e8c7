package io.zhixing.organization.keytask;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.campaign.Campaigns;
import io.zhixing.organization.structure.Organizations;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;

/**
 * Sets a key task of a campaign. Whoever reads the campaign from below and does not see its owner cannot name it here. What of
 * it may change later is {@link ChangeKeyTask}'s.
 */
@RequestScoped
public class SetKeyTask {

    private final KeyTasks tasks;
    private final Campaigns campaigns;
    private final Organizations organizations;
    private final Access access;

    SetKeyTask(KeyTasks tasks, Campaigns campaigns, Organizations organizations, Access access) {
        this.tasks = tasks;
        this.campaigns = campaigns;
        this.organizations = organizations;
        this.access = access;
    }

    public KeyTask handle(KeyTask.Facts facts) {
        var campaign = campaigns.findById(facts.campaignId());
        var owner = campaign == null ? null : organizations.findById(campaign.organizationId());
        new Faults().addIf(owner == null,
                PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/campaignId"), facts.campaignId())).refuse();
        access.require(owner.path(), Roles.OFFICER, Roles.SYSTEM);
        new Faults()
                .addIf(!owner.isInPlace(),
                        OrganizationProblems.ORGANIZATION_NOT_IN_PLACE.at(Place.pointer("/campaignId")))
                .addIf(!campaign.isWithin(facts.deadline()), OrganizationProblems.OUTSIDE_CAMPAIGN_DAYS
                        .at(Place.pointer("/deadline"), facts.deadline(), campaign.fromDay(), campaign.toDay()))
                .refuse();
        var task = new KeyTask(facts, campaign);
        tasks.persistAndFlush(task);
        return task;
    }
}
