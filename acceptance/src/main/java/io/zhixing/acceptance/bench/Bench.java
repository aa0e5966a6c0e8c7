package io.zhixing.acceptance.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.zhixing.city.launch.Service;

/**
 * Measures what the interface costs beside the same SQL over bare JDBC: rounds of both by turns in one run, processor
 * time per call, a run at fixed times for the time of a call. It is no test; figures of a busy computer are noise, their
 * ratios less so.
 */
public final class Bench {

    /** They have no part in what organization-service is asked; at rest they look for events twenty times a second. */
    static final List<Service> OTHERS = List.of(Service.SESSION, Service.POVERTY_PROJECT);
    /** As a pay-out list has that goes to every household of a village. */
    private static final int LINES_OF_A_LIST = 200;

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
            var imported = ImportMembers.run(city, options.members(), options.warmUpSeconds());
            SyntheticRegister.settle(city);
            var findings = new ArrayList<Finding>();
            if (options.asksFor("export")) {
                findings.add(ExportMembers.run(city).finding());
            }
            var comparisons = new ArrayList<Comparison>();
            city.rest(OTHERS);
            if (options.asksFor("page")) {
                for (var reading : readings(city)) {
                    comparisons.add(Comparison.of(reading, city, options));
                }
            }
            if (options.asksFor("move")) {
                findings.add(Finding.of(MoveCounty.run(city)));
            }
            city.wake(OTHERS);
            for (var measure : measures(city, options)) {
                comparisons.add(Comparison.of(measure, city, options));
            }
            if (options.twentyTimes()) {
                findings.add(TwentyTimes.run(city, options).finding());
            }
            var report = new Report(Surroundings.of(city, options, root, loadBefore), imported, findings,
                    comparisons);
            report.writeTo(options.out());
            System.out.println(report.markdown());
        }
        System.exit(0);
    }

    private static List<Measure> readings(BenchCity city) throws Exception {
        var pages = Readings.pageOfSubtree(city);
        return List.of(Readings.nothingAsked(city), Readings.memberById(city), Readings.memberByIdInScope(city), pages,
                new WalledPages(city, pages), Readings.countsOfRegister(city));
    }

    private static List<Measure> measures(BenchCity city, BenchOptions options) throws Exception {
        var measures = new ArrayList<Measure>();
        if (options.asksFor("session")) {
            var sessions = new RecordSessions(city);
            measures.add(sessions);
            measures.add(new AuditedSessions(city, sessions));
        }
        if (options.asksFor("pay")) {
            city.loader().loadMoney();
            measures.add(new PayOrders(city, 1));
            measures.add(new PayOrders(city, LINES_OF_A_LIST));
        }
        return measures;
    }
}
