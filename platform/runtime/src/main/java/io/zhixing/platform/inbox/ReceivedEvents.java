package io.zhixing.platform.inbox;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;

/** The events of a batch that were not applied before, in the order of the topic. */
public final class ReceivedEvents {

    private final List<ReceivedEvent> events;
    private final ObjectMapper json;

    ReceivedEvents(List<ReceivedEvent> events, ObjectMapper json) {
        this.events = events;
        this.json = json;
    }

    /** One event with what the consumer reads of it; fields it does not know are ignored. */
    public record Received<T>(ReceivedEvent event, T state) {}

    /** All events of these types, in order: for facts that are kept for every version. */
    public <T> List<Received<T>> all(Class<T> state, String... names) {
        var wanted = Set.of(names);
        return events.stream().filter(event -> wanted.contains(event.name()))
                .map(event -> new Received<>(event, read(event, state))).toList();
    }

    /** The newest event of each aggregate: enough where every event carries the whole state. */
    public <T> List<Received<T>> newest(Class<T> state, String... names) {
        var newest = new LinkedHashMap<String, Received<T>>();
        for (var received : all(state, names)) {
            newest.merge(received.event().aggregateId(), received,
                    (held, next) -> next.event().version() >= held.event().version() ? next : held);
        }
        return List.copyOf(newest.values());
    }

    List<ReceivedEvent> events() {
        return events;
    }

    private <T> T read(ReceivedEvent event, Class<T> state) {
        try {
            return json.readValue(event.payload(), state);
        } catch (IOException unreadable) {
            throw new UnreadableEvent(event, unreadable);
        }
    }

    /** The payload is not what the type promises. */
    static final class UnreadableEvent extends RuntimeException {

        UnreadableEvent(ReceivedEvent event, IOException cause) {
            super("Event " + event.id() + " of type " + event.name() + " is unreadable", cause);
        }
    }
}
