package io.zhixing.acceptance.bench;

import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Drives clients: without a pause, to find the highest rate, or at fixed times, to find how long a call takes. */
final class Load {

    private Load() {}

    /** So many clients for so many seconds; gives the number of calls. The first failed call fails all: no result. */
    static long closed(Side side, int clients, int seconds) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        return together(clients, side, client -> {
            long calls = 0;
            while (System.nanoTime() < end) {
                client.call();
                calls++;
            }
            return calls;
        });
    }

    /**
     * Calls due at fixed times, whether or not earlier ones are done; a call's time counts from when it was due, so that
     * a stall is not hidden by clients that wait. What is due while all clients wait is late.
     */
    static Latency open(Side side, int clients, double perSecond, int seconds) throws Exception {
        int calls = (int) Math.max(1, perSecond * seconds);
        var micros = new long[calls];
        var next = new AtomicLong();
        long start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200);
        together(clients, side, client -> {
            long done = 0;
            for (long i = next.getAndIncrement(); i < calls; i = next.getAndIncrement()) {
                long due = start + (long) (i * 1e9 / perSecond);
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                client.call();
                micros[(int) i] = (System.nanoTime() - due) / 1_000;
                done++;
            }
            return done;
        });
        return Latency.of(perSecond, micros);
    }

    @FunctionalInterface
    private interface Work {

        long with(Side.Client client) throws Exception;
    }

    private static long together(int clients, Side side, Work work) throws Exception {
        var pool = Executors.newFixedThreadPool(clients);
        try {
            var running = new ArrayList<Future<Long>>();
            for (int i = 0; i < clients; i++) {
                running.add(pool.submit(() -> {
                    try (var client = side.open()) {
                        return work.with(client);
                    } finally {
                        Wire.closeAll();
                    }
                }));
            }
            long calls = 0;
            for (var one : running) {
                calls += one.get();
            }
            return calls;
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A run with errors has no result", failed.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
