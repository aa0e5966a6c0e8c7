package io.zhixing.acceptance.kill;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import io.zhixing.city.report.ComputedFigure;
import io.zhixing.city.sample.SampleCity;

/**
 * One city from the empty database to its figures.
 *
 * @param death null where nobody was killed
 * @param checks how many things were checked
 * @param faults what does not hold in the end; nothing when all is well
 */
record Run(Death death, Map<String, ComputedFigure> figures, int checks, List<String> faults, double seconds) {

    private static final double EARLIEST = 0.1;
    private static final double LATEST = 0.7;

    static Run undisturbed(KillOptions options, Path root) {
        return of(options, root, null);
    }

    /** The seed chooses the stage, where there are several, and the moment in it. */
    static Run with(Victim victim, KillOptions options, Path root) {
        return of(options, root, victim);
    }

    private static Run of(KillOptions options, Path root, Victim victim) {
        long startedAt = System.nanoTime();
        var sample = SampleCity.of(options.seed(), options.scale());
        try (var city = new CrashingCity(options.data(), root, options.portBase(), sample)) {
            city.loading();
            Death death = null;
            if (victim != null) {
                var random = new SplittableRandom(options.seed() * 1_000_003 + victim.ordinal());
                var stage = victim.stages().get(random.nextInt(victim.stages().size()));
                death = city.killing(victim, stage, EARLIEST + (LATEST - EARLIEST) * random.nextDouble());
            }
            city.loaded();
            var checks = Check.of(city);
            var faults = checks.stream().flatMap(one -> one.faults().get().stream()).toList();
            return new Run(death, city.figures(), checks.size(), faults, (System.nanoTime() - startedAt) / 1e9);
        }
    }

    /** Figures that an undisturbed city of the same seed has otherwise. */
    List<String> differencesFrom(Run undisturbed) {
        var differences = new ArrayList<String>();
        undisturbed.figures().forEach((code, figure) -> {
            if (!figure.equals(figures.get(code))) {
                differences.add(code + ": " + figure + " undisturbed, " + figures.get(code) + " here");
            }
        });
        figures.keySet().stream().filter(code -> !undisturbed.figures().containsKey(code))
                .forEach(code -> differences.add(code + ": not there undisturbed"));
        return differences;
    }
}
