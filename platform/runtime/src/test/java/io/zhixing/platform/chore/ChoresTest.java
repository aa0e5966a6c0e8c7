package io.zhixing.platform.chore;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ChoresTest {

    private static final Duration SOON = Duration.ofMillis(1);

    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final Chores chores = new Chores(null, metrics);

    @AfterEach
    void end() throws InterruptedException {
        chores.stop(new ShutdownEvent());
    }

    @Test
    void neither_an_error_nor_a_refusal_in_a_run_ends_the_following_ones_and_both_are_counted() throws Exception {
        // Given
        var runs = new AtomicInteger();
        var fourth = new CountDownLatch(4);
        // When
        chores.repeat("sweep", SOON, worked -> SOON, () -> {
            fourth.countDown();
            int run = runs.incrementAndGet();
            if (run == 1) {
                throw new StackOverflowError();
            }
            if (run == 2) {
                throw new IllegalStateException("a defect");
            }
        });
        // Then
        assertTrue(fourth.await(10, SECONDS));
        assertEquals(2, metrics.get("chore_failures").tag("chore", "sweep").counter().count());
    }

    @Test
    void the_rest_depends_on_how_long_the_work_took() throws Exception {
        // Given
        var rests = new LinkedBlockingQueue<Duration>();
        // When
        chores.repeat("sweep", SOON, worked -> {
            rests.add(worked);
            return Duration.ofDays(1);
        }, () -> {});
        // Then
        var worked = rests.take();
        assertFalse(worked.isNegative());
        assertTrue(worked.compareTo(Duration.ofSeconds(10)) < 0, worked::toString);
    }

    @Test
    void what_rests_for_an_hour_ends_at_once_and_does_not_run_again() {
        // Given
        var runs = new AtomicInteger();
        chores.hourly("sweep", runs::incrementAndGet);
        // When
        assertTimeout(Duration.ofSeconds(1), () -> chores.stop(new ShutdownEvent()));
        // Then
        assertEquals(0, runs.get());
    }

    @Test
    void the_next_run_is_seen_by_whoever_watches() {
        // When
        chores.hourly("sweep", () -> {});
        // Then
        double next = metrics.get("chore_next_run_seconds").tag("chore", "sweep").gauge().value();
        assertTrue(next > 3_500 && next <= 3_600, () -> next + " s");
    }

    @Test
    void a_chore_at_work_keeps_no_other_one_waiting() throws Exception {
        // Given
        var released = new CountDownLatch(1);
        var ran = new CountDownLatch(3);
        chores.repeat("long", SOON, worked -> SOON, () -> await(released));
        // When
        chores.repeat("short", SOON, worked -> SOON, ran::countDown);
        // Then
        assertTrue(ran.await(10, SECONDS));
        released.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException asked) {
            throw new IllegalStateException(asked);
        }
    }
}
