package io.zhixing.city.launch;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;

import sun.misc.Signal;

/**
 * SIGINT, SIGTERM and SIGHUP alike: the first asks for an orderly end, the second forces it. A shutdown hook could not
 * tell the second from the first. A shell starts background jobs with SIGINT ignored; that stays so.
 */
public final class Signals {

    /** Shells report a death by signal as 128 and its number. */
    private static final int SIGNAL_EXIT = 128;

    private Signals() {}

    /** @param stop gets the exit code of the signal; so does {@code force}, when another signal follows */
    public static void handle(IntConsumer stop, IntConsumer force) {
        var asked = new AtomicBoolean();
        for (var name : new String[]{"INT", "TERM", "HUP"}) {
            Signal.handle(new Signal(name), signal -> {
                int code = SIGNAL_EXIT + signal.getNumber();
                (asked.getAndSet(true) ? force : stop).accept(code);
            });
        }
    }
}
