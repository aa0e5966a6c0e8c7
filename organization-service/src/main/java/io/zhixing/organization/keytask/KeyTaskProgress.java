package io.zhixing.organization.keytask;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import io.zhixing.organization.structure.PartyOrganization;
import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.outbox.DomainEvent;
import io.zhixing.platform.time.Ids;

/** How far an organization has come with a key task; before its first step there is none. {@link MoveProgress} judges the steps. */
@Entity
@Table(name = "key_task_progress")
public class KeyTaskProgress {

    static final String RESOURCE = "key-task-progress";

    @Id
    private UUID id;
    private UUID taskId;
    private UUID organizationId;
    @Column(name = "organization_path")
    private String path;
    @Enumerated(EnumType.STRING)
    private ProgressState state;
    private Long reportedVersion;
    private String returnReason;
    private LocalDate confirmedOn;
    private LocalDate steppedOn;
    @Version
    private long version = 1;

    protected KeyTaskProgress() {}

    /** 启动. */
    KeyTaskProgress(KeyTask task, PartyOrganization organization, LocalDate on) {
        this.id = Ids.next();
        this.taskId = task.id();
        this.organizationId = organization.id();
        this.path = organization.path();
        reach(ProgressState.IN_PROGRESS, on);
    }

    /** 上报; the evidence is kept under the version that this report makes. */
    void report(LocalDate on) {
        reportedVersion = version + 1;
        returnReason = null;
        reach(ProgressState.REPORTED, on);
    }

    /** The same at once with the first step, of a row that was not written yet. */
    void reportAtOnce(LocalDate on) {
        report(on);
        version = reportedVersion;
    }

    /** The columns of the table in which a new row is written, one array each. */
    static <T> Batch<T> columns(Batch<T> rows, Function<T, KeyTaskProgress> of) {
        return rows.column("uuid", row -> of.apply(row).id).column("uuid", row -> of.apply(row).taskId)
                .column("uuid", row -> of.apply(row).organizationId).column("text", row -> of.apply(row).path)
                .column("text", row -> of.apply(row).state.name())
                .column("bigint", row -> of.apply(row).reportedVersion)
                .column("date", row -> of.apply(row).steppedOn).column("bigint", row -> of.apply(row).version);
    }

    /** 确认. */
    void confirm(LocalDate on) {
        confirmedOn = on;
        reach(ProgressState.CONFIRMED, on);
    }

    /** 退回. */
    void giveBack(String reason, LocalDate on) {
        returnReason = reason;
        reach(ProgressState.RETURNED, on);
    }

    void reach(ProgressState next, LocalDate on) {
        state = next;
        steppedOn = on;
    }

    /** Whether a report waits above it or was confirmed. */
    boolean isReported() {
        return state == ProgressState.REPORTED || state == ProgressState.CONFIRMED;
    }

    UUID id() {
        return id;
    }

    UUID taskId() {
        return taskId;
    }

    UUID organizationId() {
        return organizationId;
    }

    ProgressState state() {
        return state;
    }

    LocalDate steppedOn() {
        return steppedOn;
    }

    long version() {
        return version;
    }

    Changed changed(KeyTask task, EvidenceCounts.Counted counted) {
        return new Changed(id, version, organizationId, steppedOn, taskId, task.campaignId(), task.number(), state,
                counted == null ? null : counted.numerator(), counted == null ? null : counted.denominator());
    }

    /** Progress as it now is; numerator and denominator with a report whose evidence was counted. Words stay here. */
    public record Changed(UUID progressId, long version, UUID organizationId, LocalDate effectiveOn, UUID taskId,
            UUID campaignId, int number, ProgressState state, Long numerator, Long denominator)
            implements
                DomainEvent {

        @Override
        public UUID aggregateId() {
            return progressId;
        }
    }
}
