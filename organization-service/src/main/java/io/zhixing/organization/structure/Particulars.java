package io.zhixing.organization.structure;

import java.util.List;
import java.util.UUID;

/**
 * What only some branches have; each may be null.
 *
 * @param coveredUnits of a joint branch: the units whose members form it
 * @param originId of a floating branch: the organization that set it up
 * @param hostArea of a floating branch: where its members are
 * @param projectId of a temporary branch: the project at whose site it is, in poverty-project-service; not verified
 */
public record Particulars(List<String> coveredUnits, UUID originId, String hostArea, UUID projectId) {

    static final Particulars NONE = new Particulars(null, null, null, null);

    /** Source: 中国共产党支部工作条例（试行）, 2018, art. 5. */
    boolean sufficeFor(BranchKind kind) {
        return kind != BranchKind.FLOATING_MEMBERS || originId != null && hostArea != null && !hostArea.isBlank();
    }

    /** These with what is stated. */
    Particulars with(Particulars stated) {
        return new Particulars(stated.coveredUnits == null ? coveredUnits : stated.coveredUnits,
                stated.originId == null ? originId : stated.originId,
                stated.hostArea == null ? hostArea : stated.hostArea,
                stated.projectId == null ? projectId : stated.projectId);
    }

    /** Only a temporary branch is at the site of a project. */
    boolean mayStandIn(BranchKind kind) {
        return projectId == null || kind == BranchKind.TEMPORARY;
    }

    /** These without the project, which goes with the temporary branch. */
    Particulars withoutProject() {
        return new Particulars(coveredUnits, originId, hostArea, null);
    }
}
