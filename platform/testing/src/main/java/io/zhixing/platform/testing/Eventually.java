package io.zhixing.platform.testing;

import java.time.Duration;
import java.util.function.Supplier;

import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/**
 * Waits for what another thread or service does. A wait that ends in vain fails by the assertion that did not hold, so
 * that the report says what was missing and not only that time passed.
 */
public final class Eventually {

    /** Generous: a test that passes never waits so long, one that fails may. */
    public static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Duration INTERVAL = Duration.ofMillis(50);

    private Eventually() {}

    /** Repeats the assertions until they hold. */
    public static void eventually(ThrowingRunnable assertions) {
        eventually(PATIENCE, assertions);
    }

    /** @param patience for what the design promises within a time, such as an effect in another service within a second */
    public static void eventually(Duration patience, ThrowingRunnable assertions) {
        Awaitility.await().pollInSameThread().pollDelay(Duration.ZERO).pollInterval(INTERVAL).atMost(patience)
                .untilAsserted(assertions);
    }

    /**
     * The first value for which the supplier throws nothing.
     *
     * @param value throws an {@link AssertionError} naming what is missing as long as it is
     */
    public static <T> T eventuallyGet(Supplier<T> value) {
        var found = new Object[1];
        eventually(() -> found[0] = value.get());
        @SuppressWarnings("unchecked")
        var typed = (T) found[0];
        return typed;
    }
}
