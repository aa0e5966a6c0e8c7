package io.zhixing.organization.post;

import io.zhixing.organization.structure.OrganizationPath;
import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "职务 Post")
public enum Post {
    @Label(zh = "书记", en = "Secretary")
    SECRETARY,
    @Label(zh = "副书记", en = "Deputy secretary")
    DEPUTY_SECRETARY,
    @Label(zh = "组织委员", en = "Organization commissioner")
    ORGANIZATION_COMMISSIONER,
    @Label(zh = "宣传委员", en = "Publicity commissioner")
    PUBLICITY_COMMISSIONER,
    @Label(zh = "纪检委员", en = "Discipline commissioner")
    DISCIPLINE_COMMISSIONER,
    @Label(zh = "委员", en = "Committee member")
    COMMITTEE_MEMBER,
    @Label(zh = "第一书记（驻村）", en = "First secretary in a village")
    FIRST_SECRETARY;

    /** Posts of which an organization has one. */
    boolean isHeldByOne() {
        return this != COMMITTEE_MEMBER && this != DEPUTY_SECRETARY;
    }

    /** Whether the superior decides who holds it; of every other post the organization itself does. */
    boolean isDecidedAbove() {
        return this == SECRETARY || this == DEPUTY_SECRETARY;
    }

    /** The path of the office that decides who holds it in the organization of this path. */
    String decidedAt(String path) {
        return isDecidedAbove() ? OrganizationPath.superior(path) : path;
    }
}
