package io.zhixing.project;

import static io.zhixing.platform.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.event.TopicPublisher;
import io.zhixing.platform.time.Ids;

/** Organizations for tests, told by events as organization-service tells them. */
final class City {

    static final String TOPIC = "organization.events.v1";

    private static final String RUN = Ids.next().toString().replace("-", "").substring(0, 12);
    private static final AtomicInteger NEXT = new AtomicInteger();

    private City() {}

    record Organization(UUID id, String code, String path) {}

    /** A committee of its own with nothing above it. */
    static Organization city() {
        return root("441200");
    }

    static Organization root(String areaCode) {
        return known(tell(at("/" + label() + "/"), "LOCAL_COMMITTEE", areaCode));
    }

    static Organization county(Organization superior) {
        return below(superior, "LOCAL_COMMITTEE", "441223");
    }

    /** A town's committee. */
    static Organization below(Organization superior) {
        return below(superior, "PRIMARY_COMMITTEE", "441223100");
    }

    static Organization below(Organization superior, String type, String areaCode) {
        return known(tell(at(superior.path() + label() + "/"), type, areaCode));
    }

    static void tell(UUID organization, long version, String event, String payload) {
        TopicPublisher.to(TOPIC).event(event).about(organization, version).publish(payload);
    }

    private static Organization at(String path) {
        return new Organization(Ids.next(), path, path);
    }

    private static Organization tell(Organization one, String type, String areaCode) {
        tell(one.id(), 1, "organization-created.v1", """
                {"organizationId":"%s","version":1,"code":"%s","name":"示例组织","type":"%s","areaCode":"%s","path":"%s",
                "state":"ACTIVE","effectiveOn":"2010-01-01"}""".formatted(one.id(), one.code(), type, areaCode,
                one.path()));
        return one;
    }

    private static Organization known(Organization one) {
        eventually(() -> assertEquals(1, Database.asPipeline().query(
                "select count(*) from organization_ref where id = ?", row -> row.getInt(1), one.id()).get(0)));
        return one;
    }

    private static String label() {
        return RUN + String.format("%04d", NEXT.incrementAndGet());
    }
}
