package io.zhixing.sample;

import static io.zhixing.platform.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.zhixing.platform.testing.database.Database;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A relay that is told to gather, by the settings of {@link ServiceApart} for two seconds. */
@QuarkusTest
@Tag("landing")
@TestProfile(ServiceApart.class)
class BatchesGatherTest {

    /** Half of what it gathers for: that the first event has left is seen a little later than it has. */
    private static final Duration AT_LEAST = Duration.ofSeconds(1);

    @Test
    void what_follows_a_batch_waits_until_the_relay_has_gathered_and_leaves_then() throws SQLException {
        // Given
        eventually(() -> assertEquals(0, waiting()));
        write();
        eventually(() -> assertEquals(0, waiting()));
        // When
        long followed = System.nanoTime();
        write();
        // Then
        eventually(() -> assertEquals(0, waiting()));
        var waited = Duration.ofNanos(System.nanoTime() - followed);
        assertTrue(waited.compareTo(AT_LEAST) > 0, "it left after " + waited);
    }

    private static void write() throws SQLException {
        try (var connection = Database.asOwner().connect(); var statement = connection.createStatement()) {
            statement.execute("""
                    insert into outbox (id, aggregatetype, aggregateid, type, payload, aggregateversion, shard, stream_epoch)
                    select gen_random_uuid(), 'gathered', note, 'io.zhixing.sample.note-gathered.v1',
                      '{"noteId":"' || note || '"}', 1, 1, 1
                    from (select gen_random_uuid()::text as note) one""");
            statement.execute("notify outbox");
        }
    }

    private static long waiting() {
        return Database.asPipeline().query("select count(*) from outbox", row -> row.getLong(1)).get(0);
    }
}
