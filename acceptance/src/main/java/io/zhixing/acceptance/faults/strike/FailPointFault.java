package io.zhixing.acceptance.faults.strike;

import java.nio.file.Files;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.zhixing.acceptance.Waiting;
import io.zhixing.acceptance.agent.FailPoint;
import io.zhixing.acceptance.faults.Trial;
import io.zhixing.city.launch.Service;

/** A service whose JVM is halted at the n-th passage of a fail point under load, and started again without it. */
record FailPointFault(Service service, FailPoint point, int earliest, int latest) {

    private static final long MOST_SECONDS_TO_DIE = 120;
    private static final double MOST_SECONDS_TO_READY = 60;

    /** Looks at what stands while the service is dead. */
    @FunctionalInterface
    interface Autopsy {

        void look();
    }

    void strike(Trial trial, Autopsy autopsy) {
        int passage = trial.random().nextInt(earliest, latest + 1);
        var mark = trial.city().file("halted-" + trial.writings().number());
        trial.city().arm(service, "halt=" + point + "," + passage + "," + mark);
        var gone = trial.city().expectEnd(service);
        trial.startLoad();
        long start = System.nanoTime();
        try {
            gone.get(MOST_SECONDS_TO_DIE, TimeUnit.SECONDS);
        } catch (TimeoutException alive) {
            throw new IllegalStateException(service + " did not come by " + point + " " + passage + " times", alive);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
        trial.require(Files.exists(mark), service + " died, but not at " + point);
        autopsy.look();
        long restart = System.nanoTime();
        trial.city().restart(service);
        trial.recovery().counted("died at passage", passage);
        trial.recovery().took("ready again", (System.nanoTime() - restart) / 1e9, MOST_SECONDS_TO_READY);
        var left = trial.length().minusNanos(System.nanoTime() - start);
        if (!left.isNegative()) {
            Waiting.pass(left);
        }
    }
}
