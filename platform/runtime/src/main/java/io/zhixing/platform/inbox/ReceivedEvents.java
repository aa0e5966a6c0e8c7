package io.zhixing.platform.inbox;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The events of a batch that were not applied before and have their turn, in the order of the topic. */
public final class ReceivedEvents {

    private final List<ReceivedEvent> events;
    private final ObjectMapper json;
    private final Set<String> asked = new HashSet<>();

    ReceivedEvents(List<ReceivedEvent> events, ObjectMapper json) {
        this.events = events;
        this.json = json;
    }

    /** One event with what the consumer reads of it; fields it does not know are ignored. */
    public record Received<T>(ReceivedEvent event, T state) {}

    /** All events of these types, in order: for facts that are kept for every version. */
    public <T> List<Received<T>> all(Class<T> state, String... names) {
        var wanted = Set.of(names);
        asked.addAll(wanted);
        return events.stream().filter(event -> wanted.contains(event.name()))
                .map(event -> new Received<>(event, read(event, state))).toList();
    }

    /**
     * The newest event of each aggregate: enough where every event carries the whole state. Of two with one version the
     * first counts, as it does when they come in two batches: what a batch holds must not decide what stands.
     */
    public <T> List<Received<T>> newest(Class<T> state, String... names) {
        var newest = new LinkedHashMap<String, Received<T>>();
        for (var received : all(state, names)) {
            newest.merge(received.event().aggregateId(), received,
                    (held, next) -> next.event().version() > held.event().version() ? next : held);
        }
        return List.copyOf(newest.values());
    }

    /** Events of types that the consumer did not ask for: publishers may add types at any time. */
    long skipped() {
        return events.stream().filter(event -> !asked.contains(event.name())).count();
    }

    private <T> T read(ReceivedEvent event, Class<T> state) {
        try {
            var read = json.readValue(event.payload(), state);
            if (read == null) {
                throw new UnreadableEvent(event, "null", null);
            }
            return read;
        } catch (IOException unreadable) {
            throw new UnreadableEvent(event, place(unreadable), unreadable);
        }
    }

    /** The field, or the kind of fault when there is none: never the value that could not be read. */
    private static String place(IOException unreadable) {
        if (unreadable instanceof JsonMappingException field && !field.getPath().isEmpty()) {
            return field.getPath().stream().map(JsonMappingException.Reference::getFieldName)
                    .map(name -> name == null ? "*" : name.replaceAll("[^A-Za-z0-9_-]", "?"))
                    .collect(Collectors.joining("/", "/", ""));
        }
        return unreadable instanceof JsonProcessingException broken && broken.getLocation() != null
                ? "byte " + broken.getLocation().getByteOffset()
                : unreadable.getClass().getSimpleName();
    }

    /** The payload is not what the type promises. */
    static final class UnreadableEvent extends RuntimeException {

        private final transient ReceivedEvent event;
        private final String place;

        UnreadableEvent(ReceivedEvent event, String place, IOException cause) {
            super("Event " + event.id() + " of type " + event.name() + " is unreadable at " + place, cause);
            this.event = event;
            this.place = place;
        }

        ReceivedEvent event() {
            return event;
        }

        String place() {
            return place;
        }
    }
}
