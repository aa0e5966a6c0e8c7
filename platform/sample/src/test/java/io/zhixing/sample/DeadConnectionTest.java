package io.zhixing.sample;

import static io.restassured.RestAssured.given;
import static io.zhixing.platform.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.Test;

/** After PostgreSQL was killed and started again, every connection that rested in a pool is dead. */
@QuarkusTest
class DeadConnectionTest {

    private static final int RESTING = 8;
    /** A connection that has rested for a second is looked at before it is given away. */
    private static final Duration LOOKED_AT_AFTER = Duration.ofMillis(1_200);
    private static final String OTHERS = " from pg_stat_activity where usename = current_user and pid <> pg_backend_pid()";

    @Inject
    Folders folders;

    @Inject
    AgroalDataSource database;

    @Test
    void no_caller_meets_a_connection_that_died_while_it_rested() throws SQLException {
        // Given
        var reader = Tokens.of("READER", folders.top().code());
        restSeveral();
        one("select count(pg_terminate_backend(pid, 5000))" + OTHERS);
        long killedAt = System.nanoTime();
        eventually(() -> assertTrue(System.nanoTime() - killedAt > LOOKED_AT_AFTER.toNanos()));
        // When
        var answers = Stream.generate(() -> given().auth().oauth2(reader).get("/sample/v1/notes").statusCode())
                .limit(RESTING).toList();
        // Then
        assertEquals(Collections.nCopies(RESTING, 200), answers);
    }

    private void restSeveral() throws SQLException {
        var held = new ArrayList<Connection>();
        try {
            for (int i = 0; i < RESTING; i++) {
                held.add(database.getConnection());
            }
        } finally {
            for (var connection : held) {
                connection.close();
            }
        }
    }

    private static long one(String query) {
        return Database.asApplication().query(query, row -> row.getLong(1)).get(0);
    }
}
