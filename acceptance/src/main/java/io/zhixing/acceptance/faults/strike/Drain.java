package io.zhixing.acceptance.faults.strike;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.zhixing.acceptance.Waiting;
import io.zhixing.acceptance.faults.Fault;
import io.zhixing.acceptance.faults.Trial;
import io.zhixing.acceptance.faults.intent.Ledger.Sending;
import io.zhixing.acceptance.faults.oracle.Evidence;
import io.zhixing.city.launch.Service;

/** 18: one replica of each service is asked to end under load; callers go by its readiness, as a proxy does. */
public final class Drain implements Fault {

    /** Longer than a proxy needs to notice that the service is not ready. */
    private static final String DELAY = "-Dquarkus.shutdown.delay=3S";
    private static final String TIMEOUT = "-Dquarkus.shutdown.timeout=10S";
    private static final long GRACE_SECONDS = 3 + 10 + 5;

    @Override
    public String number() {
        return "18";
    }

    @Override
    public String zh() {
        return "负载下SIGTERM（单副本）";
    }

    @Override
    public String en() {
        return "SIGTERM under load, single replica";
    }

    @Override
    public String hypothesis() {
        return "No request fails, offsets are committed, the relay's leases are handed back, and the service is gone within its grace.";
    }

    @Override
    public void strike(Trial trial) {
        var city = trial.city();
        for (var service : List.of(Service.ORGANIZATION, Service.SESSION)) {
            city.outages().askToEnd(service).join();
            city.restart(service, DELAY, TIMEOUT);
            trial.load().gate(service, new Readiness(city, service));
        }
        trial.startLoad();
        Waiting.pass(trial.part(0.3));
        for (var service : List.of(Service.ORGANIZATION, Service.SESSION)) {
            end(trial, service);
            city.restart(service);
            Waiting.pass(trial.part(0.2));
        }
    }

    private static void end(Trial trial, Service service) {
        long asked = System.nanoTime();
        var gone = trial.city().outages().askToEnd(service);
        try {
            gone.get(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            trial.violation(service + " was still there " + GRACE_SECONDS + " s after it was asked to end");
            gone.join().destroyForcibly();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
        trial.recovery().took(service + " gone", (System.nanoTime() - asked) / 1e9, GRACE_SECONDS);
        var failed = trial.ledger().since(asked).stream()
                .filter(one -> one.service() == service && !one.answer().isOk()).toList();
        trial.require(failed.isEmpty(), failed.size() + " calls failed while " + service + " ended, the first: "
                + failed.stream().findFirst().map(Sending::inWords).orElse(""));
        long held = trial.city().number(service, "select count(*) from relay_lease where owner is not null");
        trial.require(held == 0, service + " left with " + held + " leases of the relay in its hand");
        Evidence.READERS.stream().filter(reader -> reader.service() == service).forEach(reader -> {
            long again = Redelivery.due(trial, reader);
            trial.require(again == 0, reader + " left " + again + " events taken, their offsets uncommitted");
        });
    }
}
