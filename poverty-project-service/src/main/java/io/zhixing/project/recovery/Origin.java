package io.zhixing.project.recovery;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Where a recovery would take money from, with what stands above it.
 *
 * @param organizationId the project's, the allocation's or the source's
 * @param countyCode null where it takes from a source
 * @param allocationId null where it takes from a source
 * @param budgetId null where it takes from an allocation or a source
 * @param since business day on which money came down to the account; null for a source that is a draft
 */
record Origin(UUID organizationId, String path, String countyCode, UUID sourceId, UUID allocationId, UUID budgetId,
        LocalDate since) {

    /** Money goes up, never to its own level. */
    boolean liesBelow(RecoveryLevel level) {
        return switch (level) {
            case ALLOCATION -> budgetId != null;
            case SOURCE -> allocationId != null;
            case TREASURY -> true;
        };
    }
}
