package io.zhixing.evaluation.directory;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.zhixing.platform.inbox.EventConsumer;
import io.zhixing.platform.inbox.EventPipeline;
import io.zhixing.platform.inbox.Moves;
import io.zhixing.platform.inbox.ReceivedEvents;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Projects organizations, members with their rolls, and posts. */
@ApplicationScoped
public class OrganizationEventsConsumer implements EventConsumer {

    private static final String CHANNEL = "organization-events";

    private static final String[] ORGANIZATIONS = {"organization-created.v1", "organization-activated.v1",
            "organization-renamed.v1", "organization-reassigned.v1", "organization-type-changed.v1",
            "organization-merged.v1", "organization-dissolved.v1", "organization-restored.v1"};
    private static final String[] MEMBERS = {"member-enrolled.v1", "member-became-full.v1", "member-suspended.v1",
            "member-restored.v1", "member-transferred.v1", "member-left.v1", "member-corrected.v1"};
    private static final String[] POSTS = {"post-taken.v1", "post-left.v1", "post-corrected.v1"};
    private static final String PLACES = "organization-path-changed.v1";

    private final EventPipeline pipeline;

    OrganizationEventsConsumer(EventPipeline pipeline) {
        this.pipeline = pipeline;
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
        return List.of("organization_ref", "member_ref", "roll_period_ref", "post_ref");
    }

    @Override
    public void apply(Connection connection, ReceivedEvents events) throws SQLException {
        var projection = new DirectoryProjection(connection);
        var places = states(events.all(DirectoryProjection.Place.class, PLACES));
        if (!places.isEmpty()) {
            Moves.awaitWriters(connection);
        }
        projection.holdStill();
        var organizations = events.newest(DirectoryProjection.OrganizationState.class, ORGANIZATIONS);
        projection.organizations(organizations);
        projection.members(states(events.all(DirectoryProjection.MemberState.class, MEMBERS)));
        projection.posts(states(events.newest(DirectoryProjection.PostState.class, POSTS)));
        projection.places(places, states(events.newest(DirectoryProjection.Place.class, PLACES)));
        projection.pathsOfThoseWhoCameFirst(organizations);
    }

    private static <T> List<T> states(List<ReceivedEvents.Received<T>> news) {
        return news.stream().map(ReceivedEvents.Received::state).toList();
    }
}
