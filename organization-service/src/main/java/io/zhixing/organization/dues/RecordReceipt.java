package io.zhixing.organization.dues;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.member.Members;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.access.Caller;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.time.Shanghai;

/** Records how far a member has paid: forward by receipts, backward by another person's correction alone. */
@RequestScoped
public class RecordReceipt {

    /** @param paidThrough {@code YYYY-MM} */
    public record Stated(UUID memberId, ReceiptKind kind, String paidThrough, long amountFen, LocalDate on,
            String reason) {}

    private final DuesBook book;
    private final ArrearsBook arrears;
    private final Members members;
    private final Access access;
    private final Caller caller;
    private final Outbox outbox;
    private final Clock clock;

    RecordReceipt(DuesBook book, ArrearsBook arrears, Members members, Access access, Caller caller, Outbox outbox,
            Clock clock) {
        this.book = book;
        this.arrears = arrears;
        this.members = members;
        this.access = access;
        this.caller = caller;
        this.outbox = outbox;
        this.clock = clock;
    }

    ReceiptView handle(Stated stated) {
        var member = members.locked(stated.memberId()).orElseThrow(() -> new ProblemException(
                List.of(PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/memberId"), stated.memberId()))));
        access.require(member.path(), roles(stated.kind()));
        var through = Month.firstDay(stated.paidThrough());
        var paid = book.paid(member.id()).orElse(null);
        judge(stated, member.joinedOn(), paid, caller.name(), Shanghai.today(clock));
        var id = book.addReceipt(stated, through);
        var owed = arrears.owedThrough(List.of(member.id())).get(member.id());
        var crossing = List.of(new ArrearsBook.Crossing(member.id(), through.plusMonths(1),
                stated.on()));
        var crossed = owed == null || !through.isBefore(owed)
                ? arrears.makeGood(crossing)
                : stated.kind() == ReceiptKind.CORRECTION
                        ? arrears.fallBehindAgain(crossing)
                        : List.<DuesArrears.Changed>of();
        outbox.appendAll(crossed, member.path());
        return new ReceiptView(id, member.id(), stated.kind(), stated.paidThrough(), stated.amountFen(), stated.on(),
                stated.reason());
    }

    /** A clerk receives; what was received is corrected above him. */
    static String[] roles(ReceiptKind kind) {
        return kind == ReceiptKind.CORRECTION
                ? new String[]{Roles.SECRETARY, Roles.OFFICER}
                : new String[]{Roles.CLERK, Roles.SECRETARY, Roles.OFFICER, Roles.SYSTEM};
    }

    /**
     * What stands against it, whether it comes by a call or in a file.
     *
     * @param paid how far he has paid; null when nothing was received yet
     */
    static void judge(Stated stated, LocalDate joinedOn, DuesBook.Paid paid, String recorder, LocalDate today) {
        var through = Month.firstDay(stated.paidThrough());
        boolean correction = stated.kind() == ReceiptKind.CORRECTION;
        new Faults()
                .addIf(stated.on().isAfter(today),
                        OrganizationProblems.DAY_IN_FUTURE.at(Place.pointer("/on"), stated.on()))
                .addIf(through.isBefore(joinedOn.withDayOfMonth(1)), OrganizationProblems.DAYS_INCONSISTENT
                        .at(Place.pointer("/paidThrough"), stated.paidThrough(), Month.text(joinedOn)))
                .addIf(correction && (stated.reason() == null || stated.reason().isBlank()),
                        OrganizationProblems.STEP_REASON_REQUIRED.at(Place.pointer("/reason")))
                .refuse();
        if (correction && (paid == null || !through.isBefore(paid.through()))) {
            throw OrganizationProblems.DUES_CORRECTION_GOES_BACK.about();
        }
        if (correction && paid.enteredBy().equals(recorder)) {
            throw OrganizationProblems.RECORDER_CORRECTS.about();
        }
        if (!correction && paid != null && !through.isAfter(paid.through())) {
            throw OrganizationProblems.DUES_PAID_BEFORE.about(Month.text(paid.through()));
        }
    }
}
