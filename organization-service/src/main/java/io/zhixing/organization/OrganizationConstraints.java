package io.zhixing.organization;

import static java.util.Map.entry;

import java.util.Map;

import jakarta.inject.Singleton;

import io.zhixing.platform.problem.ConstraintProblems;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.Problem;

/** What each constraint of the schema means to a caller. Most are met by validation first and by the constraint in a race. */
@Singleton
public class OrganizationConstraints implements ConstraintProblems {

    private static final Map<String, Problem> BY_NAME = Map.ofEntries(
            entry("division_code_unique", OrganizationProblems.DIVISION_CODE_TAKEN),
            entry("division_code_form", PlatformProblems.VALUE_INVALID),
            entry("division_level", PlatformProblems.VALUE_INVALID),
            entry("division_validity", OrganizationProblems.DAYS_INCONSISTENT),
            entry("division_parent_fk", OrganizationProblems.DIVISION_PARENT_WRONG),
            entry("party_organization_code_unique", OrganizationProblems.ORGANIZATION_CODE_TAKEN),
            entry("party_organization_code_form", PlatformProblems.VALUE_INVALID),
            entry("party_organization_area_fk", OrganizationProblems.AREA_UNKNOWN),
            entry("party_organization_parent_fk", PlatformProblems.REFERENCE_UNKNOWN),
            entry("party_organization_successor_fk", PlatformProblems.REFERENCE_UNKNOWN),
            entry("party_organization_one_root", OrganizationProblems.ROOT_EXISTS),
            entry("party_organization_days", PlatformProblems.TRANSITION_DAY_INVALID),
            entry("party_organization_origin_fk", PlatformProblems.REFERENCE_UNKNOWN),
            entry("party_organization_floating_has_origin",
                    OrganizationProblems.FLOATING_BRANCH_WITHOUT_ORIGIN),
            entry("party_member_number_unique", OrganizationProblems.MEMBER_NUMBER_TAKEN),
            entry("party_member_id_number_unique", OrganizationProblems.ID_NUMBER_TAKEN),
            entry("party_member_organization_fk", PlatformProblems.REFERENCE_UNKNOWN),
            entry("party_member_days", OrganizationProblems.DAYS_INCONSISTENT),
            entry("roll_period_member_fk", PlatformProblems.REFERENCE_UNKNOWN),
            entry("roll_period_organization_fk", PlatformProblems.REFERENCE_UNKNOWN),
            entry("id_number_reveal_member_fk", PlatformProblems.REFERENCE_UNKNOWN),
            entry("post_member_fk", PlatformProblems.REFERENCE_UNKNOWN),
            entry("post_organization_fk", PlatformProblems.REFERENCE_UNKNOWN),
            entry("post_days", OrganizationProblems.DAYS_INCONSISTENT),
            entry("post_one_secretary", OrganizationProblems.SECRETARY_ALREADY_HELD),
            entry("post_once", OrganizationProblems.POST_ALREADY_HELD));

    @Override
    public Map<String, Problem> byName() {
        return BY_NAME;
    }
}
