package io.zhixing.acceptance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhixing.acceptance.bench.Round.Pair;

/** The results as a table to read and as JSON to compare. */
final class Report {

    private static final ToDoubleFunction<Pair> RATIO = Pair::ratio;

    private final Map<String, String> surroundings;
    private final ImportMembers.Result imported;
    private final List<Finding> findings;
    private final List<Comparison> comparisons;

    Report(Map<String, String> surroundings, ImportMembers.Result imported, List<Finding> findings,
            List<Comparison> comparisons) {
        this.findings = findings;
        this.surroundings = surroundings;
        this.imported = imported;
        this.comparisons = comparisons;
    }

    void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("README.md"), markdown());
        Files.writeString(folder.resolve("results.json"), json());
    }

    String markdown() {
        return """
                # Benchmark (基准测试)

                Written by `acceptance/bench`; do not edit. Each measure runs the interface and the same SQL over bare JDBC in turns, in
                one run. Ratios and CPU time per call carry over to another computer; rates do not. Most of the tree is
                synthetic, copied by SQL, which only this benchmark may do; members are imported, sessions recorded through the interface.
                Validation, scope, row-level security, outbox, stored answers and fsync are on. While organization-service imports, is read or
                moves a county, the other services rest; before it is read, they have worked off what the import told.

                | measure | service / SQL: median (lowest–highest) | service, calls/s | SQL, calls/s | CPU per call, µs: service | PostgreSQL | PostgreSQL for SQL alone | time of a call from when it was due |
                |---|---|---|---|---|---|---|---|
                %s

                What the SQL does: %s

                %s
                %s| surroundings | |
                |---|---|
                %s
                """
                .formatted(lines(comparisons, this::row), comparisons.stream()
                        .map(one -> one.measure().en() + ": " + one.measure().reference()).collect(
                                Collectors.joining("; ")),
                        bulk(), written(), surroundings.entrySet().stream()
                                .map(one -> "| " + one.getKey() + " | " + one.getValue() + " |")
                                .collect(Collectors.joining("\n")));
    }

    private String row(Comparison one) {
        return "| %s / %s | **%.3f** (%.3f–%.3f) | %.0f | %.0f | %.0f | %.0f | %.0f | %s%s |"
                .formatted(one.measure().zh(), one.measure().en(), one.median(RATIO), one.lowest(RATIO),
                        one.highest(RATIO), one.median(pair -> pair.service().perSecond()),
                        one.median(pair -> pair.reference().perSecond()),
                        one.median(pair -> pair.service().serviceMicros()),
                        one.median(pair -> pair.service().postgresMicros()),
                        one.median(pair -> pair.reference().postgresMicros()), one.half(),
                        one.peak().map(peak -> "; " + peak).orElse("")
                                + one.peakOfSql().map(peak -> "; SQL " + peak).orElse(""));
    }

    private String bulk() {
        return """
                | many rows | service / COPY: whole run (lowest–highest file) | rows | service, s | COPY, s | CPU per row, µs: service | PostgreSQL |
                |---|---|---|---|---|---|---|
                | %s / %s | **%.3f** (%.3f–%.3f) | %,d | %.1f | %.1f | %.0f | %.0f |

                COPY is: %s; the last take %.1f s of it. The heap of the service is bounded by its JVM's setting below. Before the first file come dry runs
                of it, to warm up; relay and broker work meanwhile.

                %s
                """
                .formatted(ImportMembers.ZH, ImportMembers.EN, imported.ratio(), imported.lowest(), imported.highest(),
                        imported.rows(), imported.serviceSeconds(), imported.copySeconds(), imported.serviceMicros(),
                        imported.postgresMicros(), ImportMembers.REFERENCE, imported.namesSeconds(),
                        findings.stream().map(Finding::sentence).collect(Collectors.joining("\n\n")));
    }

    /** Shows whether both sides write the same rows. */
    private String written() {
        var tables = comparisons.stream().flatMap(one -> one.rows().entrySet().stream()
                .map(table -> "| %s | %s | %d | %d |\n".formatted(one.measure().en(), table.getKey(),
                        table.getValue().service(), table.getValue().reference())))
                .collect(Collectors.joining());
        return "| rows added by one call (beside one of the outbox) | table | service | SQL |\n|---|---|---|---|\n"
                + tables + "\n";
    }

    private String json() throws IOException {
        var measures = comparisons.stream().map(Report::values).toList();
        var report = new LinkedHashMap<String, Object>();
        report.put("surroundings", surroundings);
        report.put("import", importValues());
        findings.forEach(finding -> report.put(finding.code(), finding.values()));
        report.put("measures", measures);
        return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(report) + "\n";
    }

    private Map<String, Object> importValues() {
        var values = new LinkedHashMap<String, Object>();
        values.put("code", ImportMembers.CODE);
        values.put("ratio", rounded(imported.ratio()));
        values.put("files", imported.rounds().stream().map(round -> {
            var file = new LinkedHashMap<String, Object>();
            file.put("rows", round.rows());
            file.put("serviceSeconds", rounded(round.serviceSeconds()));
            file.put("copySeconds", rounded(round.copySeconds()));
            file.put("copyNamesSeconds", rounded(round.copy().ofNames()));
            file.put("serviceCpuMicros", rounded((double) round.cpu().service() / round.rows()));
            file.put("postgresCpuMicros", rounded((double) round.cpu().postgres() / round.rows()));
            return file;
        }).toList());
        return values;
    }

    private static Map<String, Object> values(Comparison one) {
        var values = new LinkedHashMap<String, Object>();
        values.put("code", one.measure().code());
        values.put("ratioMedian", rounded(one.median(RATIO)));
        values.put("ratioLowest", rounded(one.lowest(RATIO)));
        values.put("ratioHighest", rounded(one.highest(RATIO)));
        values.put("pairs", one.pairs().stream().map(Report::values).toList());
        values.put("openLoop", values(one.half()));
        one.peak().ifPresent(peak -> values.put("openLoopAtPeak", values(peak)));
        one.peakOfSql().ifPresent(peak -> values.put("openLoopAtPeakOfSql", values(peak)));
        return values;
    }

    private static Map<String, Object> values(Latency latency) {
        return Map.of("perSecond", rounded(latency.perSecond()), "p50Micros", latency.p50(), "p95Micros", latency.p95(),
                "p99Micros", latency.p99(), "highestMicros", latency.highest());
    }

    private static Map<String, Object> values(Pair pair) {
        var values = new LinkedHashMap<String, Object>();
        values.put("servicePerSecond", rounded(pair.service().perSecond()));
        values.put("referencePerSecond", rounded(pair.reference().perSecond()));
        values.put("serviceCpuMicros", rounded(pair.service().serviceMicros()));
        values.put("postgresCpuMicros", rounded(pair.service().postgresMicros()));
        values.put("referencePostgresCpuMicros", rounded(pair.reference().postgresMicros()));
        return values;
    }

    private static <T> String lines(List<T> all, Function<T, String> line) {
        return all.stream().map(line).collect(Collectors.joining("\n"));
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
