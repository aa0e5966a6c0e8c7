package io.zhixing.acceptance.kill;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.zhixing.city.CityFailure;

/**
 * Loads one city undisturbed, then the same city once for each victim, who dies by kill -9 in the midst of it. What
 * stands in the end must be the same each time. It ends with 1 when it is not.
 */
public final class KillRuns {

    private KillRuns() {}

    public static void main(String[] arguments) throws Exception {
        var root = Path.of(System.getProperty("zhixing.root", ".")).toAbsolutePath().normalize();
        var options = KillOptions.parse(List.of(arguments), root);
        if (options.help()) {
            System.out.println(KillOptions.USAGE);
            return;
        }
        System.out.println("== 无干扰 / undisturbed");
        var undisturbed = Run.undisturbed(options, root);
        tell(undisturbed.faults());
        var runs = new LinkedHashMap<Victim, Run>();
        var failures = new LinkedHashMap<Victim, String>();
        for (var victim : options.victims()) {
            System.out.println("== " + victim.label());
            try {
                var run = Run.with(victim, options, root);
                runs.put(victim, run);
                tell(run.faults());
                tell(run.differencesFrom(undisturbed));
            } catch (RuntimeException failure) {
                failures.put(victim, failure instanceof CityFailure known ? known.line() : failure.toString());
                failure.printStackTrace();
            }
        }
        var report = new KillReport(options, undisturbed, runs, failures, root);
        System.out.println(report.markdown());
        if (options.out() != null) {
            report.writeTo(options.out());
        }
        System.exit(isSame(undisturbed, runs) && failures.isEmpty() ? 0 : 1);
    }

    private static boolean isSame(Run undisturbed, Map<Victim, Run> runs) {
        return undisturbed.faults().isEmpty() && runs.values().stream()
                .allMatch(run -> run.faults().isEmpty() && run.differencesFrom(undisturbed).isEmpty());
    }

    private static void tell(List<String> faults) {
        faults.forEach(fault -> System.out.println("不符 / FAULT: " + fault));
    }
}
