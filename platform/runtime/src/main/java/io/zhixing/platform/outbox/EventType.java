package io.zhixing.platform.outbox;

/**
 * One type of event that a service publishes.
 *
 * @param name past tense, kebab case, with its version: {@code study-session-recorded.v1}
 * @param aggregate kebab-case name of what it is about: {@code study-session}
 * @param payload the record whose JSON is published
 * @param topic where it is published; null for the service's own topic
 */
public record EventType(String name, String aggregate, Class<? extends DomainEvent> payload, String topic) {

    /** A type of the service's own topic. */
    public static EventType of(String name, String aggregate, Class<? extends DomainEvent> payload) {
        return new EventType(name, aggregate, payload, null);
    }

    /** The same type on a topic of its own, for events that not everybody may read. */
    public EventType on(String topic) {
        return new EventType(name, aggregate, payload, topic);
    }
}
