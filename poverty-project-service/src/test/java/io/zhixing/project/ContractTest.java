package io.zhixing.project;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.contract.ContractRules;
import io.zhixing.platform.testing.database.SchemaRules;
import io.zhixing.platform.testing.event.EventRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
class ContractTest {

    private static final List<String> RULES = List.of("project_rule_severity", "project_rule_certainty",
            "project_rule_once");

    private static final List<String> ENUMS = List.of("fund_source_category", "fund_source_level",
            "fund_source_status", "project_category", "project_nature", "project_status", "notice_kind",
            "notice_level", "notice_outcome", "obligation_kind", "disbursement_stage", "disbursement_status",
            "payment_status", "payment_failure", "acceptance_verdict", "performance_target_kind", "objection_status",
            "account_kind", "journal_kind", "ledger_route_parent_link", "recovery_kind", "recovery_level",
            "recovery_status", "return_status", "reversal_request_status");

    private static final List<String> OF_THE_FUNCTIONS = List.of("amounts_not_negative", "outside_has_no_balance",
            "only_budgets_reserve", "transfer_amount", "transfer_moves", "reversal_names_original",
            "payment_names_order", "released_whole", "reservation_amount", "dedup_key_once", "ledger_append_only",
            "posted_names_journal", "return_posted_once", "ledger_journal_kind_of",
            "reversal_executed_once", "reversal_names_journal");

    private static final List<String> OF_THE_USE_CASES = List.of("suspended_knows_return", "notice_closed_whole",
            "notice_objections_counted", "notice_upheld_counted", "paid_has_proof", "returned_has_day",
            "failed_has_reason", "objection_answered", "budget_source_of_allocation", "allocation_category_of_source",
            "recovery_account_is_lowest");

    private static final List<String> TARGETS_OF_KEYS = List.of("fund_source_category_of", "allocation_of_source",
            "allocation_of_county", "project_of_county", "project_of_purpose");

    /** The use case has read the row that the key names, in the same transaction; nothing is ever deleted. */
    private static final List<String> KEYS = List.of("fund_source_purpose_source_fk", "fund_allocation_source_fk",
            "public_notice_project_fk", "disbursement_project_fk", "disbursement_budget_fk",
            "payment_disbursement_fk", "acceptance_project_fk", "performance_target_project_fk",
            "objection_notice_fk", "ledger_account_parent_fk", "ledger_journal_reverses_fk",
            "ledger_transfer_journal_fk", "ledger_reservation_disbursement_fk", "ledger_reservation_account_fk",
            "recovery_account_fk", "recovery_source_fk", "recovery_allocation_fk", "recovery_budget_fk",
            "unallocated_return_payment_fk", "unallocated_return_journal_fk",
            "journal_place_journal_fk", "reversal_request_journal_fk", "reversal_request_reversal_fk");

    @TestFactory
    Stream<DynamicTest> contract() {
        return ContractRules.checks();
    }

    @TestFactory
    Stream<DynamicTest> schema() {
        var never = new HashMap<String, String>();
        RULES.forEach(name -> never.put(name, "rules come with migrations"));
        ENUMS.forEach(name -> never.put(name, "an enum"));
        OF_THE_FUNCTIONS.forEach(name -> never.put(name, "the ledger's functions keep it themselves"));
        OF_THE_USE_CASES.forEach(name -> never.put(name, "the use case writes both sides together"));
        TARGETS_OF_KEYS.forEach(name -> never.put(name, "holds because the id alone is unique"));
        KEYS.forEach(name -> never.put(name, "the use case has read the row it names"));
        return SchemaRules.checks(never, notForced());
    }

    @TestFactory
    Stream<DynamicTest> events() {
        return EventRules.checks(ProjectSamples.all());
    }

    private static Map<String, String> notForced() {
        var tables = new HashMap<String, String>();
        List.of("fund_source", "fund_allocation", "project", "project_budget", "obligation", "disbursement", "payment",
                "recovery", "unallocated_return", "fund_source_purpose", "ledger_account", "ledger_journal",
                "ledger_transfer", "ledger_reservation", "journal_place")
                .forEach(table -> tables.put(table, "the ledger's functions judge rows that the caller does not see"));
        return tables;
    }
}
