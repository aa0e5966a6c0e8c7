package io.zhixing.acceptance.faults.intent;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import io.zhixing.acceptance.faults.FaultCity;
import io.zhixing.acceptance.faults.intent.Entry.State;
import io.zhixing.city.launch.Service;

/** Many small writes at a steady rate, to each service by callers of its own: one that is away holds up no other. */
public final class Load implements AutoCloseable {

    private static final Map<Service, Integer> CALLERS = Map.of(Service.ORGANIZATION, 8, Service.SESSION, 6,
            Service.POVERTY_PROJECT, 4);
    private static final Map<Service, Double> SHARES = Map.of(Service.ORGANIZATION, 0.45, Service.SESSION, 0.35,
            Service.POVERTY_PROJECT, 0.2);
    /** Behind the plan by more than this, a caller does not catch up: after an outage there is no flood. */
    private static final long LATE = TimeUnit.MILLISECONDS.toNanos(500);

    private final Writings writings;
    private final Ledger ledger;
    private final Sender sender;
    private final SplittableRandom random;
    private final Map<Service, BooleanSupplier> gates = new EnumMap<>(Service.class);
    private final ExecutorService callers = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "caller");
        thread.setDaemon(true);
        return thread;
    });
    private final List<CompletableFuture<Void>> working = new ArrayList<>();
    private volatile boolean going;

    public Load(FaultCity city, Ledger ledger, Writings writings, long seed) {
        this.ledger = ledger;
        this.writings = writings;
        this.sender = new Sender(city);
        this.random = new SplittableRandom(seed);
    }

    /** Calls to the service wait while the gate is shut, as before a proxy that sends nothing to who is not ready. */
    public void gate(Service service, BooleanSupplier open) {
        gates.put(service, open);
    }

    public void noGates() {
        gates.clear();
    }

    /** @param perSecond calls to all services together */
    public void start(int perSecond) {
        going = true;
        CALLERS.forEach((service, count) -> {
            long interval = (long) (TimeUnit.SECONDS.toNanos(1) / (perSecond * SHARES.get(service)));
            var next = new AtomicLong(System.nanoTime());
            for (int i = 0; i < count; i++) {
                var caller = caller(service, false);
                working.add(CompletableFuture.runAsync(() -> work(caller, service, next, interval), callers));
            }
        });
    }

    /** Returns when every call that was begun has its answer, or has waited in vain for long enough. */
    public void stop() {
        going = false;
        try {
            CompletableFuture.allOf(working.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException known ? known : failure;
        } finally {
            working.clear();
        }
    }

    /** These calls at once, each by a patient caller of its own; returns when all are answered. */
    public void together(List<Intent> intents) {
        CompletableFuture.allOf(intents.stream()
                .map(intent -> CompletableFuture.runAsync(() -> caller(intent.kind().service(), true).call(intent),
                        callers))
                .toArray(CompletableFuture[]::new)).join();
    }

    @Override
    public void close() {
        going = false;
        callers.shutdownNow();
    }

    private Caller caller(Service service, boolean patient) {
        synchronized (random) {
            return new Caller(sender, ledger, () -> gates.getOrDefault(service, () -> true).getAsBoolean(),
                    random.split(), patient);
        }
    }

    private void work(Caller caller, Service service, AtomicLong next, long interval) {
        while (going) {
            long due = next.getAndAdd(interval);
            long now = System.nanoTime();
            if (now - due > LATE) {
                next.compareAndSet(due + interval, now);
            }
            while (System.nanoTime() < due && going) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            if (going) {
                var intent = writings.next(service);
                if (caller.call(intent) == State.OK && intent.kind() == Kind.POST) {
                    writings.took(ledger.entry(intent));
                }
            }
        }
    }
}
