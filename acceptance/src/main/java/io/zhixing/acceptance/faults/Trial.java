package io.zhixing.acceptance.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

import io.zhixing.acceptance.Waiting;
import io.zhixing.acceptance.faults.intent.Identities;
import io.zhixing.acceptance.faults.intent.Ledger;
import io.zhixing.acceptance.faults.intent.Load;
import io.zhixing.acceptance.faults.intent.Writings;
import io.zhixing.acceptance.faults.oracle.Evidence;
import io.zhixing.acceptance.faults.oracle.Recovery;
import io.zhixing.city.launch.Service;

/** One fault on one city: its load, its seed, and what it finds wrong. */
public final class Trial {

    private final Scene scene;
    private final FaultOptions options;
    private final SplittableRandom random;
    private final List<String> violations = Collections.synchronizedList(new ArrayList<>());
    private boolean loading;

    Trial(Scene scene, FaultOptions options, SplittableRandom random) {
        this.scene = scene;
        this.options = options;
        this.random = random;
    }

    public FaultCity city() {
        return scene.city();
    }

    public Evidence evidence() {
        return scene.evidence();
    }

    public Recovery recovery() {
        return scene.evidence().recovery();
    }

    public Ledger ledger() {
        return scene.ledger();
    }

    public Load load() {
        return scene.load();
    }

    public Writings writings() {
        return scene.writings();
    }

    public Identities identities() {
        return scene.identities();
    }

    public SplittableRandom random() {
        return random;
    }

    /** So long the load is to last, outages included. */
    public Duration length() {
        return Duration.ofSeconds(options.seconds());
    }

    /** Part of the length. */
    public Duration part(double share) {
        return Duration.ofMillis((long) (options.seconds() * 1000 * share));
    }

    public int importRows() {
        return options.importRows();
    }

    public void startLoad() {
        load().start(options.rate());
        loading = true;
    }

    /** Returns when every call has its answer. */
    public void stopLoad() {
        if (loading) {
            loading = false;
            load().stop();
        }
    }

    public void violation(String words) {
        violations.add(words);
    }

    public void require(boolean so, String otherwise) {
        if (!so) {
            violation(otherwise);
        }
    }

    /** Returns when the service has answered so many writes with success from this moment on: then there is something to lose. */
    public void untilWritten(Service service, int writes) {
        scene.untilWritten(service, writes);
    }

    /** Waits for what must come; when it does not come in time, that is what was found. Gives the seconds. */
    public double await(String awaited, Duration patience, BooleanSupplier come) {
        long start = System.nanoTime();
        while (!come.getAsBoolean()) {
            if (System.nanoTime() - start > patience.toNanos()) {
                violation(awaited + ": not within " + patience.toSeconds() + " s");
                break;
            }
            Waiting.pass(Duration.ofMillis(100));
        }
        return (System.nanoTime() - start) / 1e9;
    }

    List<String> violations() {
        return List.copyOf(violations);
    }
}
