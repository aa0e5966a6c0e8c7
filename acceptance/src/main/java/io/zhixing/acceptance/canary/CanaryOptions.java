package io.zhixing.acceptance.canary;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;

/** Where the city of the canaries lives. */
record CanaryOptions(long seed, double scale, int portBase, Path data, boolean help) {

    static final String USAGE = """
            用法 Usage: acceptance/canary [选项 options]
              --seed N         随机种子，定身份证号 / seed of the ID numbers, default 1
              --port-base N    首个端口，默认 31080 / first of 13 ports, default 31080
              --data DIR       数据文件夹（先清空），默认 acceptance/target/canary / data folder, emptied first
              --help           本说明 / this text""";

    private static final double SCALE = 0.02;

    static CanaryOptions parse(List<String> arguments, Path root) {
        var options = new CanaryOptions(1, SCALE, 31_080, root.resolve("acceptance/target/canary"), false);
        var rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            options = options.with(rest.poll(), rest);
        }
        return options;
    }

    private CanaryOptions with(String name, ArrayDeque<String> rest) {
        if (name.equals("--help") || name.equals("-h")) {
            return new CanaryOptions(seed, scale, portBase, data, true);
        }
        if (rest.isEmpty()) {
            throw new IllegalArgumentException("Option " + name + " needs a value");
        }
        var value = rest.poll();
        return switch (name) {
            case "--seed" -> new CanaryOptions(Long.parseLong(value), scale, portBase, data, help);
            case "--port-base" -> new CanaryOptions(seed, scale, Integer.parseInt(value), data, help);
            case "--data" -> new CanaryOptions(seed, scale, portBase, Path.of(value).toAbsolutePath(), help);
            default -> throw new IllegalArgumentException("There is no option " + name + ", see --help");
        };
    }
}
