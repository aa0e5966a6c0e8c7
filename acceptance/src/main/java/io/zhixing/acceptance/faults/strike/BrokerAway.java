package io.zhixing.acceptance.faults.strike;

import java.time.Duration;
import java.util.EnumMap;

import io.zhixing.acceptance.Waiting;
import io.zhixing.acceptance.faults.Fault;
import io.zhixing.acceptance.faults.FaultCity;
import io.zhixing.acceptance.faults.Trial;
import io.zhixing.acceptance.faults.intent.Ledger.Sending;
import io.zhixing.city.launch.Service;

/** 5: the broker falls silent, dies, and stays away for half a minute. */
public final class BrokerAway implements Fault {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration SILENCE = Duration.ofSeconds(2);
    private static final int WRITTEN_INTO_SILENCE = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final double MOST_SECONDS_TO_EMPTY = 20;

    @Override
    public String number() {
        return "5";
    }

    @Override
    public String zh() {
        return "Kafka先停顿、再被kill -9，离线30秒";
    }

    @Override
    public String en() {
        return "broker silent, then killed, away 30 s under load";
    }

    @Override
    public String hypothesis() {
        return "No write is refused and every service stays ready; within 20 s of the broker's return what had waited is published, all of it and in order.";
    }

    @Override
    public void strike(Trial trial) {
        var city = trial.city();
        trial.startLoad();
        Waiting.pass(trial.part(0.2));
        var away = trial.part(0.6).compareTo(LONGEST) < 0 ? trial.part(0.6) : LONGEST;
        long silentSince = System.nanoTime();
        city.outages().freezeKafka();
        trial.untilWritten(Service.ORGANIZATION, WRITTEN_INTO_SILENCE);
        Waiting.pass(SILENCE);
        city.outages().killKafka();
        Waiting.pass(away.minus(SILENCE));
        FaultCity.SERVICES.forEach(service -> trial.require(city.isReady(service),
                service + " was not ready while the broker was away"));
        var waiting = city.pairs(Service.ORGANIZATION, "select seq::text, id::text from outbox");
        city.outages().restartKafka();
        trial.recovery().took("broker away", (System.nanoTime() - silentSince) / 1e9, Double.MAX_VALUE);
        trial.recovery().counted("events that waited", waiting.size());
        trial.require(!waiting.isEmpty(), "no event waited: nothing was shown");
        long returned = System.nanoTime();
        emptied(trial);
        trial.recovery().took("outbox empty after the broker's return", (System.nanoTime() - returned) / 1e9,
                MOST_SECONDS_TO_EMPTY);
        var refused = trial.ledger().since(silentSince).stream().filter(one -> !one.answer().isOk()).toList();
        trial.require(refused.isEmpty(),
                refused.size() + " writes were not taken while the broker was away, the first: "
                        + refused.stream().findFirst().map(Sending::inWords).orElse(""));
        Waiting.pass(trial.part(0.2));
    }

    /** Until nothing is left of what stood there when the broker returned; the load goes on beside it. */
    private static void emptied(Trial trial) {
        var last = new EnumMap<Service, Long>(Service.class);
        FaultCity.SERVICES.forEach(service -> last.put(service,
                trial.city().number(service, "select coalesce(max(seq), 0) from outbox")));
        trial.await("The outbox of every service empty of what had waited", PATIENCE,
                () -> FaultCity.SERVICES.stream().allMatch(service -> trial.city().number(service,
                        "select count(*) from outbox where seq <= " + last.get(service)) == 0));
    }
}
