package io.zhixing.organization.dues;

import java.time.LocalDate;
import java.util.UUID;

import io.zhixing.platform.outbox.DomainEvent;

/** Arrears of a member: one of these for each time he fell into them, until he made them good. */
public final class DuesArrears {

    private DuesArrears() {}

    /** Crossed, in one direction or the other; amounts stay here. */
    public record Changed(UUID arrearsId, long version, UUID organizationId, LocalDate effectiveOn, UUID memberId,
            boolean inArrears, String sinceMonth, LocalDate clearedOn) implements DomainEvent {

        @Override
        public UUID aggregateId() {
            return arrearsId;
        }
    }
}
