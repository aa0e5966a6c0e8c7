package io.zhixing.project.reversal;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import io.zhixing.platform.contract.Label;
import io.zhixing.platform.time.Ids;
import io.zhixing.project.ledger.Journal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 冲销申请: one person says that a journal was an error, another one reverses it. While it waits, the journal has no second one. */
@Entity
@Table(name = "reversal_request")
public class ReversalRequest {

    /** Its name in events and in the history of steps. */
    static final String RESOURCE = "reversal";

    @Schema(name = "ReversalState", description = "冲销申请状态 State of a request to reverse a journal")
    public enum ReversalState {
        @Label(zh = "待确认", en = "Requested")
        REQUESTED,
        @Label(zh = "已冲销", en = "Executed")
        EXECUTED,
        @Label(zh = "不予冲销", en = "Dismissed")
        DISMISSED
    }

    @Id
    private UUID id;
    private String organizationPath;
    private long journalId;
    private String reason;
    private String documentNo;
    @Enumerated(EnumType.STRING)
    private ReversalState status;
    private LocalDate statusOn;
    private String requestedBy;
    private String confirmedBy;
    private Long reversalId;
    @Version
    private long version = 1;

    protected ReversalRequest() {}

    /** What the document says that orders it; {@code on} is its day. */
    public record Facts(String reason, String documentNo, LocalDate on) {}

    ReversalRequest(Journal journal, Facts facts, String requestedBy) {
        this.id = Ids.next();
        this.organizationPath = journal.path();
        this.journalId = journal.id();
        this.reason = facts.reason();
        this.documentNo = facts.documentNo();
        this.status = ReversalState.REQUESTED;
        this.statusOn = facts.on();
        this.requestedBy = requestedBy;
    }

    /** {@link MoveReversal} has judged the step. @param reversal the journal that undoes the one it is about */
    void executed(long reversal, LocalDate on, String confirmer) {
        status = ReversalState.EXECUTED;
        statusOn = on;
        confirmedBy = confirmer;
        reversalId = reversal;
    }

    /** {@link MoveReversal} has judged the step. */
    void dismissed(LocalDate on) {
        status = ReversalState.DISMISSED;
        statusOn = on;
    }

    boolean isAskedForBy(String actor) {
        return actor.equals(requestedBy);
    }

    public UUID id() {
        return id;
    }

    public String path() {
        return organizationPath;
    }

    public long journalId() {
        return journalId;
    }

    public String reason() {
        return reason;
    }

    public ReversalState state() {
        return status;
    }

    public LocalDate stateOn() {
        return statusOn;
    }

    public long version() {
        return version;
    }

    ReversalView view() {
        return new ReversalView(id, journalId, reason, documentNo, status, statusOn, requestedBy, confirmedBy,
                reversalId, version);
    }
}
