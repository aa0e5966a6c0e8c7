package io.zhixing.acceptance.faults;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;

/**
 * What is to fail, how long and how often.
 *
 * @param only numbers of faults and labels of mutants; empty for all
 * @param seconds that the load of one fault lasts
 * @param rate writes per second, to all services together
 * @param out null where nothing is to be written
 */
public record FaultOptions(List<String> only, boolean faults, boolean mutants, int rounds, long seed, int seconds,
        int rate, int importRows, int portBase, Path data, Path out, boolean help) {

    static final String USAGE = """
            用法 Usage: acceptance/faults [选项 options]     无选项：全部故障一轮及全部变异体 / without options: every fault once, every mutant
              --only X[,X…]    仅这些故障或变异体，如 5 或 1,7 或 acks-none / only these faults or mutants
              --mutants        仅变异体 / only the mutants
              --rounds N       轮数，默认 1 / rounds of the faults, default 1
              --seed N         随机种子，默认 1；第n轮用 seed+n-1 / seed, default 1; round n takes seed+n-1
              --seconds N      每个故障的负载秒数，默认 60 / seconds of load for each fault, default 60
              --rate N         每秒写入数，默认 100 / writes per second, default 100
              --members N      导入的党员数，默认 180000 / members of the import, default 180000
              --port-base N    首个端口，默认 28300 / first of 13 ports, default 28300
              --data DIR       数据文件夹（先清空），默认 acceptance/target/faults / data folder, emptied first
              --out FILE       结果，默认 docs/reliability.md，仅在全部运行时写 / result; by default only of a run of all
              --help           本说明 / this text""";

    /** What one test needs: short, and as little at once as a busy computer bears. */
    public static FaultOptions brief(Path data, int portBase, int seconds, int rate) {
        return new FaultOptions(List.of(), true, true, 1, 1, seconds, rate, 2_000, portBase, data, null, false);
    }

    static FaultOptions parse(List<String> arguments, Path root) {
        var options = new FaultOptions(List.of(), true, true, 1, 1, 60, 100, 180_000, 28_300,
                root.resolve("acceptance/target/faults"), null, false);
        var rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            options = options.with(rest.poll(), rest);
        }
        boolean all = options.faults && options.mutants && options.only.isEmpty();
        return all && options.out == null
                ? options.with("--out", root.resolve("docs/reliability.md").toString())
                : options;
    }

    private FaultOptions with(String name, ArrayDeque<String> rest) {
        return switch (name) {
            case "--help", "-h" -> new FaultOptions(only, faults, mutants, rounds, seed, seconds, rate, importRows,
                    portBase, data, out, true);
            case "--mutants" -> new FaultOptions(only, false, true, rounds, seed, seconds, rate, importRows, portBase,
                    data, out, help);
            default -> {
                if (rest.isEmpty()) {
                    throw new IllegalArgumentException("Option " + name + " needs a value, see --help");
                }
                yield with(name, rest.poll());
            }
        };
    }

    private FaultOptions with(String name, String value) {
        return switch (name) {
            case "--only" -> new FaultOptions(List.of(value.split(",")), faults, mutants, rounds, seed, seconds, rate,
                    importRows, portBase, data, out, help);
            case "--rounds" -> new FaultOptions(only, faults, mutants, number(value), seed, seconds, rate, importRows,
                    portBase, data, out, help);
            case "--seed" -> new FaultOptions(only, faults, mutants, rounds, Long.parseLong(value), seconds, rate,
                    importRows, portBase, data, out, help);
            case "--seconds" -> new FaultOptions(only, faults, mutants, rounds, seed, number(value), rate, importRows,
                    portBase, data, out, help);
            case "--rate" -> new FaultOptions(only, faults, mutants, rounds, seed, seconds, number(value), importRows,
                    portBase, data, out, help);
            case "--members" -> new FaultOptions(only, faults, mutants, rounds, seed, seconds, rate, number(value),
                    portBase, data, out, help);
            case "--port-base" -> new FaultOptions(only, faults, mutants, rounds, seed, seconds, rate, importRows,
                    number(value), data, out, help);
            case "--data" -> new FaultOptions(only, faults, mutants, rounds, seed, seconds, rate, importRows, portBase,
                    Path.of(value).toAbsolutePath(), out, help);
            case "--out" -> new FaultOptions(only, faults, mutants, rounds, seed, seconds, rate, importRows, portBase,
                    data, Path.of(value).toAbsolutePath(), help);
            default -> throw new IllegalArgumentException("There is no option " + name + ", see --help");
        };
    }

    private static int number(String value) {
        int number = Integer.parseInt(value);
        if (number < 1) {
            throw new IllegalArgumentException(value + " is not a positive number");
        }
        return number;
    }
}
