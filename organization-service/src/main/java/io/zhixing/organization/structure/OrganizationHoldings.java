package io.zhixing.organization.structure;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import io.zhixing.platform.problem.ProblemException;

/**
 * What a part of the register holds of organizations, such as its members or its posts: asked before an organization
 * ends, and handed over when it is merged. Every bean of this type takes part.
 */
public interface OrganizationHoldings {

    /** What stands against the organization's end: nothing of what ends with it, or lapses, stands in its way. */
    default Optional<ProblemException> againstEnd(UUID organizationId) {
        return Optional.empty();
    }

    /**
     * The last day on which something ended that the organization held, the first no longer held: it was there until then,
     * so it does not end before. Empty when nothing has ended, or when it was not the organization's own.
     */
    default Optional<LocalDate> endedLast(UUID organizationId) {
        return Optional.empty();
    }

    /**
     * Ends what a branch has open with the branch itself, from that day on, when it is dissolved or becomes another kind of
     * organization; nothing stood against it. Runs in the transaction of that step.
     */
    default void end(Seat branch, LocalDate on) {}

    /**
     * Ends what is open with or at an organization that is dissolved, from that day on, also where others hold it and only
     * name this one. Runs in the transaction of that step.
     */
    default void dissolve(Seat organization, LocalDate on) {
        if (organization.isBranch()) {
            end(organization, on);
        }
    }

    /**
     * Hands over to the successor, from that day on, what the merged organization has open, with the events of it. Runs in
     * the transaction of the merger, before the merged organization's path changes.
     */
    void handOver(Seat merged, Seat successor, LocalDate on);
}
