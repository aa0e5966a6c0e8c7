package io.zhixing.project.directory;

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

/** Projects organizations: what scopes and references are resolved by. */
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
        return List.of("organization_ref");
    }

    @Override
    public void apply(Connection connection, ReceivedEvents events) throws SQLException {
        new DirectoryProjection(connection).organizations(events
                .newest(DirectoryProjection.OrganizationState.class, "organization-created.v1",
                        "organization-activated.v1")
                .stream().map(ReceivedEvents.Received::state).toList());
    }
}
