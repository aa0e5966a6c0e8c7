package io.zhixing.acceptance.faults.strike;

import io.zhixing.acceptance.agent.FailPoint;
import io.zhixing.acceptance.faults.Fault;
import io.zhixing.acceptance.faults.Trial;
import io.zhixing.acceptance.faults.oracle.Evidence;
import io.zhixing.city.launch.Service;

/** 4: a reader dies between the commit of an effect and the commit of its offset. */
public final class KilledBeforeOffset implements Fault {

    private static final FailPointFault POINT = new FailPointFault(Service.SESSION, FailPoint.BEFORE_OFFSET, 10, 60);

    @Override
    public String number() {
        return "4";
    }

    @Override
    public String zh() {
        return "消费者在效果提交之后、位点提交之前被kill -9";
    }

    @Override
    public String en() {
        return "reader halted between the commit of the effect and that of the offset";
    }

    @Override
    public String hypothesis() {
        return "The events are delivered again and have no second effect.";
    }

    @Override
    public void strike(Trial trial) {
        POINT.strike(trial, () -> {
            long again = Redelivery.due(trial, Evidence.READERS.get(0));
            trial.recovery().counted("taken, offset uncommitted", again);
            trial.require(again > 0, "every event taken had its offset committed: nothing was delivered again");
        });
    }
}
