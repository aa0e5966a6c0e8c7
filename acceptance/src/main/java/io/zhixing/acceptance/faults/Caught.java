package io.zhixing.acceptance.faults;

import java.nio.file.Files;
import java.util.List;

/**
 * Whether the oracle saw a mutant.
 *
 * @param tookHold whether the mistake was ever made; else nothing was shown
 * @param seen the violations that it caused
 */
public record Caught(Mutant mutant, long seed, boolean tookHold, List<String> seen, double seconds) {

    /** Spoils the service and strikes; the city is of no use afterwards. */
    public static Caught on(Scene scene, Mutant mutant, FaultOptions options, long seed) {
        long start = System.nanoTime();
        var city = scene.city();
        city.spoil(mutant.service(), mutant.agentWords(city));
        city.outages().kill(mutant.service());
        city.restart(mutant.service());
        scene.warmUp(mutant.service(), options.rate());
        var verdict = Verdict.of(mutant.fault(), scene, options, seed);
        return new Caught(mutant, seed, Files.exists(city.file(mutant.mark())), verdict.violations(),
                (System.nanoTime() - start) / 1e9);
    }

    public boolean isCaught() {
        return tookHold && !seen.isEmpty();
    }
}
