package io.zhixing.platform.http;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemAnswers;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets so many calls in as there are connections, and keeps the others at the door, where a waiting call costs neither a
 * thread nor a connection. Who has waited for {@code zhixing.bulkhead.wait} is refused with 503 and {@code Retry-After}:
 * the queue must not form inside PostgreSQL. Health, metrics, contract and page pass.
 */
@Singleton
public class Bulkhead {

    private static final int BEFORE_THE_WORK = 9_000;

    private final ProblemAnswers answers;
    private final Vertx vertx;
    private final Duration patience;
    private final String guarded;
    private final Counter refused;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private int free;

    Bulkhead(ProblemAnswers answers, Vertx vertx, MeterRegistry metrics,
            @ConfigProperty(name = "zhixing.bulkhead.calls") int calls,
            @ConfigProperty(name = "zhixing.bulkhead.wait") Duration patience,
            @ConfigProperty(name = "zhixing.service") String service) {
        this.answers = answers;
        this.vertx = vertx;
        this.free = calls;
        this.patience = patience;
        this.guarded = "/" + service + "/v1/";
        this.refused = Counter.builder("calls_refused").description("Calls refused because too many were at work")
                .register(metrics);
        Gauge.builder("calls_free", this, Bulkhead::free).description("Calls that may still be let in")
                .register(metrics);
    }

    /** A call at the door, on the event loop it came by. */
    private record Waiting(RoutingContext call, Context loop) {}

    void guard(@Observes Filters filters) {
        filters.register(this::knock, BEFORE_THE_WORK);
    }

    /** By the path that the operations are found by: an escaped letter in it is no way past the door. */
    private void knock(RoutingContext call) {
        if (!call.normalizedPath().startsWith(guarded)) {
            call.next();
            return;
        }
        var one = new Waiting(call, vertx.getOrCreateContext());
        if (enters(one)) {
            letIn(one);
        } else {
            vertx.setTimer(patience.toMillis(), timer -> giveUp(one));
        }
    }

    private synchronized boolean enters(Waiting one) {
        if (free > 0) {
            free--;
            return true;
        }
        waiting.add(one);
        return false;
    }

    /** On the call's own event loop, so that it cannot be closed between the look and the handler. */
    private void letIn(Waiting one) {
        if (one.call().response().closed()) {
            leave();
            return;
        }
        one.call().addEndHandler(ended -> leave());
        one.call().next();
    }

    /** The place goes to whoever has waited longest. */
    private void leave() {
        Waiting next;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) {
                free++;
                return;
            }
        }
        next.loop().runOnContext(now -> letIn(next));
    }

    private void giveUp(Waiting one) {
        synchronized (this) {
            if (!waiting.remove(one)) {
                return;
            }
        }
        refused.increment();
        if (!one.call().response().closed()) {
            answers.end(one.call(), PlatformProblems.TEMPORARILY_UNAVAILABLE.about());
        }
    }

    private synchronized int free() {
        return free;
    }
}
