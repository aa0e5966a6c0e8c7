package io.zhixing.organization;

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

/** What evaluation-service tells beside the standings, one aggregate from its first version on. */
final class Told {

    private final String topic;
    private final String consumer;
    private final String type;
    private final String id = Ids.next().toString();
    private final ObjectNode payload;
    private long version;
    private UUID eventId;

    private Told(String topic, String consumer, String type, ObjectNode payload) {
        this.topic = topic;
        this.consumer = consumer;
        this.type = type;
        this.payload = payload;
    }

    /** A correction period; evaluation-service has not published its schema yet, the fields are the design's. */
    static Told correction(String member) {
        return new Told(Standing.TOPIC, "member-standing", "correction-period-changed.v1",
                new JsonMapper().createObjectNode()).with("memberId", member).with("until", "2017-12-31")
                .with("effectiveOn", "2017-01-20").year(2016).with("somethingNew", "ignored");
    }

    /** A round as the publisher's example has it: confirmed in 2016, with counts. */
    static Told round(Register.Organization organization) {
        try {
            var example = EventContract.ofNeighbour("evaluation", "appraisal-round-changed.v1").example();
            return new Told("evaluation.events.v1", "evaluation-events", "appraisal-round-changed.v1",
                    (ObjectNode) new JsonMapper().readTree(example)).with("organizationId", organization.id());
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** A case of a weak organization; its schema is not published yet either. */
    static Told weakCase(Register.Organization organization) {
        return new Told("evaluation.events.v1", "evaluation-events", "weak-organization-case-changed.v1",
                new JsonMapper().createObjectNode()).with("organizationId", organization.id()).year(2016)
                .with("category", "WEAK_ORGANIZATION").with("effectiveOn", "2016-05-04").with("criteria", "ignored");
    }

    Told with(String field, String value) {
        payload.put(field, value);
        return this;
    }

    Told year(int year) {
        payload.put("year", year);
        return this;
    }

    Told count(String field, int value) {
        ((ObjectNode) payload.path("counts")).put(field, value);
        return this;
    }

    Told without(String field) {
        payload.remove(field);
        return this;
    }

    /** The next version, and waits until the service has noted it. */
    Told arrives() {
        version++;
        eventId = Ids.next();
        send();
        eventually(() -> assertEquals(List.of(1L),
                Database.asPipeline().query("select count(*) from inbox where consumer = ? and event_id = ?",
                        row -> row.getLong(1), consumer, eventId)));
        return this;
    }

    /** The same event once more. */
    void again() {
        send();
    }

    private void send() {
        TopicPublisher.to(topic).event(type).about(id, version).id(eventId).publish(payload.toString());
    }
}
