package io.zhixing.organization.standing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.common.annotation.Blocking;
import io.zhixing.platform.inbox.EventConsumer;
import io.zhixing.platform.inbox.EventPipeline;
import io.zhixing.platform.inbox.ReceivedEvents;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Projects what is told of organizations: how they were appraised, and whether they are being rectified. */
@ApplicationScoped
public class EvaluationEventsConsumer implements EventConsumer {

    private static final String CHANNEL = "evaluation-events";

    private final EventPipeline pipeline;

    EvaluationEventsConsumer(EventPipeline pipeline) {
        this.pipeline = pipeline;
    }

    @Incoming(CHANNEL)
    @Blocking
    public void receive(ConsumerRecords<String, byte[]> records) {
        pipeline.receive(this, records);
    }

    @Override
    public String name() {
        return CHANNEL;
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public List<String> projection() {
        return List.of("appraisal_round_ref", "rectification_ref");
    }

    @Override
    public void apply(Connection connection, ReceivedEvents events) throws SQLException {
        RoundProjection.upsert(connection,
                events.newest(RoundProjection.RoundState.class, "appraisal-round-changed.v1"));
        RectificationProjection.upsert(connection,
                events.newest(RectificationProjection.CaseState.class, "weak-organization-case-changed.v1"));
    }
}
