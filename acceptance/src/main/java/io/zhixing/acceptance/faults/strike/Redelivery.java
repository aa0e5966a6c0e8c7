package io.zhixing.acceptance.faults.strike;

import io.zhixing.acceptance.faults.Trial;
import io.zhixing.acceptance.faults.oracle.Reader;
import io.zhixing.acceptance.faults.oracle.Taken;

/** Events that a reader has taken and that will be delivered to it again, since their offsets are not committed. */
final class Redelivery {

    private Redelivery() {}

    static long due(Trial trial, Reader reader) {
        var committed = Offsets.committed(trial.city().kafka(), reader);
        var taken = Taken.by(reader, trial.city());
        return trial.evidence().topic(reader.publisher()).readOn().events().stream()
                .filter(event -> event.place().offset() >= committed.get(event.place().partition()))
                .filter(event -> taken.contains(event.id())).count();
    }
}
