package io.zhixing.acceptance.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.zhixing.acceptance.Commit;

/** The runs as a table to read. */
final class KillReport {

    private final KillOptions options;
    private final Run undisturbed;
    private final Map<Victim, Run> runs;
    private final Map<Victim, String> failures;
    private final Path root;

    KillReport(KillOptions options, Run undisturbed, Map<Victim, Run> runs, Map<Victim, String> failures, Path root) {
        this.options = options;
        this.undisturbed = undisturbed;
        this.runs = runs;
        this.failures = failures;
        this.root = root;
    }

    void writeTo(Path file) throws IOException, InterruptedException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, markdown());
    }

    String markdown() throws IOException, InterruptedException {
        return """
                # Kill runs (kill -9 试验)

                Written by `acceptance/kill-runs`; do not edit. One city is loaded through the public interface undisturbed, then once for
                each victim, who is killed with `kill -9` in the midst of it and started again; PostgreSQL dies with all its backends. The
                seed chooses the moment. Nobody repairs anything: services, relays, consumers, imports and the loader go on by themselves.

                Checked in every run (%d checks): the figures are those the generator counted; every row that was sent is there once; no
                version is missing or there twice; no event waits or is parked; every import is complete; the topics have every version, the
                first of each in order; every projection holds what its source holds. Then all %d figures, with numerator and denominator,
                are compared with those of the undisturbed run.

                | victim | killed amid | up again, s | at work again, s | whole run, s | checks | figures beside the undisturbed run |
                |---|---|---|---|---|---|---|
                | none | | | | %.0f | %s | |
                %s

                *Up again*: from the kill until the victim was started and ready. *At work again*: from the kill until the stage had one more
                row, for Kafka until what had waited for it was sent. An import that lost its service or its database waits for the end of
                its lease, 15 s; a consumer group waits 10 s for its dead member.

                | surroundings | |
                |---|---|
                | date | %s |
                | commit | %s |
                | seed, scale | %d, %s |
                | cores, load average after | %d, %s |
                """
                .formatted(undisturbed.checks(), undisturbed.figures().size(), undisturbed.seconds(),
                        result(undisturbed.faults()),
                        options.victims().stream().map(this::row).collect(Collectors.joining("\n")),
                        LocalDate.now(ZoneOffset.UTC), Commit.of(root), options.seed(), options.scale(),
                        Runtime.getRuntime().availableProcessors(),
                        Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
    }

    private String row(Victim victim) {
        var run = runs.get(victim);
        if (run == null) {
            return "| %s | | | | | failed: %s | |".formatted(victim.label(), failures.get(victim));
        }
        var death = run.death();
        return "| %s | %s, %,d of %,d written | %.1f | %.1f | %.0f | %s | %s |".formatted(victim.label(),
                death.stage().en(), death.written(), death.all(), death.upAgainSeconds(), death.worksOnSeconds(),
                run.seconds(), result(run.faults()), run.differencesFrom(undisturbed).isEmpty()
                        ? "equal"
                        : String.join("<br>", run.differencesFrom(undisturbed)));
    }

    private static String result(List<String> faults) {
        return faults.isEmpty() ? "all hold" : String.join("<br>", faults);
    }
}
