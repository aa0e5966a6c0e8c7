package io.zhixing.platform.outbox;

/**
 * One type of event that a service publishes.
 *
 * @param name past tense, kebab case, with its version: {@code study-session-recorded.v1}
 * @param aggregate kebab-case name of what it is about: {@code study-session}
 * @param payload the record whose JSON is published
 */
public record EventType(String name, String aggregate, Class<? extends DomainEvent> payload) {

    public static EventType of(String name, String aggregate, Class<? extends DomainEvent> payload) {
        return new EventType(name, aggregate, payload);
    }
}
