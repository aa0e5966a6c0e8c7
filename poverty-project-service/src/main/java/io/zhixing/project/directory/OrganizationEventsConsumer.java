package io.zhixing.project.directory;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.zhixing.platform.inbox.EventConsumer;
import io.zhixing.platform.inbox.EventPipeline;
import io.zhixing.platform.inbox.Moves;
import io.zhixing.platform.inbox.ReceivedEvents;
import io.zhixing.project.directory.DirectoryProjection.OrganizationState;
import io.zhixing.project.directory.DirectoryProjection.Place;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Projects organizations: what scopes and references are resolved by. */
@ApplicationScoped
public class OrganizationEventsConsumer implements EventConsumer {

    private static final String CHANNEL = "organization-events";

    private static final String[] ORGANIZATIONS = {"organization-created.v1", "organization-activated.v1",
            "organization-renamed.v1", "organization-reassigned.v1", "organization-type-changed.v1",
            "organization-merged.v1", "organization-dissolved.v1", "organization-restored.v1"};
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
        return List.of("organization_ref");
    }

    @Override
    public void apply(Connection connection, ReceivedEvents events) throws SQLException {
        var places = states(events.all(Place.class, PLACES));
        if (!places.isEmpty()) {
            Moves.awaitWriters(connection);
        }
        var projection = new DirectoryProjection(connection);
        projection.organizations(states(events.newest(OrganizationState.class, ORGANIZATIONS)));
        projection.places(places, states(events.newest(Place.class, PLACES)));
    }

    private static <T> List<T> states(List<ReceivedEvents.Received<T>> news) {
        return news.stream().map(ReceivedEvents.Received::state).toList();
    }
}
