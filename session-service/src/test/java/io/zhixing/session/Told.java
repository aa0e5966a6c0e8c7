package io.zhixing.session;

import java.io.IOException;
import java.util.UUID;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixing.platform.testing.event.EventContract;
import io.zhixing.platform.testing.event.TopicPublisher;
import io.zhixing.platform.time.Ids;

/** An event of organization-service: the publisher's own example with the values that a test is about. */
final class Told {

    private static final JsonMapper JSON = new JsonMapper();

    private final String event;
    private final ObjectNode payload;
    private UUID aggregate;
    private long version;
    private UUID id = Ids.next();

    private Told(String event, ObjectNode payload) {
        this.event = event;
        this.payload = payload;
    }

    static Told of(String event) {
        return likeExample(event, event);
    }

    /** An event whose publisher has no example yet, made from the example of one that carries the same state. */
    static Told likeExample(String event, String example) {
        try {
            return new Told(event,
                    (ObjectNode) JSON.readTree(EventContract.ofNeighbour("organization", example).example()));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    Told about(String key, UUID aggregate, long version) {
        this.aggregate = aggregate;
        this.version = version;
        payload.put("version", version);
        return with(key, aggregate);
    }

    Told with(String field, Object value) {
        payload.put(field, value.toString());
        return this;
    }

    /** May be called again: the same event is sent again. */
    void tell() {
        TopicPublisher.to("organization.events.v1").event(event).about(aggregate, version).id(id)
                .publish(payload.toString());
    }
}
