package io.zhixing.organization;

import java.util.List;

import jakarta.inject.Singleton;

import io.zhixing.organization.division.Division;
import io.zhixing.organization.member.PartyMember;
import io.zhixing.organization.post.PostHolding;
import io.zhixing.organization.structure.OrganizationNews;
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
                EventType.of("member-enrolled.v1", "member", PartyMember.Enrolled.class),
                EventType.of("post-taken.v1", "post", PostHolding.Taken.class),
                EventType.of("post-left.v1", "post", PostHolding.Left.class));
    }
}
