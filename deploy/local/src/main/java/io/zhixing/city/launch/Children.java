package io.zhixing.city.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.zhixing.city.CityFailure;

/**
 * The processes under way, written down so that the next start can end what a killed launcher left. Once they are being
 * ended none is added, whatever thread was about to; one that ends before that is reported.
 */
final class Children {

    private final List<Child> all = new ArrayList<>();
    private final Leftovers record;
    private final Consumer<CityFailure> died;
    private boolean ending;

    Children(Leftovers record, Consumer<CityFailure> died) {
        this.record = record;
        this.died = died;
    }

    /** Takes a process that was just started; ends it at once when the end has begun meanwhile. */
    synchronized Child adopt(Child child) {
        if (ending) {
            child.crash();
            throw new CityFailure("城市正在停止", "The city is stopping");
        }
        all.add(child);
        record.write(all);
        child.handle().onExit().thenRun(() -> exited(child));
        return child;
    }

    /** From now on this process ends without being reported: somebody ends it on purpose. */
    synchronized void release(Child child) {
        all.remove(child);
        record.write(all);
    }

    /** From now on a process that ends is no news. */
    synchronized List<Child> beginEnd() {
        ending = true;
        return List.copyOf(all);
    }

    /** Ends some of them side by side, within so many seconds. */
    static void stop(List<Child> some, long seconds) {
        CompletableFuture.allOf(some.stream().map(child -> CompletableFuture.runAsync(() -> child.stop(seconds)))
                .toArray(CompletableFuture[]::new)).join();
    }

    private void exited(Child child) {
        synchronized (this) {
            if (ending || !all.contains(child)) {
                return;
            }
        }
        died.accept(child.failure("意外退出", "ended unexpectedly"));
    }
}
