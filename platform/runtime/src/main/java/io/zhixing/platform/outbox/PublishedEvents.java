package io.zhixing.platform.outbox;

import java.util.List;

/** The one screen of what a service publishes; at most one bean of it in a service. */
public interface PublishedEvents {

    /** The service's topic, such as {@code session.events.v1}. */
    String topic();

    List<EventType> types();
}
