package io.zhixing.sample;

import static io.restassured.RestAssured.given;
import static io.zhixing.platform.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.zhixing.platform.testing.Eventually;
import io.zhixing.platform.testing.database.Database;
import org.junit.jupiter.api.Test;

/** What operators see. */
@QuarkusTest
class MetricsTest {

    /** No relay holds it, so what lies in it is never sent. */
    private static final int NOBODYS_SHARD = 99;
    private static final int SHARDS = 16;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Inject
    MeterRegistry metrics;

    @Test
    void every_address_of_a_large_contract_has_metrics_of_its_own() {
        // Given
        var name = Imports.title();
        // When
        IntStream.range(0, 130)
                .forEach(i -> metrics.timer("http.server.requests", "method", "GET", "outcome", "SUCCESS",
                        "status", "200", "uri", "/sample/v1/w" + name + "-" + i));
        // Then
        assertEquals(130, shown().lines().filter(line -> line.startsWith("http_server_requests_seconds_count")
                && line.contains("/sample/v1/w" + name)).count());
    }

    @Test
    void a_call_that_is_refused_before_it_has_an_operation_leaves_no_address_of_its_own() throws IOException {
        // Given
        var word = "w" + Imports.title();
        // When
        var status = announceTooMuch("/sample/v1/" + word);
        // Then
        assertTrue(status.startsWith("HTTP/1.1 413"), status);
        eventually(
                () -> assertTrue(shown().lines().anyMatch(line -> line.startsWith("http_server_requests_seconds_count")
                        && line.contains("status=\"413\"") && line.contains("uri=\"UNKNOWN\"")), this::shown));
        assertFalse(shown().contains(word), shown());
    }

    @Test
    void all_events_that_wait_are_counted_with_the_age_of_the_oldest() {
        // Given
        Database.asPipeline().query("""
                insert into outbox (id, aggregatetype, aggregateid, type, payload, aggregateversion, shard, stream_epoch, occurred_at)
                select gen_random_uuid(), 'note', 'stuck', 'note-written.v1', '{}', n, ?, 1, clock_timestamp() - interval '1 hour'
                from generate_series(1, 1200) n returning seq""", row -> row.getLong(1), NOBODYS_SHARD);
        try {
            // When, Then
            eventually(() -> {
                assertTrue(value("outbox_unsent") >= 1_200, this::shown);
                assertTrue(value("outbox_oldest_age_seconds") >= 3_600, this::shown);
            });
        } finally {
            Database.asPipeline().query("delete from outbox where shard = ? returning seq", row -> row.getLong(1),
                    NOBODYS_SHARD);
        }
        eventually(() -> assertTrue(value("outbox_oldest_age_seconds") < 3_600, this::shown));
    }

    @Test
    void a_shard_that_was_taken_over_meanwhile_is_counted_as_a_change_of_its_lease() {
        // Given
        double before = value("relay_lease_changes_total");
        // When
        Database.asPipeline().query(
                """
                update relay_lease set owner = gen_random_uuid(), epoch = epoch + 1, expires_at = '-infinity' returning shard""",
                row -> row.getInt(1));
        // Then
        eventually(() -> assertTrue(value("relay_lease_changes_total") >= before + SHARDS, this::shown));
    }

    private String shown() {
        return given().get(management.resolve("/q/metrics")).asString();
    }

    private double value(String name) {
        return shown().lines().filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{")).findFirst()
                .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .orElseThrow(() -> new AssertionError(name + " is not shown"));
    }

    private static String announceTooMuch(String path) throws IOException {
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout((int) Eventually.PATIENCE.toMillis());
            socket.getOutputStream().write(("POST " + path
                    + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2000000\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            var line = new byte[12];
            return new String(line, 0, socket.getInputStream().readNBytes(line, 0, line.length),
                    StandardCharsets.US_ASCII);
        }
    }
}
