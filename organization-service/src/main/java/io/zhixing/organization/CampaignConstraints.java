package io.zhixing.organization;

import static java.util.Map.entry;

import java.util.Map;

import jakarta.inject.Singleton;

import io.zhixing.platform.problem.ConstraintProblems;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.Problem;

/** The same for campaigns and what belongs to them. */
@Singleton
public class CampaignConstraints implements ConstraintProblems {

    private static final Map<String, Problem> BY_NAME = Map.ofEntries(
            entry("campaign_code_once", OrganizationProblems.CAMPAIGN_CODE_TAKEN),
            entry("campaign_days", OrganizationProblems.DAYS_INCONSISTENT),
            entry("campaign_body_one_open", OrganizationProblems.BODY_ALREADY_OPEN),
            entry("campaign_action_title_once", OrganizationProblems.ACTION_TITLE_TAKEN),
            entry("key_task_number_once", OrganizationProblems.KEY_TASK_NUMBER_TAKEN),
            entry("key_task_progress_once", PlatformProblems.PRECONDITION_FAILED),
            entry("campaign_document_number_once", OrganizationProblems.DOCUMENT_NUMBER_TAKEN),
            entry("campaign_document_content", OrganizationProblems.DOCUMENT_CONTENT_MISSING),
            entry("campaign_document_days", OrganizationProblems.DAYS_INCONSISTENT),
            entry("document_acknowledgement_once", OrganizationProblems.ACKNOWLEDGED_BEFORE));

    @Override
    public Map<String, Problem> byName() {
        return BY_NAME;
    }
}
