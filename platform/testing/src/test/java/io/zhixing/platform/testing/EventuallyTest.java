package io.zhixing.platform.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

class EventuallyTest {

    @Test
    void assertions_that_hold_later_pass() {
        // Given
        var tries = new AtomicInteger();
        // When
        Eventually.eventually(() -> assertEquals(3, tries.incrementAndGet()));
        // Then
        assertEquals(3, tries.get());
    }

    @Test
    void a_wait_in_vain_fails_by_the_assertion_itself() {
        // When
        var red = assertThrows(AssertionError.class,
                () -> Eventually.eventually(Duration.ofMillis(200), () -> assertEquals("there", "missing")));
        // Then
        assertEquals("expected: <there> but was: <missing>", red.getMessage());
    }

    @Test
    void a_defect_ends_the_wait_at_once() {
        // Given
        var tries = new AtomicInteger();
        // When
        assertThrows(IllegalStateException.class, () -> Eventually.eventually(() -> {
            tries.incrementAndGet();
            throw new IllegalStateException("broken");
        }));
        // Then
        assertEquals(1, tries.get());
    }

    @Test
    void the_value_itself_is_returned() {
        assertEquals("here", Eventually.eventuallyGet(() -> "here"));
    }
}
