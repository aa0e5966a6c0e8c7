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

/** A standing as evaluation-service tells it: its own example with the values that a test is about. */
final class Standing {

    static final String TOPIC = "evaluation.member-standing.v1";

    private final ObjectNode payload;
    private final UUID eventId = Ids.next();

    private Standing(ObjectNode payload) {
        this.payload = payload;
    }

    /** The publisher's example, a QUALIFIED of 2016, about this member. */
    static Standing of(String member) {
        try {
            var example = EventContract.ofNeighbour("evaluation", "member-standing-confirmed.v1").example();
            return new Standing((ObjectNode) new JsonMapper().readTree(example))
                    .with("standingId", Ids.next().toString()).with("memberId", member);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    Standing year(int year) {
        payload.put("year", year);
        return with("asOf", year + "-12-31").with("effectiveOn", year + 1 + "-01-20");
    }

    Standing grade(String grade) {
        return with("grade", grade);
    }

    Standing ungraded(String reason) {
        payload.remove("grade");
        return with("ungradedReason", reason);
    }

    /** The next version of the same standing. */
    Standing corrected() {
        var next = new Standing(payload.deepCopy());
        next.payload.put("version", payload.path("version").asLong() + 1);
        return next;
    }

    /** May be called again: the same event is sent again. */
    void tell() {
        TopicPublisher.to(TOPIC).event("member-standing-confirmed.v1")
                .about(payload.path("standingId").asText(), payload.path("version").asLong()).id(eventId)
                .publish(payload.toString());
    }

    /** Tells it and waits until the service has noted it. */
    void arrive() {
        tell();
        eventually(() -> assertEquals(List.of(1L),
                Database.asPipeline().query(
                        "select count(*) from inbox where consumer = 'member-standing' and event_id = ?",
                        row -> row.getLong(1), eventId)));
    }

    private Standing with(String field, String value) {
        payload.put(field, value);
        return this;
    }
}
