package io.zhixing.acceptance.kill;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Whom to kill, in which city.
 *
 * @param out null where nothing is to be written
 */
record KillOptions(List<Victim> victims, long seed, double scale, int portBase, Path data, Path out, boolean help) {

    static final String USAGE = """
            用法 Usage: acceptance/kill-runs [victim…] [选项 options]
              victim           organization session evaluation poverty-project kafka postgresql，默认全部 / default all
              --seed N         随机种子，定城市与时刻，默认 1 / seed of the city and of each moment, default 1
              --scale F        城市规模，默认 0.05 / size of the city, default 0.05
              --port-base N    首个端口，默认 30080 / first of 13 ports, default 30080
              --data DIR       数据文件夹（先清空），默认 acceptance/target/kill-runs / data folder, emptied first
              --out FILE       结果，默认 docs/kill-runs.md，仅在全部运行时写 / result; by default only of a run of all
              --help           本说明 / this text""";

    static KillOptions parse(List<String> arguments, Path root) {
        var victims = new ArrayList<Victim>();
        var options = new KillOptions(victims, 1, 0.05, 30_080, root.resolve("acceptance/target/kill-runs"), null,
                false);
        var rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            var word = rest.poll();
            if (word.startsWith("-")) {
                options = options.with(word, rest);
            } else {
                victims.add(Victim.of(word));
            }
        }
        return victims.isEmpty() ? options.withAll(root) : options;
    }

    private KillOptions withAll(Path root) {
        return new KillOptions(List.of(Victim.values()), seed, scale, portBase, data,
                out == null ? root.resolve("docs/kill-runs.md") : out, help);
    }

    private KillOptions with(String name, ArrayDeque<String> rest) {
        if (name.equals("--help") || name.equals("-h")) {
            return new KillOptions(victims, seed, scale, portBase, data, out, true);
        }
        if (rest.isEmpty()) {
            throw new IllegalArgumentException("Option " + name + " needs a value");
        }
        var value = rest.poll();
        return switch (name) {
            case "--seed" -> new KillOptions(victims, Long.parseLong(value), scale, portBase, data, out, help);
            case "--scale" -> new KillOptions(victims, seed, Double.parseDouble(value), portBase, data, out, help);
            case "--port-base" -> new KillOptions(victims, seed, scale, Integer.parseInt(value), data, out, help);
            case "--data" -> new KillOptions(victims, seed, scale, portBase, Path.of(value).toAbsolutePath(), out,
                    help);
            case "--out" -> new KillOptions(victims, seed, scale, portBase, data, Path.of(value).toAbsolutePath(),
                    help);
            default -> throw new IllegalArgumentException("There is no option " + name + ", see --help");
        };
    }
}
