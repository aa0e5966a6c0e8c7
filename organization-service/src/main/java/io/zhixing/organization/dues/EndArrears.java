package io.zhixing.organization.dues;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.member.Members;
import io.zhixing.platform.outbox.Outbox;

/** What a whole exemption does that is approved after a month was closed: who owes nothing beyond it is in arrears no more. */
@RequestScoped
class EndArrears {

    private final DuesBook book;
    private final ArrearsBook arrears;
    private final Members members;
    private final Outbox outbox;

    EndArrears(DuesBook book, ArrearsBook arrears, Members members, Outbox outbox) {
        this.book = book;
        this.arrears = arrears;
        this.members = members;
        this.outbox = outbox;
    }

    /** Needs the transaction of the approval, which is written already. */
    void handle(UUID memberId, LocalDate on) {
        var member = members.locked(memberId).orElseThrow();
        var owed = arrears.owedThrough(List.of(memberId)).get(memberId);
        boolean settled = owed == null
                || book.paid(memberId).filter(paid -> !paid.through().isBefore(owed)).isPresent();
        if (settled) {
            outbox.appendAll(arrears.makeGood(
                    List.of(new ArrearsBook.Crossing(memberId, on.withDayOfMonth(1), on))),
                    member.path());
        }
    }
}
