package io.zhixing.organization.structure;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "组织类型 Type of a Party organization")
public enum OrganizationType {
    @Label(zh = "地方委员会", en = "Local committee")
    LOCAL_COMMITTEE,
    @Label(zh = "党工委", en = "Party working committee")
    WORKING_COMMITTEE,
    @Label(zh = "党组", en = "Leading Party members group")
    LEADING_GROUP,
    @Label(zh = "基层党委", en = "Primary Party committee")
    PRIMARY_COMMITTEE,
    @Label(zh = "党总支", en = "General Party branch")
    GENERAL_BRANCH,
    @Label(zh = "党支部", en = "Party branch")
    BRANCH
}
