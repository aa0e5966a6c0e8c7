package io.zhixing.acceptance.faults.strike;

import java.time.Duration;

import io.zhixing.acceptance.Waiting;
import io.zhixing.acceptance.faults.Fault;
import io.zhixing.acceptance.faults.FaultCity;
import io.zhixing.acceptance.faults.Trial;
import io.zhixing.acceptance.faults.intent.Answer;
import io.zhixing.acceptance.faults.intent.Ledger.Sending;
import io.zhixing.city.launch.Service;

/** 7: PostgreSQL and all its backends die at once and are started again. */
public final class DatabaseRestart implements Fault {

    private static final Duration AWAY = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final double MOST_SECONDS_TO_SERVE = 10;

    @Override
    public String number() {
        return "7";
    }

    @Override
    public String zh() {
        return "PostgreSQL立即停止并重启";
    }

    @Override
    public String en() {
        return "PostgreSQL stopped at once and started again under load";
    }

    @Override
    public String hypothesis() {
        return "Answered writes are kept; callers see 503 with Retry-After and never 500; each service serves again within 10 s without a restart of its own.";
    }

    @Override
    public void strike(Trial trial) {
        var city = trial.city();
        var pids = FaultCity.SERVICES.stream().map(city::pid).toList();
        trial.startLoad();
        Waiting.pass(trial.part(0.3));
        long killedAt = System.nanoTime();
        city.outages().killPostgres();
        Waiting.pass(AWAY);
        city.outages().restartPostgres();
        long returned = System.nanoTime();
        trial.recovery().took("database away", (returned - killedAt) / 1e9, Double.MAX_VALUE);
        for (var service : FaultCity.SERVICES) {
            trial.await(service + " serves again", PATIENCE,
                    () -> trial.ledger().since(returned).stream()
                            .anyMatch(one -> one.service() == service && one.answer().isOk()));
            trial.recovery().took(service + " serves again", firstServed(trial, service, returned),
                    MOST_SECONDS_TO_SERVE);
        }
        Waiting.pass(trial.part(0.5));
        trial.require(pids.equals(FaultCity.SERVICES.stream().map(city::pid).toList()), "a service was restarted");
        var during = trial.ledger().since(killedAt);
        trial.recovery().counted("503 with Retry-After", during.stream().filter(one -> one.answer().isBusy()).count());
        var silent = during.stream().filter(one -> one.answer().status() == Answer.LOST
                || one.answer().status() == Answer.NOT_SENT).toList();
        trial.require(silent.isEmpty(), silent.size() + " calls had no answer at all, the first: "
                + silent.stream().findFirst().map(Sending::inWords).orElse(""));
    }

    /** Seconds from the return until the first success was answered. */
    private static double firstServed(Trial trial, Service service, long returned) {
        return trial.ledger().since(returned).stream()
                .filter(one -> one.service() == service && one.answer().isOk())
                .mapToLong(one -> one.answer().at() + one.answer().nanos() - returned).min()
                .orElse(PATIENCE.toNanos()) / 1e9;
    }
}
