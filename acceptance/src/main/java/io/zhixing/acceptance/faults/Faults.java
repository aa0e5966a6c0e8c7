package io.zhixing.acceptance.faults;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.zhixing.acceptance.faults.strike.BrokerAway;
import io.zhixing.acceptance.faults.strike.CancelledImport;
import io.zhixing.acceptance.faults.strike.DatabaseRestart;
import io.zhixing.acceptance.faults.strike.Drain;
import io.zhixing.acceptance.faults.strike.GapAndDisorder;
import io.zhixing.acceptance.faults.strike.KilledAfterPublish;
import io.zhixing.acceptance.faults.strike.KilledBeforeOffset;
import io.zhixing.acceptance.faults.strike.KilledBeforePublish;
import io.zhixing.acceptance.faults.strike.KilledWriter;
import io.zhixing.acceptance.faults.strike.Poison;
import io.zhixing.acceptance.faults.strike.RacingApprovals;
import io.zhixing.acceptance.faults.strike.Replay;
import io.zhixing.acceptance.faults.strike.Zombie;

/**
 * Lets one thing after the other fail in a loaded city and asks the oracle after each; then does the same to services
 * with a mistake in them, each of which the oracle must see. It ends with 1 when a fault leaves anything wrong or a
 * mutant goes unseen.
 */
public final class Faults {

    private final FaultOptions options;
    private final Path root;
    private final List<Verdict> verdicts = new ArrayList<>();
    private final List<Caught> caught = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    private Faults(FaultOptions options, Path root) {
        this.options = options;
        this.root = root;
    }

    public static void main(String[] arguments) throws Exception {
        var root = Path.of(System.getProperty("zhixing.root", ".")).toAbsolutePath().normalize();
        var options = FaultOptions.parse(List.of(arguments), root);
        if (options.help()) {
            System.out.println(FaultOptions.USAGE);
            return;
        }
        var faults = new Faults(options, root);
        faults.refuseUnknown();
        faults.rounds();
        faults.mutants();
        var report = new FaultReport(options, faults.verdicts, faults.caught, faults.failures, root);
        System.out.println(report.table());
        if (options.out() != null) {
            report.writeTo(options.out());
        }
        System.exit(faults.isGreen() ? 0 : 1);
    }

    /** In the order in which they follow one another on one city; the import comes last, because it makes the city large. */
    public static List<Fault> all() {
        return List.of(new KilledWriter(), new KilledBeforePublish(), new KilledAfterPublish(),
                new KilledBeforeOffset(), new BrokerAway(), new DatabaseRestart(), new Replay(), new Poison(),
                new GapAndDisorder(), new Drain(), new Zombie(), new RacingApprovals(), new CancelledImport());
    }

    private void rounds() {
        for (int round = 0; round < options.rounds() && !chosenFaults().isEmpty(); round++) {
            long seed = options.seed() + round;
            System.out.println("== 第" + (round + 1) + "轮，种子 " + seed + " / round " + (round + 1) + ", seed " + seed);
            round(seed, new ArrayList<>(chosenFaults()));
        }
    }

    /** A city that a fault has left wrong is not used for the next one. */
    private void round(long seed, List<Fault> left) {
        while (!left.isEmpty()) {
            try (var scene = Scene.start(options, root, seed)) {
                for (boolean green = true; green && !left.isEmpty();) {
                    green = strike(left.remove(0), scene, seed);
                }
            }
        }
    }

    private boolean strike(Fault fault, Scene scene, long seed) {
        System.out.println("-- " + fault.number() + " " + fault.zh() + " / " + fault.en());
        try {
            var verdict = Verdict.of(fault, scene, options, seed);
            verdicts.add(verdict);
            verdict.measured().forEach((what, value) -> System.out.println("   " + what + ": " + value));
            verdict.violations().forEach(one -> System.out.println("   不符 / VIOLATION: " + one));
            return verdict.isGreen();
        } catch (RuntimeException failure) {
            failed(fault.number() + " with seed " + seed, failure);
            return false;
        }
    }

    private void mutants() {
        for (var mutant : chosenMutants()) {
            System.out.println("-- 变异体 / mutant: " + mutant.words() + " (" + mutant.service() + "), "
                    + mutant.fault().en());
            try (var scene = Scene.start(options, root, options.seed())) {
                var outcome = Caught.on(scene, mutant, options, options.seed());
                caught.add(outcome);
                System.out.println(outcome.isCaught()
                        ? "   发现 / caught"
                        : "   未发现 / NOT CAUGHT"
                                + (outcome.tookHold() ? "" : ", it never took hold"));
                outcome.seen().forEach(one -> System.out.println("   " + one));
            } catch (RuntimeException failure) {
                failed("mutant " + mutant.words(), failure);
            }
        }
    }

    /** A harness that breaks is no green: neither for a fault nor for a mutant. */
    private void failed(String what, RuntimeException failure) {
        failures.add(what + ": " + failure);
        failure.printStackTrace();
    }

    private List<Fault> chosenFaults() {
        return options.faults() ? all().stream().filter(fault -> isChosen(fault.number())).toList() : List.of();
    }

    private List<Mutant> chosenMutants() {
        return options.mutants()
                ? Stream.of(Mutant.values()).filter(mutant -> isChosen(mutant.label())).toList()
                : List.of();
    }

    private boolean isChosen(String name) {
        return options.only().isEmpty() || options.only().contains(name);
    }

    private void refuseUnknown() {
        if (chosenFaults().size() + chosenMutants().size() < Math.max(1, options.only().size())) {
            throw new IllegalArgumentException("There are only the faults "
                    + String.join(", ", all().stream().map(Fault::number).toList()) + " and the mutants "
                    + String.join(", ", Stream.of(Mutant.values()).map(Mutant::label).toList()));
        }
    }

    private boolean isGreen() {
        return failures.isEmpty()
                && Stream.concat(verdicts.stream().map(Verdict::isGreen), caught.stream().map(Caught::isCaught))
                        .allMatch(so -> so);
    }
}
