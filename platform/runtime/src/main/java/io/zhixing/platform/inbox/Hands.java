package io.zhixing.platform.inbox;

import java.time.Duration;

/** How many batches are in hand, and since when there is none. */
final class Hands {

    private int busy;
    private long restsSince = System.nanoTime();

    synchronized void take() {
        busy++;
    }

    synchronized void lay() {
        busy--;
        restsSince = System.nanoTime();
        notifyAll();
    }

    /** Until there has been none for this long; {@code false} when the patience ends before. */
    synchronized boolean awaitRest(Duration quiet, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        for (;;) {
            long now = System.nanoTime();
            long left = busy > 0 ? deadline - now : restsSince + quiet.toNanos() - now;
            if (busy == 0 && left <= 0) {
                return true;
            }
            if (now >= deadline) {
                return false;
            }
            wait(Math.max(1, Math.min(left, deadline - now) / 1_000_000));
        }
    }
}
