package io.zhixing.acceptance.faults.strike;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.zhixing.acceptance.Waiting;
import io.zhixing.acceptance.faults.Fault;
import io.zhixing.acceptance.faults.Trial;
import io.zhixing.acceptance.faults.oracle.Evidence;
import io.zhixing.acceptance.faults.oracle.Reader;
import io.zhixing.acceptance.faults.oracle.Taken;

/** 11: the newest events come twice more, in no order, and readers whose inbox was cleared begin at the first record. */
public final class Replay implements Fault {

    private static final int NEWEST = 1_000;
    private static final int TIMES = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public String number() {
        return "11";
    }

    @Override
    public String zh() {
        return "最近1000个事件重复发布两次且乱序，清空收件箱后重放整个主题";
    }

    @Override
    public String en() {
        return "last 1,000 events published twice more out of order; inbox cleared, whole topic replayed";
    }

    @Override
    public String hypothesis() {
        return "Repeated, late and replayed events end in the same rows.";
    }

    @Override
    public void strike(Trial trial) {
        trial.startLoad();
        Waiting.pass(trial.part(0.4));
        for (var reader : Evidence.READERS) {
            trial.city().outages().askToEnd(reader.service()).join();
            trial.city().execute(reader.service(), "delete from inbox where consumer = '" + reader.consumer() + "'");
            Offsets.toBeginning(trial.city().kafka(), reader);
            trial.city().restart(reader.service());
        }
        var records = Records.newest(trial.city().kafka(), Offsets.topic(Evidence.READERS.get(0)), NEWEST);
        var ids = records.stream().map(Records::id).collect(Collectors.toSet());
        for (var reader : Evidence.READERS) {
            trial.await(reader + " has replayed the topic", PATIENCE,
                    () -> Taken.by(reader, trial.city()).containsAll(ids));
            forget(trial, reader, ids);
        }
        trial.recovery().counted("events replayed",
                trial.evidence().topic(Evidence.READERS.get(0).publisher()).readOn().ids().size());
        trial.recovery().counted("events published again",
                Records.sendShuffled(trial.city().kafka(), records, TIMES, trial.random()));
        Waiting.pass(trial.part(0.2));
    }

    /** As after the time for which inbox rows are kept: only the versions in the rows protect them now. */
    private static void forget(Trial trial, Reader reader, Set<UUID> ids) {
        trial.city().execute(reader.service(), "delete from inbox where consumer = '" + reader.consumer()
                + "' and event_id in ("
                + ids.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", ")) + ")");
    }
}
