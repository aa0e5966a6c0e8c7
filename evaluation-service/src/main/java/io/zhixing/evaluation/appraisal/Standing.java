package io.zhixing.evaluation.appraisal;

import java.time.LocalDate;
import java.util.UUID;

import io.zhixing.platform.outbox.DomainEvent;

/** A member's standing of one year with one organization: every confirmed appraisal of it is the next version. */
public final class Standing {

    private Standing() {}

    /**
     * @param standingId the same for appraisals that supersede each other
     * @param effectiveOn day of confirmation
     * @param grade null when there is none; then {@code ungradedReason} says why
     */
    public record Confirmed(UUID standingId, long version, UUID organizationId, LocalDate effectiveOn, UUID memberId,
            String memberNumber, int year, LocalDate asOf, AppraisalGrade grade, UngradedReason ungradedReason,
            UUID appraisalRoundId) implements DomainEvent {

        @Override
        public UUID aggregateId() {
            return standingId;
        }
    }
}
