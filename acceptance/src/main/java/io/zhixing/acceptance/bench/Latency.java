package io.zhixing.acceptance.bench;

import java.util.Arrays;

/** How long calls took from the time they were due, in microseconds, at a rate of so many a second. */
record Latency(double perSecond, long p50, long p95, long p99, long highest) {

    static Latency of(double perSecond, long[] micros) {
        var sorted = micros.clone();
        Arrays.sort(sorted);
        return new Latency(perSecond, at(sorted, 0.50), at(sorted, 0.95), at(sorted, 0.99), sorted[sorted.length - 1]);
    }

    private static long at(long[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
    }

    @Override
    public String toString() {
        return "p50 / p95 / p99 / highest %.1f / %.1f / %.1f / %.1f ms at %.0f/s".formatted(p50 / 1e3, p95 / 1e3,
                p99 / 1e3, highest / 1e3, perSecond);
    }
}
