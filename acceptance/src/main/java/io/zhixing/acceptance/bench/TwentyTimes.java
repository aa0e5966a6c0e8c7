package io.zhixing.acceptance.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.zhixing.city.launch.Service;

/**
 * The same questions before and after every branch has twenty times its members: by one client, so that a call's time is
 * its own and no queue's. What is asked about is drawn anew, from all members.
 */
final class TwentyTimes {

    private static final int TIMES = 20;
    private static final int ROUNDS = 5;

    private final BenchCity city;
    private final BenchOptions options;

    /** Mean microseconds of a call, of the middle one of several rounds. */
    record Times(Map<String, Double> micros) {}

    /** @param before with so many members; @param after with {@code members} */
    record Result(long members, Times before, Times after) {

        double growth(String measure) {
            return after.micros().get(measure) / before.micros().get(measure);
        }

        Finding finding() {
            var values = new LinkedHashMap<String, Object>();
            before.micros().keySet().forEach(measure -> values.put(measure, Map.of("microsBefore",
                    before.micros().get(measure), "microsAfter", after.micros().get(measure))));
            return new Finding("twentyTimes",
                    "With %,d members instead of a twentieth (二十倍党员) a call of one client took so many times as long: %s."
                            .formatted(
                                    members, before.micros().keySet().stream()
                                            .map(measure -> "%s %.2f".formatted(measure, growth(measure)))
                                            .collect(Collectors.joining(", "))),
                    values);
        }
    }

    private TwentyTimes(BenchCity city, BenchOptions options) {
        this.city = city;
        this.options = options;
    }

    static Result run(BenchCity city, BenchOptions options) throws Exception {
        System.out.println("== 二十倍党员 / twenty times the members");
        var measure = new TwentyTimes(city, options);
        var before = measure.times();
        SyntheticRegister.multiplyMembers(city, TIMES);
        SyntheticRegister.settle(city);
        var result = new Result(measure.members(), before, measure.times());
        before.micros().keySet().forEach(name -> System.out.printf("  %s: %.0f µs, then %.0f µs: %.2f times%n", name,
                before.micros().get(name), result.after().micros().get(name), result.growth(name)));
        return result;
    }

    private Times times() throws Exception {
        var micros = new LinkedHashMap<String, Double>();
        for (var reading : List.of(Readings.memberById(city), Readings.pageOfSubtree(city),
                Readings.countsOfRegister(city))) {
            Load.closed(reading.service(), 1, options.seconds());
            micros.put(reading.code(), middle(reading.service()));
            micros.put(reading.code() + " (SQL)", middle(reading.sql()));
        }
        return new Times(micros);
    }

    private double middle(Side side) throws Exception {
        var rounds = new ArrayList<Double>();
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            long calls = Load.closed(side, 1, options.seconds());
            rounds.add((System.nanoTime() - start) / 1e3 / calls);
        }
        var sorted = rounds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return Arrays.stream(sorted).skip(ROUNDS / 2).findFirst().orElseThrow();
    }

    private long members() throws SQLException {
        try (var connection = city.superuser(Service.ORGANIZATION)) {
            return SyntheticRegister.count(connection, "party_member");
        }
    }
}
