package io.zhixing.evaluation.directory;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.zhixing.platform.inbox.EventConsumer;
import io.zhixing.platform.inbox.EventPipeline;
import io.zhixing.platform.inbox.ReceivedEvents;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Projects organizations, members with their rolls, and posts. */
@ApplicationScoped
public class OrganizationEventsConsumer implements EventConsumer {

    private static final String CHANNEL = "organization-events";

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
        projection.holdStill();
        var organizations = events.newest(DirectoryProjection.OrganizationState.class, "organization-created.v1",
                "organization-activated.v1");
        projection.organizations(organizations);
        projection.members(events.newest(DirectoryProjection.MemberState.class, "member-enrolled.v1").stream()
                .map(ReceivedEvents.Received::state).toList());
        projection.posts(events.newest(DirectoryProjection.PostState.class, "post-taken.v1", "post-left.v1").stream()
                .map(ReceivedEvents.Received::state).toList());
        projection.pathsOfThoseWhoCameFirst(organizations);
    }
}
