package io.zhixing.session;

import static io.zhixing.platform.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixing.platform.testing.database.Database;
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

    Told without(String field) {
        payload.remove(field);
        return this;
    }

    /** May be called again: the same event is sent again. */
    void tell() {
        TopicPublisher.to("organization.events.v1").event(event).about(aggregate, version).id(id)
                .publish(payload.toString());
    }

    /**
     * Until this event has been taken, and with it all that was told of the aggregate before: one partition keeps them in
     * order. What comes of another aggregate proves nothing of this one. Nothing of the aggregate is left waiting then: an
     * event that has found its turn is applied in a transaction after that of the one that it waited for.
     */
    void awaitTaken() {
        eventually(() -> {
            assertEquals(List.of(id), Database.asPipeline().query("select event_id from inbox where event_id = ?",
                    row -> row.getObject(1, UUID.class), id));
            assertEquals(List.of(), parked(aggregate));
        });
    }

    /** Version and reason of each event of the aggregate that waits. */
    static List<String> parked(UUID aggregate) {
        return Database.asPipeline().query(
                "select version || ' ' || reason from parked_event where aggregate_id = ? order by version, seq",
                row -> row.getString(1), aggregate.toString());
    }
}
