package io.zhixing.city.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.zhixing.city.CityFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class CityTest {

    private static final int PORTS = 13;
    /** In which a city must be gone. */
    private static final long SECONDS_TO_STOP = 15;

    @TempDir
    Path folder;

    @Test
    void has_ended_within_fifteen_seconds_even_when_each_part_takes_its_whole_time() {
        assertTrue(City.MOST_SECONDS_TO_STOP < SECONDS_TO_STOP, City.MOST_SECONDS_TO_STOP + " s");
    }

    @Test
    @Timeout(60)
    void tells_the_first_failure_while_the_slowest_part_is_still_at_work() {
        // Given
        var never = new CountDownLatch(1);
        var told = new CityFailure("坏了", "It is broken");
        // When
        var failure = assertThrows(CityFailure.class, () -> City.together(() -> await(never), () -> {
            throw told;
        }));
        // Then
        assertEquals(told, failure);
        never.countDown();
    }

    @Test
    @Timeout(120)
    void shows_the_end_of_the_log_of_a_broker_that_dies_at_its_start_and_leaves_nothing_running() throws Exception {
        // Given
        var deaths = new LinkedBlockingQueue<CityFailure>();
        var ports = new Ports(freeBase());
        try (var data = DataFolder.open(folder.resolve("data"))) {
            data.requireOwnVersions();
            Files.createDirectories(data.path("kafka", "log"));
            Files.writeString(data.path("kafka", "log", "meta.properties"),
                    "version=1\ncluster.id=another\nnode.id=7\n");
            // Nothing keeps a city from ending, not even a file of its own that it cannot remove.
            Files.createDirectories(data.path("city.json", "in the way"));
            var city = new City(data, ports, folder, Lineup.of(), deaths::add);

            // When
            var failure = assertThrows(CityFailure.class, () -> {
                city.startInfrastructure(List.of(), Map.of());
                city.startServices(List.of());
            });
            assertThrows(UncheckedIOException.class, city::stop);

            // Then
            assertTrue(failure.details().stream().anyMatch(line -> line.contains("Stored node id 7")),
                    failure.line() + failure.details());
            assertTrue(deaths.stream().allMatch(one -> one.line().contains("kafka")), deaths.toString());
            assertEquals(List.of(), ports.all().values().stream().filter(port -> !isFree(port)).toList());
            assertTrue(Infrastructure.database(data).isEmpty());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freeBase() throws IOException {
        for (int base = 24_500; base < 25_500; base += PORTS) {
            if (new Ports(base).all().values().stream().allMatch(CityTest::isFree)) {
                return base;
            }
        }
        throw new IOException("no free ports");
    }

    private static boolean isFree(int port) {
        return io.zhixing.platform.infrastructure.Ports.isFree(port);
    }
}
