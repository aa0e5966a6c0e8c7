package io.zhixing.session.directory;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.zhixing.platform.inbox.EventPipeline;
import io.zhixing.platform.inbox.ReceivedEvents;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Projects organizations, members and posts, and counts again what was recorded before they were known here. */
@ApplicationScoped
public class OrganizationEventsConsumer {

    private final EventPipeline pipeline;
    private final Reconciliation reconciliation;

    OrganizationEventsConsumer(EventPipeline pipeline, Reconciliation reconciliation) {
        this.pipeline = pipeline;
        this.reconciliation = reconciliation;
    }

    @Incoming("organization-events")
    @Blocking
    public void receive(ConsumerRecords<String, byte[]> records) {
        pipeline.inOneTransaction("organization", records, this::apply);
    }

    private void apply(Connection connection, ReceivedEvents events) throws SQLException {
        var projection = new DirectoryProjection(connection);
        var organizations = events.newest(DirectoryProjection.OrganizationState.class, "organization-created.v1",
                "organization-activated.v1");
        var members = events.newest(DirectoryProjection.MemberState.class, "member-enrolled.v1");
        var posts = events.newest(DirectoryProjection.PostState.class, "post-taken.v1", "post-left.v1");
        if (organizations.isEmpty() && members.isEmpty() && posts.isEmpty()) {
            return;
        }
        projection.holdStill();
        projection.organizations(organizations);
        projection.members(members.stream().map(ReceivedEvents.Received::state).toList());
        projection.posts(posts.stream().map(ReceivedEvents.Received::state).toList());
        projection.pathsOfThoseWhoCameFirst(organizations);
        reconciliation.countAgain(connection, members.stream().map(one -> one.state().memberId()).toList(),
                posts.stream().map(one -> one.state().memberId()).distinct().toList());
    }
}
