package io.zhixing.acceptance.agent;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What the defects do. Public, because the woven code of the service calls it; the service's classes are reached by
 * reflection, for the agent's class loader knows none of them.
 */
public final class Defects {

    private static final String GUARD = "held.version < excluded.version";
    private static final String FENCE = "l.owner = ? and held.shard = l.shard and held.epoch = l.epoch";
    /** Longer than the five seconds between two commits of offsets, so that some are always committed too early. */
    private static final long EFFECT_MILLIS = 7_000;
    private static final long COMMIT_MILLIS = 300;
    /** Between the commits of a key and of its change: as long as a slow call, so that a death among many falls into it. */
    private static final long WINDOW_MILLIS = 300;
    private static final ScheduledExecutorService LATER = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "later");
        thread.setDaemon(true);
        return thread;
    });
    private static final ThreadLocal<Boolean> ITS_TURN = ThreadLocal.withInitial(() -> false);
    private static long last = -1;

    private Defects() {}

    /** The events that a consumer received, none of them noted. */
    public static Object allOf(Object[] arguments) {
        Struck.by(Defect.INBOX_OFF);
        for (var argument : arguments) {
            if (argument instanceof List) {
                return argument;
            }
        }
        throw new IllegalStateException("The inbox is asked otherwise now");
    }

    /** Only rows with a higher number than any before. */
    public static synchronized List<?> aboveLast(List<?> rows) {
        var above = new ArrayList<Object>();
        long highest = last;
        for (var row : rows) {
            long seq = number(row);
            if (seq > last) {
                above.add(row);
                highest = Math.max(highest, seq);
            }
        }
        last = highest;
        if (above.size() < rows.size()) {
            Struck.by(Defect.ID_ABOVE_LAST);
        }
        return above;
    }

    public static Map<String, Object> withoutAcknowledgement(Map<String, Object> settings) {
        Struck.by(Defect.ACKS_NONE);
        var careless = new HashMap<>(settings);
        careless.put("acks", "0");
        careless.put("enable.idempotence", false);
        return careless;
    }

    public static String withoutVersionGuard(String sql) {
        if (!sql.contains(GUARD)) {
            return sql;
        }
        Struck.by(Defect.VERSION_GUARD_OFF);
        return sql.replace(GUARD, "true");
    }

    public static String withoutFence(String sql) {
        if (!sql.contains(FENCE)) {
            return sql;
        }
        Struck.by(Defect.NO_FENCING);
        return sql.replace(FENCE, "(l.owner = ? or true)");
    }

    /** Whether the effect waits for a thread of its own; when that thread comes, it does not. */
    public static boolean postponed(Object pipeline, Method method, Object[] arguments) {
        if (ITS_TURN.get()) {
            return false;
        }
        Struck.by(Defect.OFFSET_FIRST);
        LATER.schedule(() -> {
            ITS_TURN.set(true);
            method.setAccessible(true);
            return method.invoke(pipeline, arguments);
        }, EFFECT_MILLIS, TimeUnit.MILLISECONDS);
        return true;
    }

    public static void commitAndBegin() {
        Struck.by(Defect.KEY_APART);
        transaction("commit");
        transaction("begin");
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(WINDOW_MILLIS));
    }

    /** Whether the commit waits for a thread of its own; when that thread comes, it does not. */
    public static boolean commitsLater() {
        if (ITS_TURN.get()) {
            return false;
        }
        var loader = Thread.currentThread().getContextClassLoader();
        try {
            var manager = Class.forName("com.arjuna.ats.jta.TransactionManager", true, loader)
                    .getMethod("transactionManager").invoke(null);
            var type = Class.forName("jakarta.transaction.TransactionManager", true, loader);
            var suspended = type.getMethod("suspend").invoke(manager);
            var resume = type.getMethod("resume", Class.forName("jakarta.transaction.Transaction", true, loader));
            LATER.schedule(() -> {
                ITS_TURN.set(true);
                Thread.currentThread().setContextClassLoader(loader);
                resume.invoke(manager, suspended);
                return type.getMethod("commit").invoke(manager);
            }, COMMIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException("Transactions are managed otherwise now", changed);
        }
        Struck.by(Defect.ANSWER_FIRST);
        return true;
    }

    private static void transaction(String step) {
        try {
            Class.forName("io.quarkus.narayana.jta.QuarkusTransaction", true,
                    Thread.currentThread().getContextClassLoader()).getMethod(step).invoke(null);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException("Transactions are managed otherwise now", changed);
        }
    }

    private static long number(Object row) {
        try {
            var seq = row.getClass().getDeclaredMethod("seq");
            seq.setAccessible(true);
            return (long) seq.invoke(row);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException("A row of the outbox has no number", changed);
        }
    }
}
