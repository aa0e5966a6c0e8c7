package io.zhixing.organization.structure;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What others must know of an organization to put something into it: where it stands and what it takes.
 *
 * @param kind null for what is no branch
 */
public record Seat(UUID id, String code, String path, OrganizationType type, BranchKind kind, OrganizationState state,
        LocalDate establishedOn) {

    public boolean isBranch() {
        return type == OrganizationType.BRANCH;
    }

    /** Whether it takes organizations, members and posts: it is being set up or at work. */
    public boolean isInPlace() {
        return state == OrganizationState.PREPARING || state == OrganizationState.ACTIVE;
    }
}
