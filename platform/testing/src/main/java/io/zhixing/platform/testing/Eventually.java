package io.zhixing.platform.testing;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.ThrowingRunnable;

/**
 * Waits for what another thread or service does. A wait that ends in vain fails by the assertion that did not hold, so
 * that the report says what was missing and not only that time passed.
 */
public final class Eventually {

    /** Generous, for a machine that does much else at once: a test that passes never waits so long, one that fails may. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration INTERVAL = Duration.ofMillis(15);

    private Eventually() {}

    /** Repeats the assertions until they hold. */
    public static void eventually(ThrowingRunnable assertions) {
        eventually(PATIENCE, assertions);
    }

    /** @param patience for what the design promises within a time, such as an effect in another service within a second */
    public static void eventually(Duration patience, ThrowingRunnable assertions) {
        eventuallyGet(patience, () -> {
            try {
                assertions.run();
                return null;
            } catch (RuntimeException | Error failure) {
                throw failure;
            } catch (Throwable failure) {
                throw new AssertionError(failure);
            }
        });
    }

    public static <T> T eventuallyGet(Supplier<T> value) {
        return eventuallyGet(PATIENCE, value);
    }

    /**
     * The first value for which the supplier throws nothing.
     *
     * @param value throws an {@link AssertionError} that names what is missing as long as it is; any other exception
     *        ends the wait at once
     */
    public static <T> T eventuallyGet(Duration patience, Supplier<T> value) {
        var found = new AtomicReference<T>();
        try {
            Awaitility.await().pollInSameThread().pollDelay(Duration.ZERO).pollInterval(INTERVAL).atMost(patience)
                    .until(() -> {
                        try {
                            found.set(value.get());
                            return true;
                        } catch (AssertionError notYet) {
                            return false;
                        }
                    });
            return found.get();
        } catch (ConditionTimeoutException late) {
            return value.get();   // a last look, by which the wait fails: a busy computer may have let us look but once, or never
        }
    }
}
