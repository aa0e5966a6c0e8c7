package io.zhixing.acceptance.faults.strike;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import io.zhixing.acceptance.faults.FaultCity;
import io.zhixing.city.launch.Service;

/** What a proxy knows of a service: asked a few times a second, and believed in between. */
final class Readiness implements BooleanSupplier {

    private static final long BETWEEN = TimeUnit.MILLISECONDS.toNanos(300);

    private final FaultCity city;
    private final Service service;
    private boolean ready;
    private long askedAt;

    Readiness(FaultCity city, Service service) {
        this.city = city;
        this.service = service;
        this.askedAt = System.nanoTime() - BETWEEN;
    }

    @Override
    public synchronized boolean getAsBoolean() {
        if (System.nanoTime() - askedAt >= BETWEEN) {
            ready = city.isReady(service);
            askedAt = System.nanoTime();
        }
        return ready;
    }
}
