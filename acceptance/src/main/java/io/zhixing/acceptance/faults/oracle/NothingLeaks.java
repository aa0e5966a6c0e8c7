package io.zhixing.acceptance.faults.oracle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.zhixing.acceptance.Waiting;
import io.zhixing.acceptance.faults.FaultCity;
import io.zhixing.city.launch.Service;

/** P12: what each service needs at rest, beside what it needed at rest after the first load. */
final class NothingLeaks implements Property {

    /** Idle threads end by themselves soon, but a computer may be busy. */
    private static final Duration REST = Duration.ofSeconds(45);
    /** What both pools of a service may hold: an idle connection is kept, so their number grows up to here. */
    private static final long POOLS = 22;
    private static final double TOLERANCE = 1.1;
    /** A collector rounds: what is less than this is no leak of a minute's load. */
    private static final long HEAP_GRAIN = 8L << 20;

    @Override
    public String code() {
        return "P12";
    }

    @Override
    public String sentence() {
        return "threads, open transactions and heap are back to what they were, within a tenth; no connection is beyond the pools";
    }

    @Override
    public List<String> violations(Evidence evidence) {
        if (evidence.before().isEmpty()) {
            return List.of();
        }
        return Waiting.forNone(REST, () -> {
            var violations = new ArrayList<String>();
            FaultCity.SERVICES.forEach(service -> compare(evidence, service, violations));
            return violations;
        });
    }

    private static void compare(Evidence evidence, Service service, List<String> violations) {
        var before = evidence.before().get(service);
        var now = Vitals.of(evidence.city(), service);
        judge(service + " threads", before.threads(), now.threads(), 2, violations);
        judge(service + " open transactions", before.transactions(), now.transactions(), 2, violations);
        if (now.connections() > POOLS) {
            violations.add("%s connections: %d, beyond the pools".formatted(service, now.connections()));
        }
        judge(service + " heap", before.heap(), now.heap(), HEAP_GRAIN, violations);
    }

    private static void judge(String what, long before, long now, long grain, List<String> violations) {
        if (now > Math.max(before * TOLERANCE, before + grain)) {
            violations.add("%s: %,d before, %,d afterwards".formatted(what, before, now));
        }
    }
}
