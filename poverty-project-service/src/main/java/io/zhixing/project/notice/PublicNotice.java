package io.zhixing.project.notice;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import io.zhixing.platform.contract.Label;
import io.zhixing.platform.outbox.DomainEvent;
import io.zhixing.platform.problem.Problem;
import io.zhixing.platform.time.Ids;
import io.zhixing.project.CountyOffice;
import io.zhixing.project.ProjectProblems;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 公示: a project stands open to everybody's eyes for the days that the rule of its first day asks for. */
@Entity
@Table(name = "public_notice")
public class PublicNotice {

    /** Its name in events and in the history of steps. */
    public static final String RESOURCE = "notice";

    @Schema(name = "NoticeKind", description = "公示种类 Kind of a notice")
    public enum NoticeKind {
        @Label(zh = "入库", en = "Entry into the library")
        ENTRY,
        @Label(zh = "计划", en = "Plan")
        PLAN,
        @Label(zh = "受益名单", en = "List of beneficiaries")
        BENEFICIARY_LIST,
        @Label(zh = "完工", en = "Completion")
        COMPLETION
    }

    @Schema(name = "NoticeLevel", description = "公示层级 Level of a notice")
    public enum NoticeLevel {
        @Label(zh = "村", en = "Village")
        VILLAGE,
        @Label(zh = "镇", en = "Town")
        TOWN,
        @Label(zh = "县", en = "County")
        COUNTY;

        /** Where the approvers of this level sit, for what lies on a path: what a level announces, none below it puts up or decides. */
        String office(String path, CountyOffice county) {
            return switch (this) {
                case VILLAGE -> path;
                case TOWN -> county.townOf(path);
                case COUNTY -> county.of(path);
            };
        }
    }

    @Schema(name = "NoticeState", description = "公示状态 State of a notice")
    public enum NoticeState {
        @Label(zh = "公示中", en = "Open")
        OPEN,
        @Label(zh = "已通过", en = "Passed")
        PASSED,
        @Label(zh = "异议成立", en = "Objection upheld")
        UPHELD
    }

    @Id
    private UUID id;
    private UUID projectId;
    private UUID organizationId;
    private String organizationPath;
    @Enumerated(EnumType.STRING)
    private NoticeKind kind;
    @Enumerated(EnumType.STRING)
    private NoticeLevel level;
    private LocalDate startsOn;
    private LocalDate endsOn;
    private int requiredDays;
    private int openObjections;
    private int upheldObjections;
    private LocalDate closedOn;
    @Enumerated(EnumType.STRING)
    private NoticeState outcome;
    @Version
    private long version = 1;

    protected PublicNotice() {}

    /** What is shown where, from when to when; both days are included, the first is not counted. */
    public record Facts(UUID projectId, NoticeKind kind, NoticeLevel level, LocalDate startsOn, LocalDate endsOn) {}

    /** @param requiredDays of the rule in force on the first day; 0 where no rule is known for it */
    PublicNotice(Facts facts, UUID organizationId, String organizationPath, int requiredDays) {
        this.id = Ids.next();
        this.projectId = facts.projectId();
        this.organizationId = organizationId;
        this.organizationPath = organizationPath;
        this.kind = facts.kind();
        this.level = facts.level();
        this.startsOn = facts.startsOn();
        this.endsOn = facts.endsOn();
        this.requiredDays = requiredDays;
    }

    /** The database refuses a notice that passes early or over an open objection. */
    void close(NoticeState outcome, LocalDate on) {
        this.outcome = outcome;
        this.closedOn = on;
    }

    /** One objection more. */
    void objectedTo() {
        openObjections++;
    }

    /** One objection answered; one that was upheld stays against the notice. */
    void answered(boolean upheld) {
        openObjections--;
        if (upheld) {
            upheldObjections++;
        }
    }

    /** What stands against its passing on a day. */
    Optional<Problem> against(LocalDate on) {
        return !hasRunBy(on)
                ? Optional.of(ProjectProblems.NOTICE_OPEN)
                : isDisputed()
                        ? Optional.of(ProjectProblems.OBJECTION_OPEN)
                        : isRefuted() ? Optional.of(ProjectProblems.OBJECTION_UPHELD) : Optional.empty();
    }

    public UUID id() {
        return id;
    }

    public UUID projectId() {
        return projectId;
    }

    public String path() {
        return organizationPath;
    }

    /** Where its publisher's approvers sit. */
    String office(CountyOffice county) {
        return level.office(organizationPath, county);
    }

    public LocalDate startsOn() {
        return startsOn;
    }

    public LocalDate endsOn() {
        return endsOn;
    }

    public boolean isDisputed() {
        return openObjections > 0;
    }

    /** Whether an objection to it holds. */
    public boolean isRefuted() {
        return upheldObjections > 0;
    }

    /** Whether its days have run on that day. */
    public boolean hasRunBy(LocalDate on) {
        return on.isAfter(endsOn);
    }

    /** Whether it had passed by that day. */
    boolean hasPassedBy(LocalDate on) {
        return outcome == NoticeState.PASSED && !closedOn.isAfter(on);
    }

    public NoticeState state() {
        return outcome == null ? NoticeState.OPEN : outcome;
    }

    public long version() {
        return version;
    }

    NoticeView view() {
        return new NoticeView(id, projectId, organizationId, kind, level, startsOn, endsOn, requiredDays,
                requiredDays == 0 ? NoticeView.NO_RULE_KNOWN : null, openObjections, upheldObjections, state(),
                closedOn,
                version);
    }

    Opened opened() {
        return new Opened(id, version, organizationId, startsOn, projectId, kind, level, startsOn, endsOn,
                requiredDays);
    }

    Disputed dispute(LocalDate on) {
        return new Disputed(id, version, organizationId, on, projectId, kind, level, openObjections);
    }

    Closed closed() {
        return new Closed(id, version, organizationId, closedOn, projectId, kind, level, outcome);
    }

    /** A notice that was put up. */
    public record Opened(UUID noticeId, long version, UUID organizationId, LocalDate effectiveOn, UUID projectId,
            NoticeKind kind, NoticeLevel level, LocalDate startsOn, LocalDate endsOn,
            int requiredDays) implements DomainEvent {

        @Override
        public UUID aggregateId() {
            return noticeId;
        }
    }

    /** A notice to which an objection came, or was answered. */
    public record Disputed(UUID noticeId, long version, UUID organizationId, LocalDate effectiveOn, UUID projectId,
            NoticeKind kind, NoticeLevel level, int openObjections) implements DomainEvent {

        @Override
        public UUID aggregateId() {
            return noticeId;
        }
    }

    /** A notice that was taken down, passed or with an objection upheld. */
    public record Closed(UUID noticeId, long version, UUID organizationId, LocalDate effectiveOn, UUID projectId,
            NoticeKind kind, NoticeLevel level, NoticeState outcome) implements DomainEvent {

        @Override
        public UUID aggregateId() {
            return noticeId;
        }
    }
}
