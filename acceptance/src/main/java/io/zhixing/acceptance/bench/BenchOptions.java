package io.zhixing.acceptance.bench;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;

/**
 * How long and how hard to measure. The defaults are honest on a quiet computer; shorter rounds are for trying out.
 *
 * @param pairs of rounds, one of the service and one of the reference each
 * @param seconds of a round
 * @param warmUpSeconds before the first round: a JVM needs a minute to reach its speed
 * @param clients that call at once, without a pause
 * @param only what is measured beside the import; everything when it is empty
 * @param twentyTimes whether the same reads are also measured with twenty times the members
 */
record BenchOptions(int pairs, int seconds, int warmUpSeconds, int clients, int members, int portBase, Path data,
        Path out, Set<String> only, boolean twentyTimes, boolean help) {

    static final String USAGE = """
            用法 Usage: acceptance/bench [选项 options]
              --pairs N        轮次对数，默认 5 / pairs of rounds, default 5
              --seconds N      每轮秒数，默认 15 / seconds of a round, default 15
              --warm-up N      预热秒数，默认 60 / seconds of warm-up, default 60
              --clients N      并发数，默认 8 / calls at once, default 8
              --members N      党员数，默认 180000 / members, default 180000
              --port-base N    首个端口，默认 25080 / first of 13 ports, default 25080
              --data DIR       数据文件夹（先清空），默认 acceptance/target/bench / data folder, emptied first
              --out DIR        结果文件夹，默认 docs/bench / folder of the results
              --only NAMES     只测其中几项：move,export,page,session,pay；默认全部 / only some measures, default all
              --members20      另测二十倍党员时的读取 / also reading with twenty times the members
              --help           本说明 / this text""";

    static BenchOptions parse(List<String> arguments, Path root) {
        var options = new BenchOptions(5, 15, 60, 8, 180_000, 25_080, root.resolve("acceptance/target/bench"),
                root.resolve("docs/bench"), Set.of(), false, false);
        var rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            options = options.with(rest.poll(), rest);
        }
        return options;
    }

    private BenchOptions with(String name, ArrayDeque<String> rest) {
        return switch (name) {
            case "--pairs" -> new BenchOptions(number(name, rest), seconds, warmUpSeconds, clients, members, portBase,
                    data, out, only, twentyTimes, help);
            case "--seconds" -> new BenchOptions(pairs, number(name, rest), warmUpSeconds, clients, members, portBase,
                    data, out, only, twentyTimes, help);
            case "--warm-up" -> new BenchOptions(pairs, seconds, number(name, rest), clients, members, portBase, data,
                    out, only, twentyTimes, help);
            case "--clients" -> new BenchOptions(pairs, seconds, warmUpSeconds, number(name, rest), members, portBase,
                    data, out, only, twentyTimes, help);
            case "--members" -> new BenchOptions(pairs, seconds, warmUpSeconds, clients, number(name, rest), portBase,
                    data, out, only, twentyTimes, help);
            case "--port-base" -> new BenchOptions(pairs, seconds, warmUpSeconds, clients, members, number(name, rest),
                    data, out, only, twentyTimes, help);
            case "--data" -> new BenchOptions(pairs, seconds, warmUpSeconds, clients, members, portBase,
                    folder(name, rest), out, only, twentyTimes, help);
            case "--out" -> new BenchOptions(pairs, seconds, warmUpSeconds, clients, members, portBase, data,
                    folder(name, rest), only, twentyTimes, help);
            case "--only" -> new BenchOptions(pairs, seconds, warmUpSeconds, clients, members, portBase, data, out,
                    Set.of(value(name, rest).split(",")), twentyTimes, help);
            case "--members20" -> new BenchOptions(pairs, seconds, warmUpSeconds, clients, members, portBase, data,
                    out, only, true, help);
            case "--help", "-h" -> new BenchOptions(pairs, seconds, warmUpSeconds, clients, members, portBase, data,
                    out, only, twentyTimes, true);
            default -> throw new IllegalArgumentException("There is no option " + name + ", see --help");
        };
    }

    boolean asksFor(String measure) {
        return only.isEmpty() || only.contains(measure);
    }

    private static int number(String name, ArrayDeque<String> rest) {
        int number = Integer.parseInt(value(name, rest));
        if (number < 1) {
            throw new IllegalArgumentException("Option " + name + " needs a positive number");
        }
        return number;
    }

    private static Path folder(String name, ArrayDeque<String> rest) {
        return Path.of(value(name, rest)).toAbsolutePath();
    }

    private static String value(String name, ArrayDeque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException("Option " + name + " needs a value");
        }
        return rest.poll();
    }
}
