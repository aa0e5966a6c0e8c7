package io.zhixing.organization;

import static java.util.Map.entry;

import java.util.Map;

import jakarta.inject.Singleton;

import io.zhixing.platform.problem.ConstraintProblems;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.Problem;

/** The same for what happens to members and posts after they were entered: life cycle, groups, transfers, terms, dues. */
@Singleton
public class MembershipConstraints implements ConstraintProblems {

    private static final Map<String, Problem> BY_NAME = Map.ofEntries(
            entry("roll_period_days", OrganizationProblems.DAYS_INCONSISTENT),
            entry("party_group_organization_fk", PlatformProblems.REFERENCE_UNKNOWN),
            entry("party_group_leader_fk", PlatformProblems.REFERENCE_UNKNOWN),
            entry("party_group_name_once", OrganizationProblems.GROUP_NAME_TAKEN),
            entry("membership_transfer_one_open", OrganizationProblems.TRANSFER_ALREADY_OPEN),
            entry("membership_transfer_other_branch", OrganizationProblems.TRANSFER_TO_OWN_BRANCH),
            entry("membership_transfer_one_receiver", OrganizationProblems.TRANSFER_RECEIVER_UNCLEAR),
            entry("membership_transfer_one_open_number", OrganizationProblems.TRANSFER_ALREADY_OPEN),
            entry("membership_transfer_one_sender", OrganizationProblems.TRANSFER_SENDER_UNCLEAR),
            entry("membership_transfer_one_side_here", OrganizationProblems.TRANSFER_RECEIVER_UNCLEAR),
            entry("membership_transfer_refusal_has_reason", OrganizationProblems.STEP_REASON_REQUIRED),
            entry("committee_term_number_once", OrganizationProblems.TERM_NUMBER_TAKEN),
            entry("committee_term_no_overlap", OrganizationProblems.TERM_OVERLAPS),
            entry("committee_term_one_open", OrganizationProblems.TERM_ALREADY_OPEN),
            entry("committee_term_days", OrganizationProblems.DAYS_INCONSISTENT),
            entry("committee_term_held_days", OrganizationProblems.DAYS_INCONSISTENT),
            entry("term_election_one_open", OrganizationProblems.ELECTION_ALREADY_OPEN),
            entry("term_election_attendance", OrganizationProblems.ELECTION_ATTENDANCE_WRONG),
            entry("dues_rate_once", OrganizationProblems.DAYS_INCONSISTENT),
            entry("dues_reduction_once", OrganizationProblems.REDUCTION_OVERLAPS),
            entry("dues_reduction_months", OrganizationProblems.DAYS_INCONSISTENT),
            entry("dues_assessment_once", OrganizationProblems.DUES_ASSESSED_BEFORE),
            entry("dues_assessment_superseded_once", OrganizationProblems.DUES_ASSESSMENT_SUPERSEDED),
            entry("local_dues_amount_once", OrganizationProblems.LOCAL_AMOUNT_OVERLAPS),
            entry("local_dues_amount_days", OrganizationProblems.DAYS_INCONSISTENT),
            entry("dues_closing_once", OrganizationProblems.DUES_MONTH_CLOSED),
            entry("floating_member_one_open", OrganizationProblems.FLOATING_ALREADY_OPEN),
            entry("floating_member_days", OrganizationProblems.DAYS_INCONSISTENT),
            entry("residence_registration_one_open", OrganizationProblems.RESIDENCE_ALREADY_OPEN),
            entry("residence_registration_elsewhere", OrganizationProblems.HOST_IS_HOME),
            entry("residence_registration_days", OrganizationProblems.DAYS_INCONSISTENT),
            entry("contact_loss_one_open", OrganizationProblems.CONTACT_LOST_BEFORE),
            entry("contact_loss_days", OrganizationProblems.DAYS_INCONSISTENT),
            entry("screening_one_open", OrganizationProblems.SCREENING_ALREADY_OPEN),
            entry("party_member_group_fk", PlatformProblems.REFERENCE_UNKNOWN));

    @Override
    public Map<String, Problem> byName() {
        return BY_NAME;
    }
}
