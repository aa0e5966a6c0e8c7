package io.zhixing.session.directory;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.zhixing.platform.inbox.EventConsumer;
import io.zhixing.platform.inbox.EventPipeline;
import io.zhixing.platform.inbox.Moves;
import io.zhixing.platform.inbox.ReceivedEvents;
import io.zhixing.session.directory.DirectoryProjection.GroupState;
import io.zhixing.session.directory.DirectoryProjection.MemberState;
import io.zhixing.session.directory.DirectoryProjection.OrganizationState;
import io.zhixing.session.directory.DirectoryProjection.Place;
import io.zhixing.session.directory.DirectoryProjection.PostState;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Projects organizations, members, posts and Party groups, and counts again what was recorded before they were known here. */
@ApplicationScoped
public class OrganizationEventsConsumer implements EventConsumer {

    private static final String CHANNEL = "organization-events";
    private static final String[] ORGANIZATIONS = {"organization-created.v1", "organization-activated.v1",
            "organization-renamed.v1", "organization-reassigned.v1", "organization-type-changed.v1",
            "organization-merged.v1", "organization-dissolved.v1", "organization-restored.v1"};
    private static final String[] BEGINNINGS = {"organization-activated.v1", "organization-restored.v1"};
    private static final String[] ENDS = {"organization-merged.v1", "organization-dissolved.v1"};
    private static final String PLACES = "organization-path-changed.v1";
    private static final String[] MEMBERS = {"member-enrolled.v1", "member-became-full.v1", "member-suspended.v1",
            "member-restored.v1", "member-transferred.v1", "member-left.v1", "member-corrected.v1"};
    private static final String[] POSTS = {"post-taken.v1", "post-left.v1", "post-corrected.v1"};
    private static final String GROUPS = "party-group-changed.v1";

    private final EventPipeline pipeline;
    private final Reconciliation reconciliation;

    OrganizationEventsConsumer(EventPipeline pipeline, Reconciliation reconciliation) {
        this.pipeline = pipeline;
        this.reconciliation = reconciliation;
    }

    @Incoming(CHANNEL)
    @Blocking
    public void receive(ConsumerRecords<String, byte[]> records) {
        pipeline.receive(this, records);
    }

    @Override
    public String name() {
        return "organization";
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public List<String> projection() {
        return List.of("organization_ref", "work_period_ref", "member_ref", "roll_period_ref", "post_ref",
                "party_group_ref");
    }

    @Override
    public void apply(Connection connection, ReceivedEvents events) throws SQLException {
        var organizations = states(events.newest(OrganizationState.class, ORGANIZATIONS));
        var members = states(events.all(MemberState.class, MEMBERS));
        var posts = states(events.newest(PostState.class, POSTS));
        var groups = states(events.newest(GroupState.class, GROUPS));
        var places = states(events.all(Place.class, PLACES));
        if (organizations.isEmpty() && members.isEmpty() && posts.isEmpty() && groups.isEmpty()
                && places.isEmpty()) {
            return;
        }
        if (!places.isEmpty()) {
            Moves.awaitWriters(connection);
        }
        var projection = new DirectoryProjection(connection);
        projection.holdStill();
        projection.organizations(organizations);
        projection.daysAtWork(states(events.all(OrganizationState.class, BEGINNINGS)),
                states(events.all(OrganizationState.class, ENDS)));
        projection.members(members);
        var holders = new LinkedHashSet<>(projection.holders(posts));
        holders.addAll(ids(posts, PostState::memberId));
        projection.posts(posts);
        projection.groups(groups);
        projection.places(places, states(events.newest(Place.class, PLACES)));
        projection.pathsOfThoseWhoCameFirst(organizations);
        reconciliation.judgeAgain(connection,
                new Reconciliation.News(ids(organizations, OrganizationState::organizationId),
                        ids(members, MemberState::memberId), List.copyOf(holders), ids(groups, GroupState::groupId)));
    }

    private static <T> List<T> states(List<ReceivedEvents.Received<T>> news) {
        return news.stream().map(ReceivedEvents.Received::state).toList();
    }

    private static <T> List<UUID> ids(List<T> states, Function<T, UUID> id) {
        return states.stream().map(id).distinct().toList();
    }
}
