package io.zhixing.acceptance.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.zhixing.acceptance.Commit;
import io.zhixing.acceptance.faults.oracle.Oracle;

/** The runs as tables to read. What was found by them and mended is written by hand and kept. */
final class FaultReport {

    private static final String FINDS = "## What was found";

    private final FaultOptions options;
    private final List<Verdict> verdicts;
    private final List<Caught> caught;
    private final List<String> failures;
    private final Path root;

    FaultReport(FaultOptions options, List<Verdict> verdicts, List<Caught> caught, List<String> failures, Path root) {
        this.options = options;
        this.verdicts = verdicts;
        this.caught = caught;
        this.failures = failures;
        this.root = root;
    }

    void writeTo(Path file) throws IOException, InterruptedException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var finds = Files.exists(file) ? finds(Files.readString(file)) : FINDS + "\n\nNothing yet.\n";
        Files.writeString(file, """
                # Faults (故障试验)

                Written by `acceptance/faults`; only the last section is written by hand. Each round starts a city of three services
                (organization, session, poverty-project) with fsync on, loads its register and money through the interface, and lets one
                fault after the other strike while callers write through the interface. Callers keep a ledger: what they meant before each
                call, what they were answered after it. When all is mended and at rest the oracle compares the ledger with tables, outbox,
                topics, projections and trail. It judges everything since the city began, whatever fault it was.

                ## Faults

                %s

                ## Mutants of the harness

                A service with a mistake woven into its platform, and the fault under which the oracle must see it. One that goes unseen, or
                never made its mistake, fails the run.

                %s

                ## What is judged

                %s

                | surroundings | |
                |---|---|
                | date | %s |
                | commit | %s |
                | rounds, first seed | %d, %d |
                | load of each fault | %d s, %d writes/s wanted |
                | members imported | %,d |
                | cores, load average after | %d, %s |

                %s""".formatted(faults(), mutants(), properties(), LocalDate.now(ZoneOffset.UTC), Commit.of(root),
                options.rounds(), options.seed(), options.seconds(), options.rate(), options.importRows(),
                Runtime.getRuntime().availableProcessors(),
                Files.readString(Path.of("/proc/loadavg")).split(" ")[0], finds));
    }

    String table() {
        return (verdicts.isEmpty() ? "" : faults() + "\n\n") + (caught.isEmpty() ? "" : mutants() + "\n\n")
                + failures.stream().map(one -> "FAILED " + one).collect(Collectors.joining("\n"));
    }

    private String faults() {
        Map<String, List<Verdict>> byNumber = verdicts.stream().collect(Collectors
                .groupingBy(one -> one.fault().number(), LinkedHashMap::new, Collectors.toList()));
        return "| # | fault | hypothesis | seeds green | measured, last round | violations |\n|---|---|---|---|---|---|\n"
                + byNumber.values().stream().map(FaultReport::row).collect(Collectors.joining("\n"))
                + failures.stream().map(one -> "\n| | | | | | run broke off: " + one + " |")
                        .collect(Collectors.joining());
    }

    private static String row(List<Verdict> rounds) {
        var fault = rounds.get(0).fault();
        var last = rounds.get(rounds.size() - 1);
        return "| %s | %s / %s | %s | %d of %d (%s) | %s | %s |".formatted(fault.number(), fault.zh(), fault.en(),
                fault.hypothesis(), rounds.stream().filter(Verdict::isGreen).count(), rounds.size(),
                rounds.stream().map(one -> Long.toString(one.seed())).collect(Collectors.joining(", ")),
                last.measured().entrySet().stream().map(one -> one.getKey() + " " + one.getValue())
                        .collect(Collectors.joining("; ")),
                rounds.stream().filter(one -> !one.isGreen())
                        .map(one -> "seed " + one.seed() + ": " + String.join("<br>", one.violations()))
                        .collect(Collectors.joining("<br>")));
    }

    private String mutants() {
        return "| mutant | service | under fault | outcome | seen by |\n|---|---|---|---|---|\n" + caught.stream()
                .map(one -> "| %s | %s | %s %s | %s | %s |".formatted(one.mutant().words(), one.mutant().service(),
                        one.mutant().fault().number(), one.mutant().fault().en(),
                        one.isCaught() ? "caught" : one.tookHold() ? "NOT CAUGHT" : "NEVER TOOK HOLD",
                        one.seen().stream().limit(4).collect(Collectors.joining("<br>"))))
                .collect(Collectors.joining("\n"));
    }

    private static String properties() {
        return "| property | what must hold |\n|---|---|\n" + Oracle.PROPERTIES.stream()
                .map(one -> "| " + one.code() + " | " + one.sentence() + " |").collect(Collectors.joining("\n"));
    }

    private static String finds(String written) {
        int start = written.indexOf(FINDS);
        return start < 0 ? FINDS + "\n\nNothing yet.\n" : written.substring(start);
    }
}
