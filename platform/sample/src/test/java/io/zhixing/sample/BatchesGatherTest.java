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

    private static final Duration GATHER = Duration.ofSeconds(2);

    @Test
    void what_follows_a_batch_waits_until_the_relay_has_gathered_and_leaves_then() throws SQLException {
        // Given
        eventually(() -> assertEquals(0, waiting()));
        long begun = System.nanoTime();
        write();
        eventually(() -> assertEquals(0, waiting()));
        // When
        write();
        // Then: from before the first, so that no computer is too slow for it
        eventually(() -> assertEquals(0, waiting()));
        var together = Duration.ofNanos(System.nanoTime() - begun);
        assertTrue(together.compareTo(GATHER) >= 0, "both had left after " + together);
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
