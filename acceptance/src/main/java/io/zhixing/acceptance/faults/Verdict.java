package io.zhixing.acceptance.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import io.zhixing.acceptance.faults.intent.Entry.State;
import io.zhixing.acceptance.faults.oracle.Oracle;

/**
 * What came of one fault.
 *
 * @param violations a line for each; nothing when all held
 * @param measured times and counts by name
 */
public record Verdict(Fault fault, long seed, List<String> violations, Map<String, String> measured, double seconds) {

    private static final Duration REST = Duration.ofSeconds(60);
    /** What did not come before is not waited for again. */
    private static final Duration REST_OF_THE_WRONG = Duration.ofSeconds(15);
    private static final double MOST_SECONDS_TO_REST = 45;

    /** Strikes, ends the load, waits until all is at rest and asks the oracle. */
    public static Verdict of(Fault fault, Scene scene, FaultOptions options, long seed) {
        long start = System.nanoTime();
        var trial = new Trial(scene, options, new SplittableRandom(seed * 1_000_003 + fault.number().hashCode()));
        var recovery = scene.evidence().recovery();
        recovery.forget();
        long sentBefore = scene.ledger().entries().size();
        fault.strike(trial);
        trial.stopLoad();
        scene.load().noGates();
        recovery.took("at rest", scene.evidence().rest(trial.violations().isEmpty() ? REST : REST_OF_THE_WRONG),
                MOST_SECONDS_TO_REST);
        fault.atRest(trial);
        scene.city().requireNobodyDied();
        recovery.counted("writes", scene.ledger().entries().size() - sentBefore);
        recovery.counted("unknown so far", scene.ledger().count(State.UNKNOWN));
        var violations = new ArrayList<>(trial.violations());
        violations.addAll(Oracle.judge(scene.evidence()));
        return new Verdict(fault, seed, violations, new LinkedHashMap<>(recovery.measured()),
                (System.nanoTime() - start) / 1e9);
    }

    public boolean isGreen() {
        return violations.isEmpty();
    }
}
