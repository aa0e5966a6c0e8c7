package io.zhixing.project.recovery;

import java.util.List;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.platform.access.Access;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.project.Actor;
import io.zhixing.project.CountyOffice;
import io.zhixing.project.Roles;

/** Proposes to take money back. Nothing is set aside: whether there is enough is judged when it is executed. */
@RequestScoped
public class ProposeRecovery {

    private final Access access;
    private final CountyOffice county;
    private final Recoveries recoveries;
    private final Actor actor;
    private final Outbox outbox;

    ProposeRecovery(Access access, CountyOffice county, Recoveries recoveries, Actor actor, Outbox outbox) {
        this.access = access;
        this.county = county;
        this.recoveries = recoveries;
        this.actor = actor;
        this.outbox = outbox;
    }

    public Recovery handle(Recovery.Facts facts) {
        var origin = recoveries.origin(facts.accountId()).orElseThrow(() -> new ProblemException(
                List.of(PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/accountId"), facts.accountId()))));
        access.require(county.of(origin.path()), Roles.FUND_CASHIER);
        var recovery = new Recovery(facts, origin, actor.id());
        recoveries.persistAndFlush(recovery);
        outbox.append(recovery.changed(), recovery.path());
        return recovery;
    }
}
