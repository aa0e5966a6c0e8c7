package io.zhixing.project;

import java.util.List;

import jakarta.inject.Singleton;

import io.zhixing.platform.outbox.EventType;
import io.zhixing.platform.outbox.PublishedEvents;
import io.zhixing.project.fund.FundAllocation;
import io.zhixing.project.fund.FundSource;
import io.zhixing.project.library.ServiceProject;
import io.zhixing.project.notice.PublicNotice;
import io.zhixing.project.obligation.Obligation;
import io.zhixing.project.payment.Disbursement;
import io.zhixing.project.payment.UnallocatedReturn;
import io.zhixing.project.recovery.Recovery;

/** Everything this service publishes: ids and amounts, no payee, no bank data. */
@Singleton
public class ProjectEvents implements PublishedEvents {

    @Override
    public String topic() {
        return "poverty-project.events.v1";
    }

    @Override
    public List<EventType> types() {
        return List.of(
                EventType.of("fund-source-changed.v1", FundSource.RESOURCE, FundSource.Changed.class),
                EventType.of("fund-allocation-changed.v1", "fund-allocation", FundAllocation.Changed.class),
                EventType.of("fund-recovery-changed.v1", Recovery.RESOURCE, Recovery.Changed.class),
                EventType.of("project-changed.v1", "project", ServiceProject.Changed.class),
                EventType.of("notice-opened.v1", PublicNotice.RESOURCE, PublicNotice.Opened.class),
                EventType.of("notice-disputed.v1", PublicNotice.RESOURCE, PublicNotice.Disputed.class),
                EventType.of("notice-closed.v1", PublicNotice.RESOURCE, PublicNotice.Closed.class),
                EventType.of("disbursement-changed.v1", Disbursement.RESOURCE, Disbursement.Changed.class),
                EventType.of("obligation-changed.v1", "obligation", Obligation.Changed.class),
                EventType.of("unallocated-return-changed.v1", UnallocatedReturn.RESOURCE,
                        UnallocatedReturn.Changed.class));
    }
}
