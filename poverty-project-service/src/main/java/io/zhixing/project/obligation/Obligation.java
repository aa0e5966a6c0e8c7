package io.zhixing.project.obligation;

import java.time.LocalDate;
import java.util.UUID;

import io.zhixing.platform.outbox.DomainEvent;
import io.zhixing.platform.time.Ids;

/** 拖欠补偿款、滞留养老保障资金: what is owed until it is paid. Payment lines settle it; nothing else does. */
public record Obligation(UUID id, UUID organizationId, String path, ObligationKind kind, String countyCode,
        String creditorName, String documentNo, LocalDate aroseOn, long dueFen, long settledFen,
        ObligationState state, long version) {

    /** What a document states. {@code dueFen} is above 0; the creditor is a village or a group, never a person. */
    public record Facts(UUID organizationId, ObligationKind kind, String countyCode, String creditorName,
            String documentNo, LocalDate on, long dueFen) {}

    static Obligation owed(Facts facts, String path) {
        return new Obligation(Ids.next(), facts.organizationId(), path, facts.kind(), facts.countyCode(),
                facts.creditorName(), facts.documentNo(), facts.on(), facts.dueFen(), 0, ObligationState.OPEN, 1);
    }

    ObligationView view() {
        return new ObligationView(id, organizationId, kind, countyCode, creditorName, documentNo, aroseOn, dueFen,
                settledFen, dueFen - settledFen, state, version);
    }

    /** @param on the day on which it arose or was paid */
    public Changed changed(LocalDate on) {
        return new Changed(id, version, organizationId, on, kind, countyCode, dueFen, settledFen, state);
    }

    /** An obligation when it was recorded, or after a payment, a return or a reversal. */
    public record Changed(UUID obligationId, long version, UUID organizationId, LocalDate effectiveOn,
            ObligationKind kind, String countyCode, long dueFen, long settledFen,
            ObligationState state) implements DomainEvent {

        @Override
        public UUID aggregateId() {
            return obligationId;
        }
    }
}
