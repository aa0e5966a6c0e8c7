package io.zhixing.acceptance.faults.strike;

import io.zhixing.acceptance.agent.FailPoint;
import io.zhixing.acceptance.faults.Fault;
import io.zhixing.acceptance.faults.Trial;
import io.zhixing.city.launch.Service;

/** 2: the publisher dies between the commit of a change and the publication of its event. */
public final class KilledBeforePublish implements Fault {

    private static final FailPointFault POINT = new FailPointFault(Service.ORGANIZATION, FailPoint.BEFORE_PUBLISH, 40,
            160);

    @Override
    public String number() {
        return "2";
    }

    @Override
    public String zh() {
        return "提交之后、发布之前被kill -9";
    }

    @Override
    public String en() {
        return "halted exactly between commit and publish";
    }

    @Override
    public String hypothesis() {
        return "The event waits in the outbox and is published after the restart.";
    }

    @Override
    public void strike(Trial trial) {
        POINT.strike(trial, () -> {
            long unsent = trial.evidence().unsent(Service.ORGANIZATION);
            trial.recovery().counted("unsent at death", unsent);
            trial.require(unsent > 0, "no committed event was unsent when the service died: nothing was shown");
        });
    }
}
