package io.zhixing.project.fund;

import java.util.List;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.platform.access.Access;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.Place;
import io.zhixing.project.Roles;

/** Records a funding document as a draft; its money counts from activation on. */
@RequestScoped
public class CreateFundSource {

    private final Access access;
    private final FundSources sources;
    private final Outbox outbox;

    CreateFundSource(Access access, FundSources sources, Outbox outbox) {
        this.access = access;
        this.sources = sources;
        this.outbox = outbox;
    }

    public FundSource handle(FundSource.Facts facts, List<String> purposes) {
        var owner = access.locate(facts.organizationId().toString(), Place.pointer("/organizationId"));
        access.require(owner.path(), Roles.FUND_CASHIER, Roles.SYSTEM_CLIENT);
        var source = new FundSource(facts, owner.path());
        sources.persistAndFlush(source);
        sources.earmark(source.id(), purposes);
        outbox.append(source.changed(), source.path());
        return source;
    }
}
