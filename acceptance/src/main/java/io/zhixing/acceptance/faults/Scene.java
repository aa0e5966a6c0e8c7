package io.zhixing.acceptance.faults;

import java.nio.file.Path;
import java.time.Duration;

import io.zhixing.acceptance.Waiting;
import io.zhixing.acceptance.faults.intent.Identities;
import io.zhixing.acceptance.faults.intent.Ledger;
import io.zhixing.acceptance.faults.intent.Load;
import io.zhixing.acceptance.faults.intent.Writings;
import io.zhixing.acceptance.faults.oracle.Evidence;
import io.zhixing.city.launch.Service;

/** A city with its callers and its oracle: faults follow one another on it, and the oracle always judges all that was. */
public final class Scene implements AutoCloseable {

    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final int WARM = 30;
    private static final Duration REST = Duration.ofSeconds(60);

    private final FaultCity city;
    private final Ledger ledger;
    private final Identities identities;
    private final Writings writings;
    private final Load load;
    private final Evidence evidence;

    private Scene(FaultCity city, long seed) {
        this.city = city;
        ledger = new Ledger(city.file("ledger.jsonl"));
        identities = new Identities(city.sample());
        writings = new Writings(city, identities, seed);
        load = new Load(city, ledger, writings, seed + 1);
        evidence = new Evidence(city, ledger);
    }

    /** Starts a city, loads it and lets it warm up; then its needs are measured, as the properties compare them later. */
    public static Scene start(FaultOptions options, Path root, long seed) {
        var scene = new Scene(new FaultCity(options.data(), root, options.portBase(), seed), seed);
        scene.load.start(options.rate());
        Waiting.pass(WARM_UP);
        scene.load.stop();
        scene.evidence.rest(REST);
        scene.evidence.takeVitals();
        return scene;
    }

    /** A service that was started anew is slow at first: what it does then shows little. */
    void warmUp(Service service, int perSecond) {
        load.start(perSecond);
        untilWritten(service, WARM);
        load.stop();
    }

    void untilWritten(Service service, int writes) {
        long start = System.nanoTime();
        Waiting.secondsUntil(writes + " writes to " + service, REST, () -> ledger.since(start).stream()
                .filter(one -> one.service() == service && one.answer().isOk()).count() >= writes);
    }

    public FaultCity city() {
        return city;
    }

    Ledger ledger() {
        return ledger;
    }

    Identities identities() {
        return identities;
    }

    Writings writings() {
        return writings;
    }

    Load load() {
        return load;
    }

    Evidence evidence() {
        return evidence;
    }

    @Override
    public void close() {
        load.close();
        city.close();
        ledger.close();
    }
}
