package io.zhixing.acceptance.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * Measures what the interface costs beside the same SQL over bare JDBC: rounds of both by turns in one run, processor
 * time per call, a run at fixed times for the time of a call. It is no test; figures of a busy computer are noise, their
 * ratios less so.
 */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        var root = Path.of(System.getProperty("zhixing.root", ".")).toAbsolutePath().normalize();
        var options = BenchOptions.parse(List.of(arguments), root);
        if (options.help()) {
            System.out.println(BenchOptions.USAGE);
            return;
        }
        var loadBefore = Surroundings.load();
        try (var city = BenchCity.start(options, root)) {
            SyntheticRegister.fill(city);
            var imported = ImportMembers.run(city, options.members());
            SyntheticRegister.settle(city);
            var sessions = new RecordSessions(city);
            var comparisons = List.of(Comparison.of(new PageOfSubtree(city), city, options),
                    Comparison.of(sessions, city, options),
                    Comparison.of(new AuditedSessions(city, sessions), city, options),
                    Comparison.of(new PayOrders(city), city, options));
            var report = new Report(Surroundings.of(city, options, root, loadBefore), imported, comparisons);
            report.writeTo(options.out());
            System.out.println(report.markdown());
        }
        System.exit(0);
    }
}
