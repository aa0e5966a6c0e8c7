package io.zhixing.project;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.zhixing.platform.outbox.DomainEvent;
import io.zhixing.project.fund.FundAllocation;
import io.zhixing.project.fund.FundSource;
import io.zhixing.project.library.ProjectCategory;
import io.zhixing.project.library.ProjectState;
import io.zhixing.project.library.ServiceProject;
import io.zhixing.project.notice.PublicNotice;
import io.zhixing.project.obligation.Obligation;
import io.zhixing.project.obligation.ObligationKind;
import io.zhixing.project.obligation.ObligationState;
import io.zhixing.project.payment.Disbursement;
import io.zhixing.project.payment.OrderStage;
import io.zhixing.project.payment.OrderState;
import io.zhixing.project.payment.ReturnState;
import io.zhixing.project.payment.UnallocatedReturn;
import io.zhixing.project.recovery.Recovery;
import io.zhixing.project.recovery.RecoveryKind;
import io.zhixing.project.recovery.RecoveryLevel;
import io.zhixing.project.recovery.RecoveryState;

/** One event of each published type: what the committed examples are made from. */
final class ProjectSamples {

    private static final UUID SOURCE = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4d1");
    private static final UUID CITY = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4d2");
    private static final UUID ALLOCATION = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4d3");
    private static final UUID COUNTY = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4d4");
    private static final UUID PROJECT = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4d5");
    private static final UUID VILLAGE = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4d6");
    private static final UUID ASSISTING = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4d7");
    private static final UUID NOTICE = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4d8");
    private static final UUID BUDGET = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4da");
    private static final UUID OBLIGATION = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4db");
    private static final UUID ORDER = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4dc");
    private static final UUID RECOVERY = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4dd");
    private static final UUID RETURNED = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4e2");

    private ProjectSamples() {}

    static List<DomainEvent> all() {
        return List.of(
                new FundSource.Changed(SOURCE, 2, CITY, LocalDate.of(2016, 3, 1),
                        FundSource.FundCategory.POVERTY_SPECIAL, FundSource.FundLevel.PROVINCE, 2016, 2_640_000_000L,
                        FundSource.FundSourceState.ACTIVE),
                new FundAllocation.Changed(ALLOCATION, 1, COUNTY, LocalDate.of(2016, 3, 10), SOURCE,
                        FundSource.FundCategory.POVERTY_SPECIAL, "441223", 300_000_000L),
                new Recovery.Changed(RECOVERY, 3, VILLAGE, LocalDate.of(2016, 11, 10), RecoveryKind.SURPLUS, "441223",
                        SOURCE, ALLOCATION, BUDGET, RecoveryLevel.SOURCE, 120_000L, RecoveryState.EXECUTED),
                new ServiceProject.Changed(PROJECT, 6, VILLAGE, LocalDate.of(2016, 6, 20), ASSISTING,
                        "2016-441223-0001", ProjectCategory.ASSISTANCE, "441223", "441223100", true, 3_252_700L,
                        ProjectState.IN_LIBRARY, ProjectState.FUNDED),
                new PublicNotice.Opened(NOTICE, 1, VILLAGE, LocalDate.of(2016, 5, 3), PROJECT,
                        PublicNotice.NoticeKind.ENTRY, PublicNotice.NoticeLevel.COUNTY, LocalDate.of(2016, 5, 3),
                        LocalDate.of(2016, 5, 10), 0),
                new PublicNotice.Disputed(NOTICE, 2, VILLAGE, LocalDate.of(2016, 5, 5), PROJECT,
                        PublicNotice.NoticeKind.ENTRY, PublicNotice.NoticeLevel.COUNTY, 1),
                new PublicNotice.Closed(NOTICE, 2, VILLAGE, LocalDate.of(2016, 5, 11), PROJECT,
                        PublicNotice.NoticeKind.ENTRY, PublicNotice.NoticeLevel.COUNTY,
                        PublicNotice.NoticeState.PASSED),
                new Disbursement.Changed(ORDER, 4, VILLAGE, LocalDate.of(2016, 9, 5), PROJECT, BUDGET,
                        OrderStage.FINAL, 3_252_700L, OrderState.SENT, OrderState.PAID,
                        new Disbursement.LineTotals(1, 0, 3_252_700L, 0, 0)),
                new Obligation.Changed(OBLIGATION, 2, COUNTY, LocalDate.of(2016, 9, 5),
                        ObligationKind.LAND_COMPENSATION_ARREARS, "441223", 50_000_000L, 20_000_000L,
                        ObligationState.PARTLY_SETTLED),
                new UnallocatedReturn.Changed(RETURNED, 3, VILLAGE, LocalDate.of(2016, 11, 16), ORDER, BUDGET,
                        3_252_700L, LocalDate.of(2016, 11, 10), ReturnState.POSTED, 7L));
    }
}
