package io.zhixing.organization.structure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import io.zhixing.platform.time.Ids;

/** A Party organization (党组织) in the tree. Its path key finds its subtree; relations use its id, which never changes. */
@Entity
@Table(name = "party_organization")
public class PartyOrganization {

    static final String RESOURCE = "organization";

    @Id
    private UUID id;
    private String code;
    private String name;
    private String shortName;
    @Enumerated(EnumType.STRING)
    private OrganizationType type;
    @Enumerated(EnumType.STRING)
    private BranchKind kind;
    @Enumerated(EnumType.STRING)
    private Sector sector;
    private String areaCode;
    private String unitCreditCode;
    private String[] coveredUnits;
    private UUID originOrganizationId;
    private String hostArea;
    private UUID projectId;
    private UUID parentId;
    @Column(name = "organization_path")
    private String path;
    @Column(insertable = false, updatable = false)
    private int children;
    private LocalDate establishedOn;
    private LocalDate activatedOn;
    private Instant activationEnteredAt;
    private LocalDate dissolvedOn;
    private UUID successorId;
    private LocalDate changedOn;
    private LocalDate placedOn;
    private long pathVersion;
    @Enumerated(EnumType.STRING)
    private OrganizationState state;
    @Version
    private long version = 1;

    protected PartyOrganization() {}

    /** A new organization in preparation; place, type and code were judged against its parent. */
    PartyOrganization(Facts facts, UUID parentId, String path) {
        this.id = Ids.next();
        this.code = facts.code();
        this.name = facts.name();
        this.shortName = facts.shortName();
        this.type = facts.type();
        this.kind = facts.kind() == null && facts.type() == OrganizationType.BRANCH
                ? BranchKind.STANDARD
                : facts.kind();
        this.sector = facts.sector();
        this.areaCode = facts.areaCode();
        this.unitCreditCode = facts.unitCreditCode() == null
                ? null
                : CreditCode.of(facts.unitCreditCode()).orElseThrow().code();
        take(facts.particulars());
        this.parentId = parentId;
        this.path = path;
        this.establishedOn = facts.establishedOn();
        this.state = OrganizationState.PREPARING;
    }

    /** What is stated of an organization when it is set up. {@code establishedOn} is a Shanghai day not after today. */
    public record Facts(String code, String name, String shortName, OrganizationType type, BranchKind kind,
            Sector sector, String areaCode,
            String unitCreditCode, UUID parentId, LocalDate establishedOn, Particulars particulars) {}

    private void take(Particulars stated) {
        coveredUnits = stated.coveredUnits() == null ? null : stated.coveredUnits().toArray(String[]::new);
        originOrganizationId = stated.originId();
        hostArea = stated.hostArea();
        projectId = stated.projectId();
    }

    Particulars particulars() {
        return new Particulars(coveredUnits == null ? null : List.of(coveredUnits), originOrganizationId, hostArea,
                projectId);
    }

    /** 启用: it takes up its work on that day. Here and below {@link OrganizationSteps} has judged the step. */
    void activate(LocalDate on, Instant entered) {
        state = OrganizationState.ACTIVE;
        activatedOn = on;
        activationEnteredAt = entered;
        changedOn = on;
    }

    /** 更名. A short name that is not stated stays. */
    void rename(String newName, String newShortName, LocalDate on) {
        name = newName;
        shortName = newShortName == null ? shortName : newShortName;
        changedOn = on;
    }

    /** 变更类型; what is not stated stays. Only a branch has a kind. */
    void changeType(Nature nature, LocalDate on) {
        type = nature.type();
        kind = nature.kind();
        sector = nature.sector();
        areaCode = nature.areaCode();
        take(nature.particulars());
        changedOn = on;
    }

    /** 调整隶属: from that day on it stands under another superior, by another code. */
    void moveUnder(UUID newParentId, String newPath, String newCode, LocalDate on) {
        parentId = newParentId;
        path = newPath;
        code = newCode;
        pathVersion++;
        placedOn = on;
        changedOn = on;
    }

    /** 合并: from that day on the successor stands in its place, and what it did counts in the successor's subtree. */
    void mergeInto(Seat successor, String newPath, LocalDate on) {
        moveUnder(successor.id(), newPath, code, on);
        state = OrganizationState.MERGED;
        successorId = successor.id();
        dissolvedOn = on;
    }

    /** 撤销: that day is the first on which it is no longer at work. */
    void dissolve(LocalDate on) {
        state = OrganizationState.DISSOLVED;
        dissolvedOn = on;
        changedOn = on;
    }

    /** 恢复: it is at work again from that day on; its periods remember that it was not. */
    void restore(LocalDate on) {
        state = OrganizationState.ACTIVE;
        dissolvedOn = null;
        changedOn = on;
    }

    Nature nature() {
        return new Nature(type, kind, sector, areaCode, particulars());
    }

    /** Whether it takes members and posts: it is being set up or at work. */
    public boolean isInPlace() {
        return state == OrganizationState.PREPARING || state == OrganizationState.ACTIVE;
    }

    /** Null for what is no branch. */
    public BranchKind kind() {
        return kind;
    }

    public boolean isBranch() {
        return type == OrganizationType.BRANCH;
    }

    public UUID id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String path() {
        return path;
    }

    /** Where the office sits that decides about it: its superior. The root has none and decides about itself. */
    public String superiorPath() {
        return OrganizationPath.superior(path);
    }

    public OrganizationType type() {
        return type;
    }

    public Sector sector() {
        return sector;
    }

    public OrganizationState state() {
        return state;
    }

    public UUID parentId() {
        return parentId;
    }

    /** Business day of its last version: the next step is not before it. */
    LocalDate changedOn() {
        return changedOn == null ? establishedOn : changedOn;
    }

    long pathVersion() {
        return pathVersion;
    }

    public LocalDate establishedOn() {
        return establishedOn;
    }

    public long version() {
        return version;
    }

    /** As the database has it, as far as an import reads it. */
    static PartyOrganization stored(UUID id, Facts facts, String path, OrganizationState state, long version) {
        var organization = new PartyOrganization(facts, facts.parentId(), path);
        organization.id = id;
        organization.state = state;
        organization.version = version;
        return organization;
    }

    /** What can be stated of it on paper. */
    Facts facts() {
        return new Facts(code, name, shortName, type, kind, sector, areaCode, unitCreditCode, parentId, establishedOn,
                particulars());
    }

    public Seat seat() {
        return new Seat(id, code, path, type, kind, state, establishedOn);
    }

    OrganizationView view() {
        return new OrganizationView(id, code, name, shortName, type, kind, sector, areaCode, unitCreditCode,
                doubtful(unitCreditCode), coveredUnits == null ? null : List.of(coveredUnits), originOrganizationId,
                hostArea, projectId,
                parentId, establishedOn, activatedOn, dissolvedOn, successorId, state, version);
    }

    static Boolean doubtful(String unitCreditCode) {
        return unitCreditCode == null ? null : CreditCode.of(unitCreditCode).filter(CreditCode::checks).isEmpty();
    }

    /** What is published after a change; the day is that of its last version. */
    OrganizationNews.State news() {
        return new OrganizationNews.State(id, version, changedOn(), code, name, type, kind, sector, areaCode, parentId,
                path, state, establishedOn, activatedOn, dissolvedOn, successorId, pathVersion);
    }
}
