package io.zhixing.acceptance.canary;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import io.zhixing.city.launch.Service;
import io.zhixing.city.sample.SampleCity;

/**
 * Sends persons with unmistakable names, numbers and words through the real suite, by every kind of call and where they do
 * not belong, and searches everything it has written down or said for them.
 */
public final class CanaryRun {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CanaryCity city;
    private final Path root;
    private final Canaries canaries;
    private final Calls calls;

    public CanaryRun(CanaryCity city, Path root) {
        this.city = city;
        this.root = root;
        this.canaries = new Canaries(city.sample());
        this.calls = new Calls(city);
    }

    /** Everything that happens to the persons; returns when all events of it have been sent. */
    public CanaryRun happen(boolean thorough) {
        new Ordinary(calls, canaries).happen();
        new Hostile(calls, canaries, thorough).happen();
        city.requireAlive();
        awaitSent();
        return this;
    }

    public Scanner search() {
        return search(scan -> scan.everything(calls.answers()));
    }

    /** What a part of the search finds, for whoever tests the search. */
    Scanner search(Consumer<Scan> part) {
        var scanner = new Scanner(canaries.all(calls.usedTokens()));
        part.accept(new Scan(city, scanner));
        return scanner;
    }

    public Declarations declarations() {
        return Declarations.of(root);
    }

    public int calls() {
        return calls.answers().size();
    }

    /** Answers by their status: that nothing was refused would mean that nothing hostile was sent. */
    public long answered(int hundreds) {
        return calls.answers().stream().filter(answer -> answer.status() / 100 == hundreds).count();
    }

    private void awaitSent() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (List.of(Service.values()).stream().anyMatch(service -> unsent(service) > 0)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Events are left to send");
            }
            Calls.rest(100);
        }
    }

    private long unsent(Service service) {
        return city.superuser().number(service, "select count(*) from outbox");
    }

    public static void main(String[] arguments) {
        var root = Path.of(System.getProperty("zhixing.root", ".")).toAbsolutePath().normalize();
        var options = CanaryOptions.parse(List.of(arguments), root);
        if (options.help()) {
            System.out.println(CanaryOptions.USAGE);
            return;
        }
        var sample = SampleCity.of(options.seed(), options.scale());
        int leaks;
        try (var city = new CanaryCity(options.data(), root, options.portBase(), sample)) {
            var run = new CanaryRun(city, root).happen(true);
            leaks = report(run);
        }
        System.exit(leaks == 0 ? 0 : 1);
    }

    private static int report(CanaryRun run) {
        var scanner = run.search();
        var leaks = scanner.leaks(run.declarations());
        System.out.printf("%,d 次调用，其中 %,d 次被拒绝 / calls, of which refused%n", run.calls(), run.answered(4));
        scanner.summary().forEach(System.out::println);
        leaks.forEach(leak -> System.out.println("泄露 / LEAK: " + leak));
        System.out.printf("%d 处泄露 / leaks%n", leaks.size());
        return leaks.size();
    }
}
