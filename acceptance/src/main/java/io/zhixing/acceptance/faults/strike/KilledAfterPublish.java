package io.zhixing.acceptance.faults.strike;

import io.zhixing.acceptance.agent.FailPoint;
import io.zhixing.acceptance.faults.Fault;
import io.zhixing.acceptance.faults.Trial;
import io.zhixing.city.launch.Service;

/** 3: the publisher dies between the broker's acknowledgement and the removal of the row. */
public final class KilledAfterPublish implements Fault {

    private static final FailPointFault POINT = new FailPointFault(Service.ORGANIZATION, FailPoint.BEFORE_REMOVAL, 30,
            120);

    private long repeatsBefore;

    @Override
    public String number() {
        return "3";
    }

    @Override
    public String zh() {
        return "发布之后、删除发件行之前被kill -9";
    }

    @Override
    public String en() {
        return "halted after publish, before the outbox row is removed";
    }

    @Override
    public String hypothesis() {
        return "The event is published twice, and readers are none the worse for it.";
    }

    @Override
    public void strike(Trial trial) {
        repeatsBefore = trial.evidence().topic(Service.ORGANIZATION).readOn().repeats();
        POINT.strike(trial, () -> {});
    }

    @Override
    public void atRest(Trial trial) {
        long repeats = trial.evidence().topic(Service.ORGANIZATION).repeats() - repeatsBefore;
        trial.recovery().counted("repeats in the topic", repeats);
        trial.require(repeats > 0, "no event is in the topic twice: nothing was shown");
    }
}
