package io.zhixing.platform.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.StringJoiner;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhixing.platform.problem.DatabaseProblems;
import org.jboss.logging.Logger;

/** Hands events to a consumer, and puts its refusals into words. */
@Singleton
class Effects {

    private static final Logger LOG = Logger.getLogger(EventPipeline.class);

    private final ObjectMapper json;

    Effects(ObjectMapper json) {
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);   // publishers may add fields
    }

    /** What became of events that had their turn. */
    record Applied(long applied, long skipped) {

        static final Applied NOTHING = new Applied(0, 0);

        long events() {
            return applied + skipped;
        }
    }

    /** Counts apart the types that the consumer does not know. */
    Applied apply(Connection connection, EventConsumer consumer, List<ReceivedEvent> events) throws SQLException {
        if (events.isEmpty()) {
            return Applied.NOTHING;
        }
        var received = new ReceivedEvents(events, json);
        consumer.apply(connection, received);
        return new Applied(events.size() - received.skipped(), received.skipped());
    }

    /** One trace id from the first call to another service's log. */
    void log(EventConsumer consumer, List<ReceivedEvent> applied) {
        if (LOG.isDebugEnabled() && !applied.isEmpty()) {
            var traces = new StringJoiner(" ");
            applied.forEach(
                    event -> traces.add(event.name() + " " + event.aggregateId() + " trace=" + event.traceparent()));
            LOG.debugf("%s applied %s", consumer.name(), traces);
        }
    }

    /** The event as it is parked when its effect has failed for good. Messages are left out: they may quote the payload. */
    static ParkedEvents.Parked refused(ReceivedEvent event, Exception failure) {
        if (failure instanceof ReceivedEvents.UnreadableEvent unreadable) {
            return ParkedEvents.Parked.of(event, ParkReason.UNREADABLE, "无法读取 Unreadable at " + unreadable.place());
        }
        var words = new StringJoiner(" ", "处理失败 Failed with ", "").add(failure.getClass().getSimpleName());
        DatabaseProblems.find(failure).ifPresent(
                refused -> words.add(refused.getSQLState()).add(DatabaseProblems.constraint(refused).orElse("")));
        return ParkedEvents.Parked.of(event, ParkReason.REFUSED, words.toString().stripTrailing());
    }
}
