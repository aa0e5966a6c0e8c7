package io.zhixing.project.payment;

import java.time.LocalDate;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.project.notice.Notices;
import io.zhixing.project.notice.PublicNotice.NoticeKind;
import io.zhixing.project.rule.Rules;

/** What the rules of a day ask of an order beside its money, when it is submitted and when it is approved. */
@RequestScoped
class OrderTerms {

    private final Budgets budgets;
    private final Notices notices;
    private final Rules rules;

    OrderTerms(Budgets budgets, Notices notices, Rules rules) {
        this.budgets = budgets;
        this.notices = notices;
        this.rules = rules;
    }

    /** Whether that day is one of the days for which its source gives money. */
    boolean isWithinSourceDays(Disbursement order, LocalDate on) {
        return budgets.givesOn(order.budgetId(), on);
    }

    /** Whether it, with the advances that were approved before, stays within its budget's share. */
    boolean staysWithinAdvances(Disbursement order, LocalDate on) {
        return order.stage() != OrderStage.ADVANCE || rules.value("ADVANCE_SHARE", "ADVANCE", on) == 0
                || order.fits(budgets.advanceRoomFen(order.budgetId(), on));
    }

    /** Whether it, with what was approved before, leaves the share of its budget that stays until the acceptance (质保金). */
    boolean keepsRetention(Disbursement order, LocalDate on) {
        return !order.stage().isForWorks() || rules.value("RETENTION_SHARE", "BUDGET", on) == 0
                || order.fits(budgets.roomBeforeAcceptanceFen(order.budgetId(), on));
    }

    /** Whether, where it pays retention money (质保金), its project was accepted by then. */
    boolean awaitedAcceptance(Disbursement order, LocalDate on) {
        return order.stage() != OrderStage.RETENTION || rules.value("ACCEPTANCE_REQUIRED", "RETENTION", on) == 0
                || budgets.isAcceptedBy(order.projectId(), on);
    }

    /** Whether, where it pays beneficiaries, their list was announced and the notice has passed by then. */
    boolean isAnnounced(Disbursement order, LocalDate on) {
        return order.stage() != OrderStage.DIRECT_TO_BENEFICIARY
                || !notices.lacks(order.projectId(), NoticeKind.BENEFICIARY_LIST, on);
    }
}
