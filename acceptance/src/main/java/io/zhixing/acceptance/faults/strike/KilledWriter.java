package io.zhixing.acceptance.faults.strike;

import java.time.Duration;
import java.util.List;

import io.zhixing.acceptance.Waiting;
import io.zhixing.acceptance.faults.Fault;
import io.zhixing.acceptance.faults.Trial;
import io.zhixing.city.launch.Service;

/** 1: the services that write are killed again and again, by turns. */
public final class KilledWriter implements Fault {

    private static final Duration BETWEEN = Duration.ofSeconds(5);
    private static final int SOME = 5;
    private static final double MOST_SECONDS_TO_READY = 60;
    private static final List<Service> VICTIMS = List.of(Service.ORGANIZATION, Service.SESSION);

    @Override
    public String number() {
        return "1";
    }

    @Override
    public String zh() {
        return "写入服务每5秒被kill -9";
    }

    @Override
    public String en() {
        return "kill -9 of a writing service five seconds after it is ready again";
    }

    @Override
    public String hypothesis() {
        return "What was answered is kept, what was not is there once or not at all, and every committed change reaches every reader.";
    }

    @Override
    public void strike(Trial trial) {
        trial.startLoad();
        long end = System.nanoTime() + trial.length().toNanos();
        double slowest = 0;
        int kills = 0;
        for (; System.nanoTime() < end || kills < VICTIMS.size(); kills++) {
            var victim = VICTIMS.get(kills % VICTIMS.size());
            Waiting.pass(BETWEEN);
            trial.untilWritten(victim, SOME);
            long killedAt = System.nanoTime();
            trial.city().outages().kill(victim);
            trial.city().restart(victim);
            slowest = Math.max(slowest, (System.nanoTime() - killedAt) / 1e9);
        }
        trial.recovery().counted("kills", kills);
        trial.recovery().took("slowest restart", slowest, MOST_SECONDS_TO_READY);
    }
}
