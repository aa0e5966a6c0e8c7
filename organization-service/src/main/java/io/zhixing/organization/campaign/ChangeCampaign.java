package io.zhixing.organization.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.time.Shanghai;

/**
 * Renames a campaign or makes it longer. It never becomes shorter: sub-campaigns, deadlines and steps that lie within its
 * days stay within them, whoever writes them at the same time.
 */
@RequestScoped
public class ChangeCampaign {

    /** @param to null, like the names, for what stays */
    public record Stated(LocalDate on, String nameZh, String nameEn, LocalDate to) {}

    private final Campaigns campaigns;
    private final Access access;
    private final Outbox outbox;
    private final Clock clock;

    ChangeCampaign(Campaigns campaigns, Access access, Outbox outbox, Clock clock) {
        this.campaigns = campaigns;
        this.access = access;
        this.outbox = outbox;
        this.clock = clock;
    }

    public Campaign handle(UUID id, long read, Stated stated) {
        var campaign = campaigns.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        access.require(campaign.path(), Roles.OFFICER, Roles.SYSTEM);
        ETag.check(read, campaign.version());
        judge(campaign, stated);
        if (campaign.says(stated.nameZh(), stated.nameEn(), stated.to())) {
            throw OrganizationProblems.CORRECTION_CHANGES_NOTHING.about();
        }
        campaign.change(stated.nameZh(), stated.nameEn(), stated.to(), stated.on());
        campaigns.flush();
        outbox.append(campaign.changed(), campaign.path());
        return campaign;
    }

    private void judge(Campaign campaign, Stated stated) {
        var faults = ChangeDayPolicy.judge(stated.on(), campaign.changedOn(), Shanghai.today(clock))
                .addIf(stated.to() != null && stated.to().isBefore(campaign.toDay()),
                        OrganizationProblems.CAMPAIGN_ONLY_EXTENDED.at(Place.pointer("/to"), campaign.toDay()));
        if (stated.to() != null && campaign.parentId() != null) {
            var parent = campaigns.findById(campaign.parentId());
            faults.addIf(!parent.isWithin(stated.to()), OrganizationProblems.OUTSIDE_CAMPAIGN_DAYS
                    .at(Place.pointer("/to"), stated.to(), parent.fromDay(), parent.toDay()));
        }
        faults.refuse();
    }
}
