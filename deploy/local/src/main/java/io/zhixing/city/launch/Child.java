package io.zhixing.city.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import io.zhixing.city.CityFailure;

/** A process of the city and the log file it writes. */
record Child(String name, ProcessHandle handle, Path log) {

    /** The same process, under whatever name. */
    boolean isSame(Child other) {
        return handle.equals(other.handle);
    }

    boolean isAlive() {
        return handle.isAlive();
    }

    /** Asks it to end, and makes it end when the time is over. */
    void stop(long seconds) {
        handle.destroy();
        try {
            handle.onExit().get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException late) {
            kill();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            kill();
        }
    }

    void kill() {
        handle.descendants().forEach(ProcessHandle::destroyForcibly);
        handle.destroyForcibly();
    }

    /**
     * Kill -9 for it and for all it started, and returns when none of them is left: the first goes first, so that it
     * neither starts others nor ends them in order.
     */
    void crash() {
        var family = Stream.concat(Stream.of(handle), handle.descendants()).toList();
        family.forEach(ProcessHandle::destroyForcibly);
        family.forEach(one -> one.onExit().join());
    }

    /** SIGSTOP: it is there and does nothing; only {@link #kill} and {@link #crash} reach it. */
    void freeze() {
        try {
            int code = new ProcessBuilder("kill", "-STOP", Long.toString(handle.pid())).inheritIO().start().waitFor();
            if (code != 0) {
                throw new IllegalStateException(name + " cannot be stopped");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(hurry);
        }
    }

    /** One clear line, under the end of its log. */
    CityFailure failure(String zh, String en) {
        return new CityFailure(CityFailure.FAILED, name + " " + zh + "，日志末尾见上，全文 " + log,
                name + " " + en + "; the end of its log is above", LogTail.of(log));
    }
}
