package io.zhixing.city;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What the caller asked for. Scale and seed stay empty when they were not given: a data folder that holds a city
 * already then keeps its own.
 */
public record Options(OptionalDouble askedScale, OptionalLong askedSeed, Path data, int portBase, boolean fresh,
        boolean city, boolean exitAfterReport, Path report, boolean help) {

    public static final double DEFAULT_SCALE = 0.05;
    public static final long DEFAULT_SEED = 1;
    public static final int DEFAULT_PORT_BASE = 8080;

    static final String USAGE = """
            用法 Usage: deploy/local/up [选项 options]
              --scale F            示例城市规模，0.001 到 1，默认 0.05 / size of the sample city, 0.001 to 1, default 0.05
              --seed N             随机种子，同种子同城市，默认 1 / same seed, same city, default 1
              --data DIR           数据文件夹，默认 .zhixing / data folder, default .zhixing
              --port-base N        首个端口，默认 8080，共用 13 个 / first of 13 ports, default 8080
              --fresh              先清空数据文件夹 / empty the data folder first
              --no-city            不载入示例城市 / start without the sample city
              --exit-after-report  打印报告后停止 / stop after the report
              --report FILE        把数据写成 JSON / write the figures as JSON
              --help               本说明 / this text""";

    private static final double SMALLEST_SCALE = 0.001;
    private static final int FIRST_FREE_PORT = 1024;
    private static final int LAST_PORT_BASE = 65_500;

    /** Reads the command line; relative files are those of {@code workingFolder}, where the caller stands. */
    static Options parse(List<String> arguments, Path projectRoot, Path workingFolder) {
        var reading = new Reading(projectRoot.resolve(".zhixing"), workingFolder);
        var rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            reading.take(rest.poll(), rest);
        }
        return reading.done();
    }

    /** The scale asked for, else the usual one. */
    public double scale() {
        return askedScale.orElse(DEFAULT_SCALE);
    }

    public long seed() {
        return askedSeed.orElse(DEFAULT_SEED);
    }

    private static final class Reading {

        private final Path workingFolder;
        private OptionalDouble scale = OptionalDouble.empty();
        private OptionalLong seed = OptionalLong.empty();
        private Path data;
        private int portBase = DEFAULT_PORT_BASE;
        private boolean fresh;
        private boolean city = true;
        private boolean exitAfterReport;
        private Path report;
        private boolean help;

        Reading(Path data, Path workingFolder) {
            this.data = data;
            this.workingFolder = workingFolder;
        }

        void take(String name, ArrayDeque<String> rest) {
            switch (name) {
                case "--scale" -> scale = OptionalDouble.of(scale(value(name, rest)));
                case "--seed" -> seed = OptionalLong.of(number(name, value(name, rest), 0, Integer.MAX_VALUE));
                case "--data" -> data = workingFolder.resolve(value(name, rest)).normalize();
                case "--port-base" -> portBase = (int) number(name, value(name, rest), FIRST_FREE_PORT, LAST_PORT_BASE);
                case "--report" -> report = workingFolder.resolve(value(name, rest)).normalize();
                case "--fresh" -> fresh = true;
                case "--no-city" -> city = false;
                case "--exit-after-report" -> exitAfterReport = true;
                case "--help", "-h" -> help = true;
                default -> throw wrong("没有选项 " + name + "，见 --help", "There is no option " + name + ", see --help");
            }
        }

        Options done() {
            if (!city && report != null) {
                throw wrong("--report 需要示例城市，不能与 --no-city 同用", "--report needs the sample city: not with --no-city");
            }
            return new Options(scale, seed, data, portBase, fresh, city, exitAfterReport, report, help);
        }

        private static String value(String name, ArrayDeque<String> rest) {
            if (rest.isEmpty()) {
                throw wrong("选项 " + name + " 缺少值", "Option " + name + " needs a value");
            }
            return rest.poll();
        }

        private static double scale(String text) {
            try {
                double scale = Double.parseDouble(text);
                if (scale >= SMALLEST_SCALE && scale <= 1) {
                    return scale;
                }
            } catch (NumberFormatException notANumber) {
                throw wrongScale(text);
            }
            throw wrongScale(text);
        }

        private static CityFailure wrongScale(String text) {
            return wrong("--scale 应为 0.001 到 1 之间的数，不是 " + text, "--scale is a number from 0.001 to 1, not " + text);
        }

        private static long number(String name, String text, long least, long most) {
            try {
                long number = Long.parseLong(text);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException notANumber) {
                throw wrongNumber(name, text, least, most);
            }
            throw wrongNumber(name, text, least, most);
        }

        private static CityFailure wrongNumber(String name, String text, long least, long most) {
            return wrong(name + " 应为 " + least + " 到 " + most + " 之间的整数，不是 " + text,
                    name + " is a whole number from " + least + " to " + most + ", not " + text);
        }

        private static CityFailure wrong(String zh, String en) {
            return new CityFailure(CityFailure.WRONG_OPTIONS, zh, en);
        }
    }
}
