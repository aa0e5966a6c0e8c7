package io.zhixing.sample;

import static io.restassured.RestAssured.given;
import static io.zhixing.platform.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.chore.Chores;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;

/** What a service does by itself, on its database. */
@QuarkusTest
class ChoresTest {

    private static final Duration SOON = Duration.ofMillis(20);
    private static final int MOST = 9;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Inject
    Chores chores;

    @Test
    void a_run_that_the_database_refuses_or_the_jvm_ends_leaves_nothing_and_the_next_one_does_the_work() {
        // Given
        var consumer = Ids.next().toString();
        var runs = new AtomicInteger();
        // When
        chores.repeat(consumer, SOON, worked -> runs.get() < 4 ? SOON : Duration.ofDays(1),
                () -> chores.inPortions(MOST, connection -> {
                    Sql.update(connection,
                            "insert into inbox (consumer, event_id, received_at) values (?, gen_random_uuid(), now())",
                            consumer);
                    switch (runs.incrementAndGet()) {
                        case 1 -> throw new StackOverflowError();
                        case 2 -> Sql.update(connection, "delete from shelf_that_is_not_there");
                        case 3 -> throw new IllegalStateException("a defect");
                        default -> {
                            /* done */ }
                    }
                    return 1;
                }));
        // Then
        eventually(() -> assertEquals(List.of(1L), Database.asPipeline()
                .query("select count(*) from inbox where consumer = ?", row -> row.getLong(1), consumer)));
        assertEquals(4, runs.get());
        assertTrue(shown().contains("chore_failures_total{chore=\"" + consumer + "\"} 3.0"), shown());
        assertTrue(shown().contains("chore_next_run_seconds{chore=\"expiry\"}"), shown());
    }

    private String shown() {
        return given().get(management.resolve("/q/metrics")).asString();
    }
}
