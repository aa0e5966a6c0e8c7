package io.zhixing.acceptance.faults.strike;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

import io.zhixing.acceptance.Waiting;
import io.zhixing.acceptance.agent.FailPoint;
import io.zhixing.acceptance.agent.Passages;
import io.zhixing.acceptance.faults.Fault;
import io.zhixing.acceptance.faults.Trial;
import io.zhixing.city.launch.Service;

/**
 * 20 in part: the relay is held between publish and removal until another has taken its shards, then continues. The
 * other one is a lease taken by SQL in a relay's own way: when the old one has run out, and under the next epoch.
 */
public final class Zombie implements Fault {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Duration AMONG_THE_LIVING = Duration.ofSeconds(3);
    private static final String USURP = """
            update relay_lease set owner = '%s', epoch = epoch + 1, expires_at = clock_timestamp() + interval '10 s'
            where expires_at < clock_timestamp()""";
    private static final String NOT_OURS = "select count(*) from relay_lease where owner is distinct from '%s'";

    @Override
    public String number() {
        return "20a";
    }

    @Override
    public String zh() {
        return "转发器停顿到租约被他人取得之后再继续";
    }

    @Override
    public String en() {
        return "relay held beyond its lease, another has its shards, then it continues";
    }

    @Override
    public String hypothesis() {
        return "Whoever has lost the lease removes no row; the events are published once more by the holder.";
    }

    @Override
    public void strike(Trial trial) {
        var city = trial.city();
        var other = UUID.randomUUID();
        var mark = city.file("held-" + trial.writings().number());
        int passage = trial.random().nextInt(10, 60);
        city.arm(Service.ORGANIZATION, "hold=" + FailPoint.BEFORE_REMOVAL + "," + passage + "," + mark);
        trial.startLoad();
        Waiting.secondsUntil("The relay comes to the removal", PATIENCE, () -> Files.exists(mark));
        Waiting.secondsUntil("The other relay has all shards", PATIENCE, () -> {
            city.execute(Service.ORGANIZATION, USURP.formatted(other));
            return city.number(Service.ORGANIZATION, NOT_OURS.formatted(other)) == 0;
        });
        long last = city.number(Service.ORGANIZATION, "select max(seq) from outbox");
        long before = left(trial, last);
        release(mark);
        Waiting.pass(AMONG_THE_LIVING);
        long removed = before - left(trial, last);
        trial.recovery().counted("rows that the held relay had published", before);
        trial.require(removed == 0, "a relay that had lost its leases removed " + removed + " rows");
        Waiting.pass(trial.part(0.3));
        city.outages().askToEnd(Service.ORGANIZATION).join();
        city.restart(Service.ORGANIZATION);
    }

    private static long left(Trial trial, long last) {
        return trial.city().number(Service.ORGANIZATION, "select count(*) from outbox where seq <= " + last);
    }

    private static void release(Path mark) {
        try {
            Files.createFile(mark.resolveSibling(mark.getFileName() + Passages.RELEASE));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
