package io.zhixing.project.recovery;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import io.zhixing.platform.outbox.DomainEvent;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.time.Ids;
import io.zhixing.project.ProjectProblems;

/** 资金收回: money of one budget, allocation or source that goes back to a level above, when a second person has confirmed it. */
@Entity
@Table(name = "recovery")
public class Recovery {

    public static final String RESOURCE = "fund-recovery";

    @Id
    private UUID id;
    private UUID organizationId;
    private String organizationPath;
    private String countyCode;
    private UUID accountId;
    private UUID sourceId;
    private UUID allocationId;
    private UUID budgetId;
    @Enumerated(EnumType.STRING)
    private RecoveryKind kind;
    private long amountFen;
    @Enumerated(EnumType.STRING)
    private RecoveryLevel toLevel;
    private String reason;
    private String documentNo;
    @Enumerated(EnumType.STRING)
    private RecoveryState status;
    private LocalDate statusOn;
    private String proposedBy;
    private String confirmedBy;
    private String dismissal;
    @Version
    private long version = 1;

    protected Recovery() {}

    /** What a document states. {@code accountId} is the budget, allocation or source; {@code amountFen} is above 0. */
    public record Facts(UUID accountId, RecoveryKind kind, long amountFen, RecoveryLevel toLevel, String reason,
            String documentNo, LocalDate on) {}

    /** Refuses with {@code ROUTE_NOT_ALLOWED} what does not go up, and a day on which there was no money yet. */
    Recovery(Facts facts, Origin origin, String proposedBy) {
        if (!origin.liesBelow(facts.toLevel())) {
            throw new ProblemException(List.of(ProjectProblems.ROUTE_NOT_ALLOWED.at(Place.pointer("/toLevel"))));
        }
        if (origin.since() == null) {
            throw ProjectProblems.SOURCE_NOT_PAYABLE.about();
        }
        if (facts.on().isBefore(origin.since())) {
            throw ProjectProblems.STEP_OUT_OF_ORDER.about();
        }
        this.id = Ids.next();
        this.organizationId = origin.organizationId();
        this.organizationPath = origin.path();
        this.countyCode = origin.countyCode();
        this.accountId = facts.accountId();
        this.sourceId = origin.sourceId();
        this.allocationId = origin.allocationId();
        this.budgetId = origin.budgetId();
        this.kind = facts.kind();
        this.amountFen = facts.amountFen();
        this.toLevel = facts.toLevel();
        this.reason = facts.reason();
        this.documentNo = facts.documentNo();
        this.status = RecoveryState.PROPOSED;
        this.statusOn = facts.on();
        this.proposedBy = proposedBy;
    }

    /** {@link MoveRecovery} has judged the step. Who proposes and who confirms are two persons, and stay known. */
    void reach(RecoveryState state, LocalDate on, String actor, String comment) {
        status = state;
        statusOn = on;
        if (state == RecoveryState.CONFIRMED) {
            confirmedBy = actor;
        } else if (state == RecoveryState.DISMISSED) {
            dismissal = comment;
        }
    }

    boolean isProposedBy(String actor) {
        return actor.equals(proposedBy);
    }

    /** Whether this much, in fen, is enough for it. */
    boolean fits(long availableFen) {
        return amountFen <= availableFen;
    }

    /** Whether its money comes to the source's account, be it to leave it again. */
    boolean touchesSource() {
        return toLevel != RecoveryLevel.ALLOCATION;
    }

    public UUID id() {
        return id;
    }

    public String path() {
        return organizationPath;
    }

    UUID accountId() {
        return accountId;
    }

    UUID sourceId() {
        return sourceId;
    }

    public RecoveryState state() {
        return status;
    }

    public LocalDate stateOn() {
        return statusOn;
    }

    public long version() {
        return version;
    }

    RecoveryView view() {
        return new RecoveryView(id, organizationId, countyCode, accountId, sourceId, allocationId, budgetId, kind,
                amountFen, toLevel, reason, documentNo, status, statusOn, dismissal, version);
    }

    Changed changed() {
        return new Changed(id, version, organizationId, statusOn, kind, countyCode, sourceId, allocationId, budgetId,
                toLevel, amountFen, status);
    }

    /** A recovery when it was proposed, or after a step. */
    public record Changed(UUID recoveryId, long version, UUID organizationId, LocalDate effectiveOn,
            RecoveryKind kind, String countyCode, UUID fundSourceId, UUID fundAllocationId, UUID budgetId,
            RecoveryLevel toLevel, long amountFen, RecoveryState state) implements DomainEvent {

        @Override
        public UUID aggregateId() {
            return recoveryId;
        }
    }
}
