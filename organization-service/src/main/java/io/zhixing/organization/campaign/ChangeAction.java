package io.zhixing.organization.campaign;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.campaign.CampaignAction.ActionKind;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.time.Shanghai;

/** Gives an action another title, or makes a prescribed one of an optional one and the other way round. */
@RequestScoped
public class ChangeAction {

    /** @param title null, like the kind, for what stays */
    public record Stated(CampaignChanges.Why why, String title, ActionKind kind) {}

    private final CampaignActions actions;
    private final Campaigns campaigns;
    private final CampaignChanges changes;
    private final Access access;
    private final Clock clock;

    ChangeAction(CampaignActions actions, Campaigns campaigns, CampaignChanges changes, Access access, Clock clock) {
        this.actions = actions;
        this.campaigns = campaigns;
        this.changes = changes;
        this.access = access;
        this.clock = clock;
    }

    /** Whoever may take away what was prescribed is who may prescribe. */
    public CampaignAction handle(UUID id, long read, Stated stated) {
        var action = actions.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        var before = action.said();
        boolean prescribed = before.kind() == ActionKind.PRESCRIBED || stated.kind() == ActionKind.PRESCRIBED;
        access.require(action.path(), AddAction.roles(prescribed));
        ETag.check(read, action.version());
        var owner = campaigns.findById(action.campaignId()).organizationId();
        ChangeDayPolicy.judge(stated.why().on(), action.changedOn(), Shanghai.today(clock))
                .addIf(stated.kind() == ActionKind.PRESCRIBED && !owner.equals(action.organizationId()),
                        OrganizationProblems.ACTION_PRESCRIBED_BY_OWNER.at(Place.pointer("/kind")))
                .refuse();
        action.change(stated.title(), stated.kind(), stated.why().on());
        actions.flush();
        changes.keep(new CampaignChanges.Of(CampaignAction.RESOURCE, id, action.version(), action.path()),
                stated.why(), before, action.said());
        return action;
    }
}
