package io.zhixing.organization.member;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import io.zhixing.organization.standing.StandingView;
import io.zhixing.platform.bulk.Batch;

/** A Party member (党员) on the roll of a branch. The ID number is kept sealed and masked, and leaves in full by {@link RevealIdNumber} alone; the name leaves by look-up and lists. */
@Entity
@Table(name = "party_member")
public class PartyMember {

    static final String RESOURCE = "member";
    /** Travels in events and addresses, so it never has the form of an ID number (18 characters, 15 before 1999). */
    public static final String NUMBER_FORM = "^(?!([0-9]{15}|[0-9]{17}[0-9X])$)[0-9A-Z-]{1,30}$";

    @Id
    private UUID id;
    private String memberNumber;
    private String name;
    private byte[] idNumber;
    private byte[] idNumberIndex;
    private String idNumberMasked;
    private String sexCode;
    private String ethnicityCode;
    private LocalDate birthDate;
    @Enumerated(EnumType.STRING)
    private MemberType memberType;
    private LocalDate joinedOn;
    private LocalDate fullSince;
    private UUID organizationId;
    @Column(name = "organization_path")
    private String path;
    @Enumerated(EnumType.STRING)
    private MemberStatus status;
    private LocalDate onRollFrom;
    private LocalDate onRollTo;
    private LocalDate probationUntil;
    private UUID groupId;
    private boolean exempt;
    private LocalDate steppedOn;
    @Version
    private long version = 1;

    protected PartyMember() {}

    /** What is stated of a member on enrolment; days are Shanghai days. {@code fullSince} is null for a probationary member. */
    public record Facts(String memberNumber, String name, String idNumber, String sexCode, String ethnicityCode,
            LocalDate birthDate,
            MemberType memberType, LocalDate joinedOn, LocalDate fullSince, UUID organizationId,
            LocalDate onRollFrom) {}

    /** The ID number as it is stored: sealed for the row, findable by its digest, shown by its mask. */
    record KeptIdNumber(byte[] sealed, byte[] index, String masked) {}

    PartyMember(UUID id, Facts facts, KeptIdNumber idNumber, String path) {
        this.id = id;
        this.memberNumber = facts.memberNumber();
        this.name = facts.name();
        this.idNumber = idNumber.sealed();
        this.idNumberIndex = idNumber.index();
        this.idNumberMasked = idNumber.masked();
        this.sexCode = facts.sexCode();
        this.ethnicityCode = facts.ethnicityCode();
        this.birthDate = facts.birthDate();
        this.memberType = facts.memberType();
        this.joinedOn = facts.joinedOn();
        this.fullSince = facts.fullSince();
        this.organizationId = facts.organizationId();
        this.path = path;
        this.status = MemberStatus.ACTIVE;
        this.onRollFrom = facts.onRollFrom();
    }

    /** 转正: a full member from that day on; {@link TakeMemberStep} has judged this step and those below. */
    void becomeFull(LocalDate on) {
        memberType = MemberType.FULL;
        fullSince = on;
        steppedOn = on;
    }

    /** 延长预备期: probation ends on {@code until}, a day that may lie in the future. */
    void extendProbation(LocalDate on, LocalDate until) {
        probationUntil = until;
        steppedOn = on;
    }

    /** Off the roll from {@code on}, with the status that says why; the group is left with the roll. */
    void leaveRoll(MemberStatus left, LocalDate on) {
        if (status == MemberStatus.ACTIVE) {
            onRollTo = on;
            groupId = null;
        }
        status = left;
        steppedOn = on;
    }

    /** 恢复党籍: on the roll of the same branch again from {@code on}. */
    void restore(LocalDate on) {
        status = MemberStatus.ACTIVE;
        onRollFrom = on;
        onRollTo = null;
        steppedOn = on;
    }

    /** 转入: on the roll of another branch from {@code on}. */
    void moveTo(UUID branch, String branchPath, LocalDate on) {
        organizationId = branch;
        path = branchPath;
        groupId = null;
        onRollFrom = on;
        steppedOn = on;
    }

    /** 转回: on a roll again from {@code on}, who had left the register by a transfer. */
    void comeBack(UUID branch, String branchPath, LocalDate on) {
        moveTo(branch, branchPath, on);
        status = MemberStatus.ACTIVE;
        onRollTo = null;
    }

    /**
     * 合并: with his whole branch on the roll of its successor.
     *
     * @param goesOnAs as which group of the successor each of his branch's goes on
     */
    void mergeInto(UUID successor, String successorPath, Map<UUID, UUID> goesOnAs, LocalDate on) {
        var group = groupId == null ? null : goesOnAs.get(groupId);
        moveTo(successor, successorPath, on);
        groupId = group;
    }

    /** @param group null when he leaves his group */
    void join(UUID group, LocalDate on) {
        groupId = group;
        steppedOn = on;
    }

    void exempt(boolean exempt, LocalDate on) {
        this.exempt = exempt;
        steppedOn = on;
    }

    /** 更正: what was written wrongly; null leaves as it is. Days were judged. */
    void correct(MemberCorrection stated, CitizenId number, KeptIdNumber kept) {
        name = stated.name() == null ? name : stated.name();
        ethnicityCode = stated.ethnicityCode() == null ? ethnicityCode : stated.ethnicityCode();
        joinedOn = stated.joinedOn() == null ? joinedOn : stated.joinedOn();
        fullSince = stated.fullSince() == null ? fullSince : stated.fullSince();
        if (number != null) {
            idNumber = kept.sealed();
            idNumberIndex = kept.index();
            idNumberMasked = kept.masked();
            birthDate = number.birthDate();
            sexCode = number.sexCode();
        }
    }

    /** Whether he stands on the roll of this branch today. */
    public boolean isOnRollOf(UUID branch) {
        return status == MemberStatus.ACTIVE && organizationId.equals(branch);
    }

    boolean isProbationary() {
        return memberType == MemberType.PROBATIONARY;
    }

    boolean isExempt() {
        return exempt;
    }

    /** Empty when probation was never extended. */
    Optional<LocalDate> extendedUntil() {
        return Optional.ofNullable(probationUntil);
    }

    public MemberStatus status() {
        return status;
    }

    public String memberNumber() {
        return memberNumber;
    }

    public UUID groupId() {
        return groupId;
    }

    LocalDate birthDate() {
        return birthDate;
    }

    /** Null for a probationary member. */
    public LocalDate fullSince() {
        return fullSince;
    }

    /** Business day of the last step; of the enrolment when there was none. */
    public LocalDate steppedOn() {
        return steppedOn == null ? onRollFrom : steppedOn;
    }

    public UUID id() {
        return id;
    }

    public String path() {
        return path;
    }

    public UUID organizationId() {
        return organizationId;
    }

    public LocalDate onRollFrom() {
        return onRollFrom;
    }

    byte[] sealedIdNumber() {
        return idNumber;
    }

    public LocalDate joinedOn() {
        return joinedOn;
    }

    public long version() {
        return version;
    }

    /** The columns of the table in which a new member is written, one array each. */
    static Batch<PartyMember> columns(Batch<PartyMember> members) {
        return members.column("uuid", m -> m.id).column("text", m -> m.memberNumber).column("text", m -> m.name)
                .column("text", m -> MemberBatches.hex(m.idNumber))
                .column("text", m -> MemberBatches.hex(m.idNumberIndex)).column("text", m -> m.idNumberMasked)
                .column("text", m -> m.sexCode).column("text", m -> m.ethnicityCode)
                .column("date", m -> m.birthDate).column("text", m -> m.memberType.name())
                .column("date", m -> m.joinedOn).column("date", m -> m.fullSince)
                .column("uuid", m -> m.organizationId).column("text", m -> m.path)
                .column("text", m -> m.status.name()).column("date", m -> m.onRollFrom)
                .column("bigint", m -> m.version);
    }

    /** @param standing null when none is known */
    MemberView view(StandingView standing) {
        return new MemberView(id, memberNumber, name, idNumberMasked, sexCode, ethnicityCode, birthDate, memberType,
                joinedOn, fullSince,
                organizationId, status, onRollFrom, onRollTo, probationUntil, groupId, exempt, version, standing);
    }

    MemberChange.Enrolled enrolled() {
        return new MemberChange.Enrolled(state(onRollFrom, null));
    }

    /**
     * The whole member, as every event carries him.
     *
     * @param before the branch he came from; null unless he was transferred
     */
    MemberChange.State state(LocalDate effectiveOn, UUID before) {
        return new MemberChange.State(id, version, organizationId, effectiveOn, memberNumber, memberType, fullSince,
                status, onRollFrom, onRollTo, groupId, memberType == MemberType.FULL && status == MemberStatus.ACTIVE,
                exempt, before);
    }
}
