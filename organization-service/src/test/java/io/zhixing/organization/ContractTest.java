package io.zhixing.organization;

import static java.util.Map.entry;

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

    @TestFactory
    Stream<DynamicTest> contract() {
        return ContractRules.checks();
    }

    @TestFactory
    Stream<DynamicTest> schema() {
        return SchemaRules.checks(Map.ofEntries(
                entry("party_organization_path_unique", "labels are given out under the parent's lock"),
                entry("party_organization_activation_known", "the step sets both"),
                entry("party_organization_state", "the state is the machine's"),
                entry("party_organization_successor", "the step sets both"),
                entry("organization_change_organization_fk", "written beside its organization"),
                entry("organization_period_days", "a trigger of the organization writes them"),
                entry("organization_period_open", "a trigger of the organization writes them"),
                entry("name_gram_type", "triggers write it"),
                entry("party_member_sex", "validated by the request"),
                entry("party_member_type", "an enum"),
                entry("id_number_reveal_purpose", "an enum"),
                entry("roll_period_one_roll", "a member's first period is written with him"),
                entry("party_member_status", "an enum"),
                entry("party_group_days", "the step is judged by the day on which the group was formed"),
                entry("group_period_member_fk", "written by the step of a member"),
                entry("group_period_group_fk", "the group is read under its lock"),
                entry("group_period_one_group", "the member's version lets one step through"),
                entry("exempt_period_member_fk", "written by the step of a member"),
                entry("exempt_period_reason", "an enum"),
                entry("exempt_period_once", "the member's version lets one step through"),
                entry("membership_transfer_member_fk", "the member was found"),
                entry("membership_transfer_sender_fk", "the member's branch"),
                entry("membership_transfer_receiver_fk", "the receiver was found"),
                entry("membership_transfer_reach", "an enum"),
                entry("membership_transfer_state", "an enum"),
                entry("transfer_step_transfer_fk", "written with its transfer"),
                entry("committee_term_organization_fk", "the organization was found"),
                entry("committee_term_number_positive", "validated by the request"),
                entry("committee_term_years", "validated by the request"),
                entry("term_postponement_term_fk", "a trigger of the term writes it"),
                entry("term_election_organization_fk", "the organization was found"),
                entry("term_election_kind", "an enum"),
                entry("term_election_seats", "validated by the request"),
                entry("term_election_years", "validated by the request"),
                entry("term_election_state", "an enum"),
                entry("election_candidate_election_fk", "written with the election"),
                entry("election_candidate_member_fk", "the member was found"),
                entry("election_candidate_votes", "validated by the request"),
                entry("dues_rate_category", "an enum"),
                entry("dues_rate_base", "validated by the request"),
                entry("dues_rate_basis_points", "validated by the request"),
                entry("dues_rate_certainty", "written by the service"),
                entry("dues_rate_kind", "adopted tables have rates"),
                entry("dues_rate_amounts", "come with migrations"),
                entry("dues_reduction_member_fk", "the member was found"),
                entry("dues_reduction_share", "validated by the request"),
                entry("dues_reduction_state", "an enum"),
                entry("dues_assessment_member_fk", "the member was found"),
                entry("dues_assessment_rate_fk", "the rate was found"),
                entry("dues_assessment_reduction_fk", "the reduction was found"),
                entry("dues_assessment_amounts", "reckoned by the service"),
                entry("dues_receipt_member_fk", "the member was found"),
                entry("dues_receipt_kind", "an enum"),
                entry("dues_receipt_amount", "validated by the request"),
                entry("dues_receipt_correction_has_reason", "judged before"),
                entry("dues_standing_member_fk", "the member was found"),
                entry("dues_closing_organization_fk", "the organization was found"),
                entry("dues_arrears_member_fk", "of a member on the roll"),
                entry("dues_arrears_organization_fk", "of the branch that closes"),
                entry("dues_arrears_one_open", "closings, receipts and exemptions hold the member"),
                entry("floating_member_member_fk", "the member was found"),
                entry("floating_member_home_fk", "the member's branch"),
                entry("floating_member_host_fk", "the host was found"),
                entry("floating_member_contact_fk", "the contact was found"),
                entry("floating_member_state", "an enum"),
                entry("residence_registration_member_fk", "the member was found"),
                entry("residence_registration_home_fk", "the member's branch"),
                entry("residence_registration_residence_fk", "the residence was found"),
                entry("residence_registration_state", "an enum"),
                entry("contact_loss_member_fk", "the member was found"),
                entry("contact_loss_state", "an enum"),
                entry("screening_organization_fk", "the organization was found"),
                entry("screening_state", "an enum"),
                entry("screening_days", "judged before"),
                entry("screening_sheet_screening_fk", "written with the run"),
                entry("screening_sheet_organization_fk", "written from the organizations"),
                entry("screening_sheet_state", "an enum"),
                entry("screening_sheet_once", "written once with the run"),
                entry("screening_item_sheet_fk", "written with the sheet"),
                entry("screening_item_member_fk", "written from the rolls"),
                entry("screening_item_finding", "an enum"),
                entry("screening_item_action", "an enum"),
                entry("screening_item_state", "an enum"),
                entry("screening_item_once", "a member is on one roll on a day"),
                entry("screening_item_checked", "the steps set both"),
                entry("campaign_organization_fk", "the organization was found"),
                entry("campaign_parent_fk", "the campaign was found"),
                entry("campaign_body_campaign_fk", "the campaign was found"),
                entry("campaign_body_organization_fk", "the organization was found"),
                entry("campaign_body_kind", "an enum"),
                entry("campaign_body_days", "the step is judged by the day of the one before"),
                entry("campaign_body_seat_body_fk", "written with the body"),
                entry("campaign_body_seat_organization_fk", "the organization was found"),
                entry("campaign_body_seat_role", "an enum"),
                entry("campaign_body_seat_days", "the step is judged by the day of the one before"),
                entry("campaign_action_campaign_fk", "the campaign was found"),
                entry("campaign_action_organization_fk", "the organization was found"),
                entry("campaign_action_kind", "an enum"),
                entry("key_task_campaign_fk", "the campaign was found"),
                entry("key_task_organization_fk", "the campaign's owner"),
                entry("key_task_number_positive", "validated by the request"),
                entry("key_task_evidence_kind", "an enum"),
                entry("key_task_progress_task_fk", "the task was found"),
                entry("key_task_progress_organization_fk", "the organization was found"),
                entry("key_task_progress_state", "an enum"),
                entry("key_task_progress_confirmed", "the step sets both"),
                entry("key_task_evidence_progress_fk", "written with the report"),
                entry("key_task_evidence_counts", "counted by the service"),
                entry("campaign_document_campaign_fk", "the campaign was found"),
                entry("campaign_document_organization_fk", "the organization was found"),
                entry("campaign_document_kind", "an enum"),
                entry("campaign_document_state", "an enum"),
                entry("campaign_document_successor_fk", "the successor was found"),
                entry("campaign_document_issued", "the step sets both"),
                entry("campaign_document_ended", "the step sets both"),
                entry("document_acknowledgement_document_fk", "the document was found"),
                entry("document_acknowledgement_organization_fk", "the organization was found"),
                entry("post_basis", "an enum"),
                entry("national_code_list", "codes come with migrations"),
                entry("national_code_certainty", "codes come with migrations"),
                entry("organization_rule_severity", "rules come with migrations"),
                entry("organization_rule_certainty", "rules come with migrations"),
                entry("organization_rule_once", "rules come with migrations"),
                entry("membership_transfer_upper_approvals", "it is counted up from 0"),
                entry("transfer_step_organization_fk", "written beside its transfer"),
                entry("local_dues_amount_category", "an enum, held against the national table"),
                entry("local_dues_amount_range", "held against the national table first"),
                entry("local_dues_amount_state", "the state is the machine's"),
                entry("local_dues_amount_organization_fk", "the organization was read"),
                entry("dues_assessment_local_amount_fk", "the amount was read"),
                entry("dues_assessment_of_month", "the id is a new one"),
                entry("dues_assessment_supersedes_fk", "the assessment was read"),
                entry("dues_assessment_correction_has_reason", "validated by the request"),
                entry("dues_rate_table_category", "an enum"),
                entry("dues_rate_table_state", "the state is the machine's"),
                entry("dues_rate_table_brackets", "judged before"),
                entry("member_standing_ref_grade_or_reason", "the publisher's schema says the same")));
    }

    @TestFactory
    Stream<DynamicTest> events() {
        return EventRules.checks(OrganizationSamples.all());
    }
}
