package io.zhixing.organization.standing;

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

/** Projects the confirmed standings of members and their correction periods, from the topic that this service alone may read. */
@ApplicationScoped
public class MemberStandingConsumer implements EventConsumer {

    private static final String CHANNEL = "member-standing";

    private final EventPipeline pipeline;

    MemberStandingConsumer(EventPipeline pipeline) {
        this.pipeline = pipeline;
    }

    @Incoming(CHANNEL)
    @Blocking
    public void receive(ConsumerRecords<String, byte[]> records) {
        pipeline.receive(this, records);
    }

    @Override
    public String name() {
        return "member-standing";
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public List<String> projection() {
        return List.of("member_standing_ref", "correction_period_ref");
    }

    @Override
    public void apply(Connection connection, ReceivedEvents events) throws SQLException {
        StandingProjection.upsert(connection,
                events.newest(StandingProjection.StandingState.class, "member-standing-confirmed.v1").stream()
                        .map(ReceivedEvents.Received::state).toList());
        CorrectionProjection.upsert(connection,
                events.newest(CorrectionProjection.PeriodState.class, "correction-period-changed.v1"));
    }
}
