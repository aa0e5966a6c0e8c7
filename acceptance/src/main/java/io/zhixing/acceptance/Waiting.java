package io.zhixing.acceptance;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import io.zhixing.city.CityFailure;

/** Waits for what other processes do. */
public final class Waiting {

    private Waiting() {}

    /** Looks again and again; fails when the time is over. */
    public static void until(Duration patience, Duration look, BooleanSupplier done) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Nothing happened within " + patience.toSeconds() + " s");
            }
            rest(look);
        }
    }

    /** Looks ten times a second; gives the seconds it took, and fails with the name of what did not come. */
    public static double secondsUntil(String awaited, Duration patience, BooleanSupplier done) {
        long start = System.nanoTime();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() - start > patience.toNanos()) {
                throw new IllegalStateException(awaited + ": not within " + patience.toSeconds() + " s");
            }
            rest(Duration.ofMillis(100));
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** Lets time pass in which others work: the length of an outage, the load before it. */
    public static void pass(Duration time) {
        rest(time);
    }

    /** The faults that are left when the time is over: none, as soon as there is none. */
    public static List<String> forNone(Duration patience, Supplier<List<String>> faults) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            var found = faults.get();
            if (found.isEmpty() || System.nanoTime() > deadline) {
                return found;
            }
            rest(Duration.ofMillis(100));
        }
    }

    private static void rest(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CityFailure("等待已中断", "The wait was interrupted");
        }
    }
}
