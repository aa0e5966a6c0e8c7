package io.zhixing.platform.testing.event;

import java.time.Duration;
import java.util.List;

import io.zhixing.platform.testing.Eventually;
import io.zhixing.platform.testing.Settings;

/**
 * What reached a topic: the outbox seen from outside. Reads the topic itself, with a plain consumer of its own, so that
 * it proves the whole way from the transaction to the broker. The default topic is the service's own.
 */
public final class OutboxProbe {

    private final String topic;
    private final Duration patience;

    private OutboxProbe(String topic, Duration patience) {
        this.topic = topic;
        this.patience = patience;
    }

    public static OutboxProbe on(String topic) {
        return new OutboxProbe(topic, Eventually.PATIENCE);
    }

    /** For what must be there within a time. */
    public OutboxProbe waiting(Duration atMost) {
        return new OutboxProbe(topic, atMost);
    }

    /** The topic {@code <service>.events.v1} of the service under test. */
    public static OutboxProbe ofTheService() {
        return on(Settings.service() + ".events.v1");
    }

    /** Waits until the aggregate has at least one event on the service's topic; all it has by then, in order. */
    public static List<TopicEvent> eventsOf(Object aggregateId) {
        return ofTheService().events(aggregateId, 1);
    }

    /** Waits until the aggregate has at least so many events; all it has by then, in order. */
    public List<TopicEvent> events(Object aggregateId, int atLeast) {
        return Eventually.eventuallyGet(patience, () -> {
            var found = soFar(aggregateId);
            if (found.size() < atLeast) {
                throw new AssertionError("expected at least " + atLeast + " events of " + aggregateId + " on " + topic
                        + ", found " + described(found));
            }
            return found;
        });
    }

    /** Waits for an event of this name, such as {@code member-enrolled.v1}. */
    public TopicEvent event(Object aggregateId, String name) {
        return Eventually.eventuallyGet(patience, () -> {
            var found = soFar(aggregateId);
            return found.stream().filter(event -> event.name().equals(name)).findFirst()
                    .orElseThrow(() -> new AssertionError("expected " + name + " of " + aggregateId + " on " + topic
                            + ", found " + described(found)));
        });
    }

    /**
     * What the topic holds of the aggregate now, without waiting. Proves an absence only behind an event that was sent
     * later and has been seen.
     */
    public List<TopicEvent> soFar(Object aggregateId) {
        return TopicReader.of(Settings.required("kafka.bootstrap.servers"), topic).eventsOf(aggregateId.toString());
    }

    private static List<String> described(List<TopicEvent> events) {
        return events.stream().map(event -> event.name() + " version " + event.version()).toList();
    }
}
