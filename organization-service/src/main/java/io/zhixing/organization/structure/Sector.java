package io.zhixing.organization.structure;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "领域 Sector of an organization")
public enum Sector {
    @Label(zh = "农村", en = "Rural")
    RURAL,
    @Label(zh = "社区", en = "Urban community")
    URBAN_COMMUNITY,
    @Label(zh = "机关", en = "City organ")
    CITY_ORGAN,
    @Label(zh = "国有企业", en = "State-owned enterprise")
    STATE_OWNED_ENTERPRISE,
    @Label(zh = "教育系统", en = "Education")
    EDUCATION,
    @Label(zh = "非公经济", en = "Non-public enterprise")
    NON_PUBLIC_ENTERPRISE,
    @Label(zh = "社会组织", en = "Social organization")
    SOCIAL_ORGANIZATION
}
