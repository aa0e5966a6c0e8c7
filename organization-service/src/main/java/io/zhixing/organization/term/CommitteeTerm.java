package io.zhixing.organization.term;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.contract.Label;
import io.zhixing.platform.outbox.DomainEvent;
import io.zhixing.platform.time.Ids;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The term of an organization's committee (任期): {@code [electedOn, endsOn)}, and {@code endsOn} is {@code electedOn} and its
 * years. Whether it is due or overdue follows from the days and is never stored.
 */
@Entity
@Table(name = "committee_term")
public class CommitteeTerm {

    static final String RESOURCE = "committee-term";

    @Schema(description = "届期状态 State of a term")
    public enum TermState {
        @Label(zh = "在任", en = "Open")
        OPEN,
        @Label(zh = "已结束", en = "Ended")
        ENDED
    }

    @Id
    private UUID id;
    private UUID organizationId;
    private int number;
    private LocalDate electedOn;
    private LocalDate heldFrom;
    private int years;
    private LocalDate endsOn;
    private String deviationReason;
    private String deviationSource;
    private LocalDate extendedUntil;
    private String extensionReason;
    private LocalDate endedOn;
    private UUID electionId;
    private LocalDate steppedOn;
    @Version
    private long version = 1;

    protected CommitteeTerm() {}

    /** @param deviationSource the rule from which the years differ; null when they do not */
    record Facts(UUID organizationId, int number, LocalDate electedOn, int years, LocalDate endedOn,
            String deviationReason, String deviationSource, UUID electionId) {}

    CommitteeTerm(Facts facts) {
        this.id = Ids.next();
        this.organizationId = facts.organizationId();
        this.number = facts.number();
        this.electedOn = facts.electedOn();
        this.years = facts.years();
        this.endsOn = facts.electedOn().plusYears(facts.years());
        this.endedOn = facts.endedOn();
        this.deviationReason = facts.deviationReason();
        this.deviationSource = facts.deviationSource();
        this.electionId = facts.electionId();
        this.steppedOn = facts.endedOn() == null ? facts.electedOn() : facts.endedOn();
    }

    /**
     * The same term at the successor into which its organization was merged, from that day on; there it is the next one by
     * number, and ends when it would have ended. The term before it ends that day.
     */
    CommitteeTerm goingOn(UUID successor, int nextNumber, LocalDate on) {
        var next = new CommitteeTerm(new Facts(successor, nextNumber, electedOn, years, null, deviationReason,
                deviationSource, electionId));
        next.heldFrom = on;
        next.extendedUntil = extendedUntil;
        next.extensionReason = extensionReason;
        next.steppedOn = on;
        return next;
    }

    /** The columns of the table in which a new term is written, one array each. */
    static Batch<CommitteeTerm> columns(Batch<CommitteeTerm> terms) {
        return terms.column("uuid", t -> t.id).column("uuid", t -> t.organizationId).column("integer", t -> t.number)
                .column("date", t -> t.electedOn).column("integer", t -> t.years).column("date", t -> t.endsOn)
                .column("text", t -> t.deviationReason).column("text", t -> t.deviationSource)
                .column("date", t -> t.endedOn).column("date", t -> t.steppedOn).column("bigint", t -> t.version);
    }

    /** 延期: the election may be held until {@code until}; {@link MoveTerm} has judged this step and the one below. */
    void postpone(LocalDate until, String reason, LocalDate on) {
        extendedUntil = until;
        extensionReason = reason;
        steppedOn = on;
    }

    void end(LocalDate on) {
        endedOn = on;
        steppedOn = on;
    }

    TermState state() {
        return endedOn == null ? TermState.OPEN : TermState.ENDED;
    }

    public UUID id() {
        return id;
    }

    public UUID organizationId() {
        return organizationId;
    }

    int number() {
        return number;
    }

    /** Null while it runs. */
    LocalDate endedOn() {
        return endedOn;
    }

    /** First day on which its organization has it: of the election, or of the merger by which it came to it. */
    LocalDate heldFrom() {
        return heldFrom == null ? electedOn : heldFrom;
    }

    LocalDate electedOn() {
        return electedOn;
    }

    LocalDate endsOn() {
        return endsOn;
    }

    LocalDate steppedOn() {
        return steppedOn;
    }

    long version() {
        return version;
    }

    TermView view(LocalDate today, TermStanding.Lead lead) {
        return new TermView(id, organizationId, number, electedOn, heldFrom, years, endsOn, deviationReason,
                deviationSource, extendedUntil, extensionReason, endedOn, electionId,
                TermStanding.on(today, lead, endsOn, extendedUntil, endedOn), version);
    }

    Changed changed(LocalDate effectiveOn) {
        return new Changed(id, version, organizationId, effectiveOn, number, electedOn, heldFrom, endsOn, extendedUntil,
                endedOn, state());
    }

    /**
     * A term as it now is; whoever wants to know whether it is overdue reckons with its days. {@code heldFrom} is null unless it
     * came by a merger.
     */
    public record Changed(UUID termId, long version, UUID organizationId, LocalDate effectiveOn, int number,
            LocalDate electedOn, LocalDate heldFrom, LocalDate endsOn, LocalDate extendedUntil, LocalDate endedOn,
            TermState state)
            implements
                DomainEvent {

        @Override
        public UUID aggregateId() {
            return termId;
        }
    }
}
