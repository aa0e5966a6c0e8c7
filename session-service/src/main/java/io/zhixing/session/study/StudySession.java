package io.zhixing.session.study;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import io.zhixing.platform.outbox.DomainEvent;
import io.zhixing.platform.time.Ids;
import io.zhixing.session.directory.HostRelation;
import io.zhixing.session.directory.StudyFacts;
import io.zhixing.session.lecture.LecturerKind;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A recorded study session (学习活动): one type, a set of contents, one host; it counts on the day it began in Shanghai. */
@Entity
@Table(name = "study_session")
public class StudySession {

    @Id
    private UUID id;
    private UUID organizationId;
    private String organizationPath;
    private UUID partyGroupId;
    @Enumerated(EnumType.STRING)
    private HostRelation partyGroupRelation;
    @Enumerated(EnumType.STRING)
    private SessionType type;
    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    private String[] contents;
    private Instant startedAt;
    private Instant endedAt;
    private LocalDate heldOn;
    private LocalDate recordedOn;
    private String place;
    private UUID convenerMemberId;
    @Enumerated(EnumType.STRING)
    private HostRelation convenerRelation;
    private String topicRecord;
    private String discussionRecord;
    private String outcomeRecord;
    private BigDecimal classHours;
    @Enumerated(EnumType.STRING)
    private SessionState state;
    private String reference;
    @Embedded
    private AttendanceCount attendance;
    @Version
    private long version = 1;

    protected StudySession() {}

    /** @param facts what the directory knows of the host, the convener and the group */
    StudySession(StudySessionRequest stated, StudyFacts facts, LocalDate recordedOn, AttendanceCount attendance) {
        this.id = Ids.next();
        this.organizationId = stated.organizationId();
        this.organizationPath = facts.path();
        this.partyGroupId = stated.partyGroupId();
        this.partyGroupRelation = facts.partyGroup();
        this.type = stated.type();
        this.contents = stated.contents().stream().distinct().map(Enum::name).toArray(String[]::new);
        this.startedAt = stated.startedAt().toInstant();
        this.endedAt = stated.endedAt().toInstant();
        this.heldOn = stated.heldOn();
        this.recordedOn = recordedOn;
        this.place = stated.place();
        this.convenerMemberId = stated.convenerMemberId();
        this.convenerRelation = facts.convener();
        this.topicRecord = stated.topicRecord();
        this.discussionRecord = stated.discussionRecord();
        this.outcomeRecord = stated.outcomeRecord();
        this.classHours = stated.classHours() == null ? null : stated.classHours().amount();
        this.state = SessionState.RECORDED;
        this.reference = stated.reference();
        this.attendance = attendance;
    }

    public UUID id() {
        return id;
    }

    public UUID organizationId() {
        return organizationId;
    }

    public String organizationPath() {
        return organizationPath;
    }

    public UUID partyGroupId() {
        return partyGroupId;
    }

    /** Whether the group is the host's; null where none is named. */
    public HostRelation partyGroupRelation() {
        return partyGroupRelation;
    }

    public SessionType type() {
        return type;
    }

    public List<SessionContent> contents() {
        return List.of(contents).stream().map(SessionContent::valueOf).toList();
    }

    /** Collective study (集中学习), whether as type or as one of the contents. */
    public boolean isCollectiveStudy() {
        return type == SessionType.COLLECTIVE_STUDY || contents().contains(SessionContent.COLLECTIVE_STUDY);
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Instant endedAt() {
        return endedAt;
    }

    public LocalDate heldOn() {
        return heldOn;
    }

    public LocalDate recordedOn() {
        return recordedOn;
    }

    public String place() {
        return place;
    }

    public UUID convenerMemberId() {
        return convenerMemberId;
    }

    /** Whether the convener is the host's; null where none is named. */
    public HostRelation convenerRelation() {
        return convenerRelation;
    }

    public String topicRecord() {
        return topicRecord;
    }

    public String discussionRecord() {
        return discussionRecord;
    }

    public String outcomeRecord() {
        return outcomeRecord;
    }

    public BigDecimal classHours() {
        return classHours;
    }

    public SessionState state() {
        return state;
    }

    /** The sender's own number of the session, once at each host; null where he gave none. */
    public String reference() {
        return reference;
    }

    public AttendanceCount attendance() {
        return attendance;
    }

    public long version() {
        return version;
    }

    /**
     * A session as recorded; published again, with the next version, when the directory changes what counts in it or what is
     * known of its convener and group.
     *
     * @param partyGroupId null where none is named
     */
    public record Recorded(UUID studySessionId, long version, UUID organizationId, UUID partyGroupId,
            LocalDate effectiveOn, SessionType type, List<SessionContent> contents, LocalDate heldOn, Instant startedAt,
            long minutes,
            ClassHours classHours, List<Lectured> lectures, List<Attended> attendance) implements DomainEvent {

        /** @param lecturerMemberId null for an external lecturer */
        public record Lectured(UUID lectureId, UUID lecturerMemberId, LecturerKind lecturerKind) {}

        public record Attended(UUID memberId, AttendanceState state) {}

        static Recorded of(StudySession session, List<Lectured> lectures, List<Attended> attendance) {
            return new Recorded(session.id, session.version, session.organizationId, session.partyGroupId,
                    session.heldOn, session.type,
                    session.contents(), session.heldOn, session.startedAt,
                    Duration.between(session.startedAt, session.endedAt).toMinutes(),
                    ClassHours.of(session.classHours), lectures, attendance);
        }

        @Override
        public UUID aggregateId() {
            return studySessionId;
        }
    }
}
