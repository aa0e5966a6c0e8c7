package io.zhixing.session.study;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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

import io.zhixing.platform.time.Ids;
import io.zhixing.session.directory.HostRelation;
import io.zhixing.session.directory.StudyFacts;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A recorded study session (学习活动): one type, a set of contents, one host; it counts on the day it began in Shanghai. */
@Entity
@Table(name = "study_session")
public class StudySession {

    /** Its name in history, events and the audit trail. */
    public static final String RESOURCE = "study-session";

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
    @Column(name = "recorded_on")
    private LocalDate knownSince;
    private LocalDate firstRecordedOn;
    private LocalDate correctedOn;
    private LocalDate voidedOn;
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
    private String statedDigest;
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
        this.knownSince = recordedOn;
        this.state = SessionState.RECORDED;
        say(stated, facts, attendance);
    }

    /** 更正: says from that day on what it should have said; its former version is kept elsewhere. */
    void correct(StudySessionRequest stated, StudyFacts facts, LocalDate on, AttendanceCount attendance) {
        this.firstRecordedOn = recordedOn();
        this.knownSince = on;
        this.correctedOn = on;
        say(stated, facts, attendance);
    }

    /** 作废: counts nowhere and leaves its number to another one; what it said stays. @param on business day; @param today since when it is known */
    void voidOn(LocalDate on, LocalDate today) {
        this.firstRecordedOn = recordedOn();
        this.knownSince = today;
        this.voidedOn = on;
        this.state = SessionState.VOIDED;
    }

    private void say(StudySessionRequest stated, StudyFacts facts, AttendanceCount counted) {
        this.partyGroupId = stated.partyGroupId();
        this.partyGroupRelation = facts.partyGroup();
        this.type = stated.type();
        this.contents = stated.contents().stream().distinct().map(Enum::name).toArray(String[]::new);
        this.startedAt = stated.startedAt().toInstant();
        this.endedAt = stated.endedAt().toInstant();
        this.heldOn = stated.heldOn();
        this.place = stated.place();
        this.convenerMemberId = stated.convenerMemberId();
        this.convenerRelation = facts.convener();
        this.topicRecord = stated.topicRecord();
        this.discussionRecord = stated.discussionRecord();
        this.outcomeRecord = stated.outcomeRecord();
        this.classHours = stated.classHours() == null ? null : stated.classHours().amount();
        this.reference = stated.reference();
        this.statedDigest = stated.digest();
        this.attendance = counted;
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

    /** When it was recorded, whatever was corrected since. */
    public LocalDate recordedOn() {
        return firstRecordedOn == null ? knownSince : firstRecordedOn;
    }

    public long recordedLateBy() {
        return recordedLateBy(heldOn, recordedOn());
    }

    /** Days from the session to its recording; reported, not punished. 0 too where its day was corrected to a later one. */
    static long recordedLateBy(LocalDate heldOn, LocalDate recordedOn) {
        return Math.max(0, ChronoUnit.DAYS.between(heldOn, recordedOn));
    }

    /** The day since which the present version is known: of recording or of the last correction. */
    public LocalDate knownSince() {
        return knownSince;
    }

    /** Day of the last correction; null where there was none. */
    public LocalDate correctedOn() {
        return correctedOn;
    }

    /** Business day on which it was voided; null unless it is. */
    public LocalDate voidedOn() {
        return voidedOn;
    }

    public boolean isVoided() {
        return state == SessionState.VOIDED;
    }

    /** The earliest business day of a step. */
    LocalDate steppedOn() {
        return correctedOn == null ? heldOn : correctedOn;
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

    /** SHA-256 of all that was stated of the present version. */
    String statedDigest() {
        return statedDigest;
    }

    public AttendanceCount attendance() {
        return attendance;
    }

    public long version() {
        return version;
    }
}
