package io.zhixing.city.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.zhixing.city.CityFailure;
import io.zhixing.city.Terminal;

/** A fixed number of callers who work off the stages of a load one after the other, each stage with its bar. */
final class Crew implements AutoCloseable {

    private static final int CALLS_UNDER_WAY = 8;

    private final ExecutorService callers = Executors.newFixedThreadPool(CALLS_UNDER_WAY, Crew::daemon);
    private final Terminal terminal;

    Crew(Terminal terminal) {
        this.terminal = terminal;
    }

    <T> void stage(String zh, String en, List<T> items, Consumer<T> call) {
        inTurn(zh, en, List.of(items), call);
    }

    /** The lists one after the other: nothing of the second begins before all of the first is done. */
    <T> void inTurn(String zh, String en, List<List<T>> lists, Consumer<T> call) {
        var bar = terminal.bar(zh, en, lists.stream().mapToInt(List::size).sum());
        lists.forEach(items -> each(items, bar, call));
        bar.end();
    }

    /** One call that a service works off for a while; {@code work} steps the bar as far as it has come. */
    void job(String zh, String en, int rows, Consumer<Terminal.Bar> work) {
        var bar = terminal.bar(zh, en, rows);
        work.accept(bar);
        bar.end();
    }

    /** Takes the items in their order, several at a time; the first failure stops all. */
    private <T> void each(List<T> items, Terminal.Bar bar, Consumer<T> call) {
        var next = new AtomicInteger();
        var work = new ArrayList<Future<?>>();
        for (int i = 0; i < CALLS_UNDER_WAY; i++) {
            work.add(callers.submit(() -> {
                for (int at = next.getAndIncrement(); at < items.size(); at = next.getAndIncrement()) {
                    try {
                        call.accept(items.get(at));
                    } catch (RuntimeException failure) {
                        next.set(items.size());
                        throw failure;
                    }
                    bar.step();
                }
            }));
        }
        work.forEach(Crew::await);
    }

    /** A thread of the load, which keeps no city from ending. */
    static Thread daemon(Runnable task) {
        var thread = new Thread(task, "loader");
        thread.setDaemon(true);
        return thread;
    }

    /** What the work gave; its failure is the caller's. */
    static <T> T await(Future<T> worker) {
        try {
            return worker.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof CityFailure known) {
                throw known;
            }
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CityFailure("载入已中断", "The load was interrupted");
        }
    }

    @Override
    public void close() {
        callers.shutdownNow();
    }
}
