package io.zhixing.project.payment;

import java.time.LocalDate;
import java.util.UUID;

import io.zhixing.platform.outbox.DomainEvent;

/**
 * 关账后退回: a paid line that the bank gave back when its budget was closed. One person asks for the reopening, another one
 * approves it; then the money is posted and goes up to the first account that is open.
 *
 * @param payment the line; @param amountFen the line's, whole
 * @param organizationId the order's
 * @param documentNo of what asks for the reopening; null before
 * @param journal the refund that posted it; null before
 */
public record UnallocatedReturn(UUID id, UUID disbursementId, UUID budgetId, UUID payment, int lineNo, long amountFen,
        UUID organizationId, String path, String bankFile, String bankRef, LocalDate returnedOn, ReturnState state,
        LocalDate stateOn, String requestedBy, String approvedBy, String documentNo, Long journal, long version) {

    /** Its name in events and in the history of steps. */
    public static final String RESOURCE = "unallocated-return";

    boolean isAskedForBy(String actor) {
        return actor.equals(requestedBy);
    }

    UnallocatedReturnView view() {
        return new UnallocatedReturnView(id, disbursementId, lineNo, amountFen, bankFile, bankRef, returnedOn, state,
                stateOn, requestedBy, approvedBy, documentNo, journal, version);
    }

    Changed changed() {
        return new Changed(id, version, organizationId, stateOn, disbursementId, budgetId, amountFen, returnedOn,
                state, journal);
    }

    /** A return for a closed budget when the bank told of it, or after a step. {@code journalId} once it is posted. */
    public record Changed(UUID unallocatedReturnId, long version, UUID organizationId, LocalDate effectiveOn,
            UUID disbursementId, UUID budgetId, long amountFen, LocalDate returnedOn, ReturnState state,
            Long journalId) implements DomainEvent {

        @Override
        public UUID aggregateId() {
            return unallocatedReturnId;
        }
    }
}
