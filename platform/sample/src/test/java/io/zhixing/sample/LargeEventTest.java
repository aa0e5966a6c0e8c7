package io.zhixing.sample;

import static io.zhixing.platform.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The broker counts bytes, and a Chinese character has three. */
@QuarkusTest
class LargeEventTest {

    @Inject
    Outbox outbox;

    @ParameterizedTest
    @CsvSource({"知, 300000", "a, 900000", "é, 450000"})
    void an_event_that_the_broker_would_refuse_is_refused_with_its_change(String letter, int letters) {
        // Given
        var written = new Note.Written(Ids.next(), 1, Ids.next(), LocalDate.of(2016, 7, 1), letter.repeat(letters));
        // When
        var refused = assertThrows(ProblemException.class, () -> outbox.append(written, "/0001/"));
        // Then
        assertEquals(PlatformProblems.BODY_TOO_LARGE, refused.problem());
    }

    @Test
    void no_more_is_read_at_once_than_the_relay_can_hold_and_all_of_it_leaves() throws SQLException {
        // Given: the relay waits for its leases while 12 events of 850 kB are written, and then for leave to remove the last two
        eventually(() -> assertEquals(0, waiting()));
        try (var leases = owner("select from relay_lease for update"); var writer = owner("""
                insert into outbox (id, aggregatetype, aggregateid, type, payload, aggregateversion, shard, stream_epoch)
                select gen_random_uuid(), 'large', note, 'io.zhixing.sample.note-enlarged.v1',
                  '{"noteId":"' || note || '","title":"' || repeat('知', 283000) || '"}', 1, n % 16, 1
                from (select n, gen_random_uuid()::text as note from generate_series(1, 12) n) large""")) {
            writer.commit();
            try (var last = owner("select from outbox order by seq desc limit 2 for update")) {
                // When
                leases.rollback();
                // Then
                eventually(() -> assertEquals(2, waiting()));
                last.rollback();
            }
        }
        eventually(() -> assertEquals(0, waiting()));
    }

    private static Connection owner(String sql) throws SQLException {
        var connection = Database.asOwner().connect();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
        return connection;
    }

    private static long waiting() {
        return Database.asPipeline().query("select count(*) from outbox", row -> row.getLong(1)).get(0);
    }
}
