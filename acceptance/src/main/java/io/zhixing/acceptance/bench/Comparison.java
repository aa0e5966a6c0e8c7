package io.zhixing.acceptance.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

import io.zhixing.acceptance.bench.Round.Pair;

/**
 * A measure and what came of it: pairs of rounds side by side, then runs for the time of a call, at half the rate and, where
 * that is more, at the rate of a city's busiest hour.
 *
 * @param peakOfSql the reference at that hour's rate: what the computer itself adds to the time of a call
 */
record Comparison(Measure measure, Map<String, Measure.RowsWritten> rows, List<Pair> pairs, Latency half,
        Optional<Latency> peak, Optional<Latency> peakOfSql) {

    /** An evening of ballots: nothing that a city does asks for more calls. */
    private static final double CITY_PEAK_PER_SECOND = 245;

    /** Until the system has reaped what has ended; read too early, the processor time comes out far too low. */
    private static final int REAPING_MILLIS = 400;
    private static final int REFERENCE_WARM_UP_SECONDS = 5;

    static Comparison of(Measure measure, BenchCity city, BenchOptions options) throws Exception {
        var rows = measure.rows();
        System.out.println("== " + measure.zh() + " / " + measure.en());
        Load.closed(measure.service(), options.clients(), options.warmUpSeconds());
        Load.closed(measure.sql(), options.clients(), Math.min(REFERENCE_WARM_UP_SECONDS, options.warmUpSeconds()));
        var pairs = new ArrayList<Pair>();
        for (int i = 1; i <= options.pairs(); i++) {
            var pair = new Pair(round(measure, measure.service(), city, options),
                    round(measure, measure.sql(), city, options));
            pairs.add(pair);
            System.out.printf(
                    "  %d/%d  service %.0f/s  SQL %.0f/s  ratio %.3f  CPU service %.0f µs, PostgreSQL %.0f µs;"
                            + " SQL alone %.0f µs%n",
                    i, options.pairs(), pair.service().perSecond(),
                    pair.reference().perSecond(), pair.ratio(), pair.service().serviceMicros(),
                    pair.service().postgresMicros(), pair.reference().postgresMicros());
        }
        double rate = median(pairs, pair -> pair.service().perSecond()) / 2;
        var half = latency(measure, measure.service(), rate, options);
        if (rate <= CITY_PEAK_PER_SECOND) {
            return new Comparison(measure, rows, pairs, half, Optional.empty(), Optional.empty());
        }
        return new Comparison(measure, rows, pairs, half,
                Optional.of(latency(measure, measure.service(), CITY_PEAK_PER_SECOND, options)),
                Optional.of(latency(measure, measure.sql(), CITY_PEAK_PER_SECOND, options)));
    }

    private static Latency latency(Measure measure, Side side, double perSecond, BenchOptions options)
            throws Exception {
        var latency = Load.open(side, options.clients(), perSecond, options.seconds());
        measure.settle();
        System.out.println("  " + latency);
        return latency;
    }

    /** The middle one of the pairs; with an even number, the mean of the two in the middle. */
    double median(ToDoubleFunction<Pair> value) {
        return median(pairs, value);
    }

    double lowest(ToDoubleFunction<Pair> value) {
        return pairs.stream().mapToDouble(value).min().orElseThrow();
    }

    double highest(ToDoubleFunction<Pair> value) {
        return pairs.stream().mapToDouble(value).max().orElseThrow();
    }

    private static double median(List<Pair> pairs, ToDoubleFunction<Pair> value) {
        var sorted = pairs.stream().mapToDouble(value).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** What a round causes later, such as sending events, belongs to its processor time. */
    private static Round round(Measure measure, Side side, BenchCity city, BenchOptions options) throws Exception {
        var before = city.cpu(measure.measured());
        long start = System.nanoTime();
        long calls = Load.closed(side, options.clients(), options.seconds());
        double seconds = (System.nanoTime() - start) / 1e9;
        measure.settle();
        TimeUnit.MILLISECONDS.sleep(REAPING_MILLIS);
        return new Round(calls, seconds, city.cpu(measure.measured()).since(before));
    }
}
