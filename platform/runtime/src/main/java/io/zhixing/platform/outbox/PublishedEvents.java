package io.zhixing.platform.outbox;

import java.util.List;

/** The one screen of what a service publishes; at most one bean of it in a service. */
public interface PublishedEvents {

    /** The service's topic, such as {@code session.events.v1}. */
    String topic();

    List<EventType> types();

    /** Where events of this name go; a name that is no longer published goes where the service's events go. */
    default String topicOf(String name) {
        return types().stream().filter(type -> type.name().equals(name) && type.topic() != null).findFirst()
                .map(EventType::topic).orElse(topic());
    }
}
