package io.zhixing.organization.keytask;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.campaign.CampaignChanges;
import io.zhixing.organization.campaign.Campaigns;
import io.zhixing.organization.campaign.ChangeDayPolicy;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.time.Shanghai;

/**
 * Gives a key task another title or deadline. Whom it obliges and what shows that it is done stay: organizations have reported
 * by them.
 */
@RequestScoped
public class ChangeKeyTask {

    /** @param title null, like the deadline, for what stays */
    public record Stated(CampaignChanges.Why why, String title, LocalDate deadline) {}

    private final KeyTasks tasks;
    private final Campaigns campaigns;
    private final CampaignChanges changes;
    private final Access access;
    private final Clock clock;

    ChangeKeyTask(KeyTasks tasks, Campaigns campaigns, CampaignChanges changes, Access access, Clock clock) {
        this.tasks = tasks;
        this.campaigns = campaigns;
        this.changes = changes;
        this.access = access;
        this.clock = clock;
    }

    public KeyTask handle(UUID id, long read, Stated stated) {
        var task = tasks.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        access.require(task.path(), Roles.OFFICER, Roles.SYSTEM);
        ETag.check(read, task.version());
        var campaign = campaigns.findById(task.campaignId());
        ChangeDayPolicy.judge(stated.why().on(), task.changedOn(), Shanghai.today(clock))
                .addIf(stated.deadline() != null && !campaign.isWithin(stated.deadline()),
                        OrganizationProblems.OUTSIDE_CAMPAIGN_DAYS.at(Place.pointer("/deadline"), stated.deadline(),
                                campaign.fromDay(), campaign.toDay()))
                .refuse();
        var before = task.said();
        task.change(stated.title(), stated.deadline(), stated.why().on());
        tasks.flush();
        changes.keep(new CampaignChanges.Of(KeyTask.RESOURCE, id, task.version(), task.path()), stated.why(), before,
                task.said());
        return task;
    }
}
