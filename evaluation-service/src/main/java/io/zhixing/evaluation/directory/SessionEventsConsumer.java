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

/** Projects study sessions as recorded, corrected or voided, as far as an appraisal asks for them: whose, when, and whether they were collective study. */
@ApplicationScoped
public class SessionEventsConsumer implements EventConsumer {

    private static final String CHANNEL = "session-events";

    private final EventPipeline pipeline;

    SessionEventsConsumer(EventPipeline pipeline) {
        this.pipeline = pipeline;
    }

    @Incoming(CHANNEL)
    @Blocking
    public void receive(ConsumerRecords<String, byte[]> records) {
        pipeline.receive(this, records);
    }

    @Override
    public String name() {
        return "session";
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public List<String> projection() {
        return List.of("study_session_ref");
    }

    @Override
    public void apply(Connection connection, ReceivedEvents events) throws SQLException {
        var projection = new DirectoryProjection(connection);
        projection.holdStill();
        projection.studySessions(events.newest(DirectoryProjection.StudyState.class, "study-session-recorded.v1",
                "study-session-corrected.v1", DirectoryProjection.VOIDED));
    }
}
