package io.zhixing.project.obligation;

import java.time.Clock;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.platform.access.Access;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.time.Shanghai;
import io.zhixing.project.ProjectProblems;
import io.zhixing.project.Roles;

/** Records what is owed by a document. */
@RequestScoped
public class RecordObligation {

    private final Access access;
    private final Obligations obligations;
    private final Outbox outbox;
    private final Clock clock;

    RecordObligation(Access access, Obligations obligations, Outbox outbox, Clock clock) {
        this.access = access;
        this.obligations = obligations;
        this.outbox = outbox;
        this.clock = clock;
    }

    public Obligation handle(Obligation.Facts facts) {
        var owner = access.locate(facts.organizationId().toString(), Place.pointer("/organizationId"));
        access.require(owner.path(), Roles.FUND_CASHIER, Roles.SYSTEM_CLIENT);
        if (facts.on().isAfter(Shanghai.today(clock))) {
            throw ProjectProblems.STEP_OUT_OF_ORDER.about();
        }
        var owed = Obligation.owed(facts, owner.path());
        obligations.add(owed);
        outbox.append(owed.changed(facts.on()), owner.path());
        return owed;
    }
}
