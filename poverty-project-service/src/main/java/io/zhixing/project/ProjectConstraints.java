package io.zhixing.project;

import static java.util.Map.entry;

import java.util.Map;

import jakarta.inject.Singleton;

import io.zhixing.platform.problem.ConstraintProblems;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.Problem;

/** What each constraint of the schema, and each refusal of a ledger function, means to a caller. */
@Singleton
public class ProjectConstraints implements ConstraintProblems {

    private static final Map<String, Problem> BY_NAME = Map.ofEntries(
            // ceilings
            entry("no_overdraw", ProjectProblems.INSUFFICIENT_FUNDS),
            entry("within_reservation", ProjectProblems.RESERVATION_EXCEEDED),
            entry("reservation_exists", ProjectProblems.RESERVATION_EXCEEDED),
            entry("within_paid", ProjectProblems.REFUND_EXCEEDS_PAID),
            entry("not_over_settled", ProjectProblems.OVER_SETTLED),
            entry("closed_is_empty", ProjectProblems.ACCOUNT_CLOSED),
            // ways that money may go
            entry("route_allowed", ProjectProblems.ROUTE_NOT_ALLOWED),
            entry("account_has_parent", ProjectProblems.ROUTE_NOT_ALLOWED),
            entry("recovery_goes_up", ProjectProblems.ROUTE_NOT_ALLOWED),
            entry("budget_purpose_allowed", ProjectProblems.EARMARK_MISMATCH),
            entry("budget_purpose_of_project", ProjectProblems.EARMARK_MISMATCH),
            entry("budget_county_of_allocation", ProjectProblems.COUNTY_MISMATCH),
            entry("budget_county_of_project", ProjectProblems.COUNTY_MISMATCH),
            // two persons
            entry("four_eyes", ProjectProblems.FOUR_EYES),
            entry("submitter_four_eyes", ProjectProblems.FOUR_EYES),
            entry("approver_named", ProjectProblems.FOUR_EYES),
            entry("project_four_eyes", ProjectProblems.FOUR_EYES),
            entry("project_reviewer_named", ProjectProblems.FOUR_EYES),
            entry("acceptance_four_eyes", ProjectProblems.FOUR_EYES),
            entry("recovery_four_eyes", ProjectProblems.FOUR_EYES),
            entry("recovery_confirmer_named", ProjectProblems.FOUR_EYES),
            entry("reopening_four_eyes", ProjectProblems.FOUR_EYES),
            entry("reopening_named", ProjectProblems.FOUR_EYES),
            entry("reopening_approved", ProjectProblems.FOUR_EYES),
            entry("reversal_four_eyes", ProjectProblems.FOUR_EYES),
            entry("reversal_confirmer_named", ProjectProblems.FOUR_EYES),
            // orders and lines
            entry("lines_match", ProjectProblems.LINES_DO_NOT_ADD_UP),
            entry("payments_add_up", ProjectProblems.LINES_DO_NOT_ADD_UP),
            entry("payee_once", ProjectProblems.PAYEE_TWICE),
            entry("bank_ref_once", ProjectProblems.BANK_REFERENCE_USED),
            entry("return_bank_ref_once", ProjectProblems.BANK_REFERENCE_USED),
            entry("payment_paid_once", ProjectProblems.ALREADY_PAID),
            entry("payment_refunded_once", ProjectProblems.ALREADY_REFUNDED),
            entry("return_once", ProjectProblems.ALREADY_REFUNDED),
            entry("dedup_key_same_content", ProjectProblems.POSTING_KEY_REUSED),
            entry("reversed_once", ProjectProblems.NOT_REVERSIBLE),
            entry("reversible", ProjectProblems.NOT_REVERSIBLE),
            entry("reversal_requested_once", ProjectProblems.REVERSAL_REQUESTED),
            entry("project_takes_money", ProjectProblems.PROJECT_NOT_PAYABLE),
            entry("source_pays_money", ProjectProblems.SOURCE_NOT_PAYABLE),
            entry("order_sent", ProjectProblems.ORDER_NOT_SENT),
            entry("reserved_once", PlatformProblems.TRANSITION_NOT_AVAILABLE),
            entry("released_once", PlatformProblems.TRANSITION_NOT_AVAILABLE),
            entry("disbursement_approved", PlatformProblems.TRANSITION_NOT_AVAILABLE),
            entry("line_step", PlatformProblems.TRANSITION_NOT_AVAILABLE),
            entry("recovery_executed", PlatformProblems.TRANSITION_NOT_AVAILABLE),
            entry("recovery_dismissed_with_reason", ProjectProblems.REASON_REQUIRED),
            entry("within_source_days", ProjectProblems.OUTSIDE_SOURCE_DAYS),
            entry("advance_within_share", ProjectProblems.ADVANCE_TOO_HIGH),
            entry("retention_kept", ProjectProblems.RETENTION_NOT_KEPT),
            entry("account_exists", PlatformProblems.NOT_FOUND),
            entry("step_in_order", ProjectProblems.STEP_OUT_OF_ORDER),
            // notices and library
            entry("notice_long_enough", ProjectProblems.NOTICE_TOO_SHORT),
            entry("notice_not_cut_short", ProjectProblems.NOTICE_OPEN),
            entry("notice_undisputed", ProjectProblems.OBJECTION_OPEN),
            entry("notice_not_upheld", ProjectProblems.OBJECTION_UPHELD),
            entry("notice_no_overlap", ProjectProblems.NOTICE_OVERLAPS),
            entry("no_target_no_library", ProjectProblems.PERFORMANCE_TARGET_MISSING),
            // the same thing twice
            entry("fund_source_code_once", ProjectProblems.DUPLICATE),
            entry("allocation_document_once", ProjectProblems.DUPLICATE),
            entry("project_code_once", ProjectProblems.DUPLICATE),
            entry("budget_once", ProjectProblems.DUPLICATE),
            entry("recovery_document_once", ProjectProblems.DUPLICATE),
            entry("payment_line_once", ProjectProblems.DUPLICATE),
            entry("performance_target_once", ProjectProblems.DUPLICATE),
            // values that validation normally meets first
            entry("fund_source_amount", PlatformProblems.VALUE_INVALID),
            entry("fund_source_year", PlatformProblems.VALUE_INVALID),
            entry("fund_source_period", ProjectProblems.PERIOD_REVERSED),
            entry("allocation_amount", PlatformProblems.VALUE_INVALID),
            entry("project_period", ProjectProblems.PERIOD_REVERSED),
            entry("project_area_form", PlatformProblems.VALUE_INVALID),
            entry("project_library_year", PlatformProblems.VALUE_INVALID),
            entry("assisting_is_another", ProjectProblems.ASSISTING_IS_ITSELF),
            entry("budget_amount", PlatformProblems.VALUE_INVALID),
            entry("obligation_amount", PlatformProblems.VALUE_INVALID),
            entry("disbursement_amount", PlatformProblems.VALUE_INVALID),
            entry("payment_amount", PlatformProblems.VALUE_INVALID),
            entry("recovery_amount", PlatformProblems.VALUE_INVALID),
            entry("failed_names_defects", ProjectProblems.ACCEPTANCE_INCOMPLETE),
            entry("acceptance_team_named", ProjectProblems.ACCEPTANCE_INCOMPLETE),
            entry("notice_closed_after_start", ProjectProblems.STEP_OUT_OF_ORDER),
            entry("notice_days_not_negative", PlatformProblems.VALUE_INVALID),
            // references that do not exist
            entry("payment_obligation_fk", PlatformProblems.REFERENCE_UNKNOWN));

    @Override
    public Map<String, Problem> byName() {
        return BY_NAME;
    }
}
