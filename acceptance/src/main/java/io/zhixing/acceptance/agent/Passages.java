package io.zhixing.acceptance.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Counts who comes by a fail point. Public, because the woven code of the service calls it. */
public final class Passages {

    /** Name beside the file that tells of a held thread: while it is not there the thread stays held. */
    public static final String RELEASE = ".release";

    private static final int KILLED = 137;
    private static final Map<String, Watch> WATCHES = new ConcurrentHashMap<>();

    private record Watch(long passage, Path file, boolean halts, AtomicLong passed) {}

    private Passages() {}

    static void watch(FailPoint point, long passage, String file, boolean halts) {
        WATCHES.put(point.name(), new Watch(passage, Path.of(file), halts, new AtomicLong()));
    }

    /** At the passage that was asked for: tells so in the file, then ends the JVM with no farewell, or holds the thread. */
    public static void passed(String point) {
        var watch = WATCHES.get(point);
        if (watch == null || watch.passed().incrementAndGet() != watch.passage()) {
            return;
        }
        try {
            Files.writeString(watch.file(), point + " " + watch.passage());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        if (watch.halts()) {
            Runtime.getRuntime().halt(KILLED);
        }
        var release = watch.file().resolveSibling(watch.file().getFileName() + RELEASE);
        while (!Files.exists(release)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
