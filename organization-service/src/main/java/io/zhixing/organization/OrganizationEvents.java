package io.zhixing.organization;

import java.util.List;

import jakarta.inject.Singleton;

import io.zhixing.organization.campaign.Campaign;
import io.zhixing.organization.division.Division;
import io.zhixing.organization.dues.DuesArrears;
import io.zhixing.organization.floating.FloatingMember;
import io.zhixing.organization.group.PartyGroup;
import io.zhixing.organization.keytask.KeyTaskProgress;
import io.zhixing.organization.member.MemberChange;
import io.zhixing.organization.post.PostChange;
import io.zhixing.organization.residence.ResidenceRegistration;
import io.zhixing.organization.structure.OrganizationNews;
import io.zhixing.organization.term.CommitteeTerm;
import io.zhixing.organization.transfer.MembershipTransfer;
import io.zhixing.platform.outbox.EventType;
import io.zhixing.platform.outbox.PublishedEvents;

/** Everything this service publishes. */
@Singleton
public class OrganizationEvents implements PublishedEvents {

    @Override
    public String topic() {
        return "organization.events.v1";   // key: id of the aggregate, so that its events stay in order
    }

    @Override
    public List<EventType> types() {
        return List.of(
                EventType.of("division-changed.v1", "division", Division.Changed.class),
                EventType.of("organization-created.v1", "organization", OrganizationNews.Created.class),
                EventType.of("organization-activated.v1", "organization", OrganizationNews.Activated.class),
                EventType.of("organization-renamed.v1", "organization", OrganizationNews.Renamed.class),
                EventType.of("organization-reassigned.v1", "organization", OrganizationNews.Reassigned.class),
                EventType.of("organization-type-changed.v1", "organization", OrganizationNews.TypeChanged.class),
                EventType.of("organization-merged.v1", "organization", OrganizationNews.Merged.class),
                EventType.of("organization-dissolved.v1", "organization", OrganizationNews.Dissolved.class),
                EventType.of("organization-restored.v1", "organization", OrganizationNews.Restored.class),
                // A place is no version: it has a counter of its own, on the organization's key.
                EventType.of("organization-path-changed.v1", "organization-path", OrganizationNews.PathChanged.class),
                EventType.of("member-enrolled.v1", "member", MemberChange.Enrolled.class),
                EventType.of("member-became-full.v1", "member", MemberChange.BecameFull.class),
                EventType.of("member-suspended.v1", "member", MemberChange.Suspended.class),
                EventType.of("member-restored.v1", "member", MemberChange.Restored.class),
                EventType.of("member-transferred.v1", "member", MemberChange.Transferred.class),
                EventType.of("member-left.v1", "member", MemberChange.Left.class),
                EventType.of("member-corrected.v1", "member", MemberChange.Corrected.class),
                EventType.of("party-group-changed.v1", "party-group", PartyGroup.Changed.class),
                EventType.of("membership-transfer-changed.v1", "membership-transfer", MembershipTransfer.Changed.class),
                EventType.of("post-taken.v1", "post", PostChange.Taken.class),
                EventType.of("post-left.v1", "post", PostChange.Left.class),
                EventType.of("post-corrected.v1", "post", PostChange.Corrected.class),
                EventType.of("committee-term-changed.v1", "committee-term", CommitteeTerm.Changed.class),
                EventType.of("dues-arrears-changed.v1", "dues-arrears", DuesArrears.Changed.class),
                EventType.of("floating-changed.v1", "floating-member", FloatingMember.Changed.class),
                EventType.of("residence-changed.v1", "residence-registration", ResidenceRegistration.Changed.class),
                EventType.of("residence-feedback-recorded.v1", "residence-registration",
                        ResidenceRegistration.FeedbackRecorded.class),
                EventType.of("campaign-changed.v1", "campaign", Campaign.Changed.class),
                EventType.of("key-task-progress-changed.v1", "key-task-progress", KeyTaskProgress.Changed.class));
    }
}
