package io.zhixing.platform.inbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.zhixing.platform.inbox.ParkedEvents.Parked;
import io.zhixing.platform.inbox.ReceivedEvent.Aggregate;

/**
 * Which events of a batch have their turn, and which wait with their key: version 3 is never applied on 1, and nothing
 * overtakes a parked event of its key. An event that is not newer than what was seen has its turn: the effect ignores it.
 */
final class Turns {

    private final Map<Aggregate, VersionMarks.Mark> marks;
    private final Set<String> waitingKeys = new LinkedHashSet<>();
    private final Map<Aggregate, Long> firstWaiting = new HashMap<>();
    private final Map<Aggregate, Long> seen = new HashMap<>();
    private final List<ReceivedEvent> applicable = new ArrayList<>();
    private final List<Parked> parked = new ArrayList<>();

    private Turns(Map<Aggregate, VersionMarks.Mark> marks) {
        this.marks = marks;
        marks.forEach((aggregate, mark) -> {
            if (mark.keyWaits()) {
                waitingKeys.add(aggregate.id());
            }
            if (mark.firstWaiting() != null) {
                firstWaiting.put(aggregate, mark.firstWaiting());
            }
        });
    }

    /** @param marks of all aggregates of these events */
    static Turns of(List<ReceivedEvent> events, Map<Aggregate, VersionMarks.Mark> marks) {
        var turns = new Turns(marks);
        events.forEach(turns::place);
        return turns;
    }

    private void place(ReceivedEvent event) {
        long before = seen(event);
        if (waitingKeys.contains(event.aggregateId())) {
            if (closesGap(event, before)) {
                apply(event, before);
            } else {
                park(Parked.of(event, ParkReason.BEHIND_PARKED, ""));
            }
        } else if (event.version() <= before + 1) {
            apply(event, before);
        } else {
            park(Parked.of(event, ParkReason.GAP, ParkReason.missing(before + 1, event.version() - 1)));
        }
    }

    private long seen(ReceivedEvent event) {
        var mark = marks.get(event.aggregate());
        return seen.getOrDefault(event.aggregate(), mark.judged() ? mark.version() : event.version() - 1);
    }

    /** The version that is missing, and not another copy of one that is parked because it was refused. */
    private boolean closesGap(ReceivedEvent event, long before) {
        var first = firstWaiting.get(event.aggregate());
        return first != null && first > before + 1 && event.version() == before + 1;
    }

    private void apply(ReceivedEvent event, long before) {
        applicable.add(event);
        seen.put(event.aggregate(), Math.max(before, event.version()));
    }

    private void park(Parked one) {
        parked.add(one);
        waitingKeys.add(one.event().aggregateId());
        firstWaiting.merge(one.event().aggregate(), one.event().version(), Math::min);
    }

    List<ReceivedEvent> applicable() {
        return applicable;
    }

    List<Parked> parked() {
        return parked;
    }

    /** Keys that had or now have parked events: one of them may have its turn by what the batch applied. */
    Set<String> waitingKeys() {
        return waitingKeys;
    }

    Map<Aggregate, Long> seen() {
        return seen;
    }
}
