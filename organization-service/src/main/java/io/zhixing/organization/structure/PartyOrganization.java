package io.zhixing.organization.structure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.contract.Label;
import io.zhixing.platform.outbox.DomainEvent;
import io.zhixing.platform.time.Ids;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A Party organization (党组织) in the tree. Its path key finds its subtree; relations use its id, which never changes. */
@Entity
@Table(name = "party_organization")
public class PartyOrganization {

    static final String RESOURCE = "organization";

    @Schema(description = "组织类型 Type of a Party organization")
    public enum OrganizationType {
        @Label(zh = "地方委员会", en = "Local committee")
        LOCAL_COMMITTEE,
        @Label(zh = "党工委", en = "Party working committee")
        WORKING_COMMITTEE,
        @Label(zh = "党组", en = "Leading Party members group")
        LEADING_GROUP,
        @Label(zh = "基层党委", en = "Primary Party committee")
        PRIMARY_COMMITTEE,
        @Label(zh = "党总支", en = "General Party branch")
        GENERAL_BRANCH,
        @Label(zh = "党支部", en = "Party branch")
        BRANCH
    }

    @Schema(description = "支部类别 Kind of a branch")
    public enum BranchKind {
        @Label(zh = "标准", en = "Standard")
        STANDARD,
        @Label(zh = "联合", en = "Joint")
        JOINT,
        @Label(zh = "临时", en = "Temporary")
        TEMPORARY,
        @Label(zh = "流动党员", en = "Floating members")
        FLOATING_MEMBERS
    }

    @Schema(description = "领域 Sector of an organization")
    public enum Sector {
        @Label(zh = "农村", en = "Rural")
        RURAL,
        @Label(zh = "社区", en = "Urban community")
        URBAN_COMMUNITY,
        @Label(zh = "机关", en = "City organ")
        CITY_ORGAN,
        @Label(zh = "国有企业", en = "State-owned enterprise")
        STATE_OWNED_ENTERPRISE,
        @Label(zh = "教育系统", en = "Education")
        EDUCATION,
        @Label(zh = "非公经济", en = "Non-public enterprise")
        NON_PUBLIC_ENTERPRISE,
        @Label(zh = "社会组织", en = "Social organization")
        SOCIAL_ORGANIZATION
    }

    @Schema(description = "组织状态 State of an organization")
    public enum OrganizationState {
        @Label(zh = "筹建", en = "In preparation")
        PREPARING,
        @Label(zh = "运行", en = "Active")
        ACTIVE,
        @Label(zh = "已撤销", en = "Dissolved")
        DISSOLVED,
        @Label(zh = "已合并", en = "Merged")
        MERGED
    }

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
    private UUID parentId;
    @Column(name = "organization_path")
    private String path;
    @Column(insertable = false, updatable = false)
    private int children;
    private LocalDate establishedOn;
    private LocalDate activatedOn;
    private Instant activationEnteredAt;
    private LocalDate dissolvedOn;
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
        this.parentId = parentId;
        this.path = path;
        this.establishedOn = facts.establishedOn();
        this.state = OrganizationState.PREPARING;
    }

    /** What is stated of an organization when it is set up. {@code establishedOn} is a Shanghai day not after today. */
    public record Facts(String code, String name, String shortName, OrganizationType type, BranchKind kind,
            Sector sector, String areaCode,
            String unitCreditCode, UUID parentId, LocalDate establishedOn) {}

    /** 启用: it takes up its work on that day; {@link Activation} has judged the step. */
    void activate(LocalDate on, Instant entered) {
        state = OrganizationState.ACTIVE;
        activatedOn = on;
        activationEnteredAt = entered;
    }

    /** Whether it takes members and posts: it is being set up or at work. */
    public boolean isInPlace() {
        return state == OrganizationState.PREPARING || state == OrganizationState.ACTIVE;
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
        return superiorPath(path);
    }

    /** @param path a path key such as {@code /0001/0002/} */
    public static String superiorPath(String path) {
        var above = path.substring(0, path.lastIndexOf('/', path.length() - 2) + 1);
        return above.length() > 1 ? above : path;
    }

    public OrganizationType type() {
        return type;
    }

    public OrganizationState state() {
        return state;
    }

    public LocalDate establishedOn() {
        return establishedOn;
    }

    public long version() {
        return version;
    }

    /** An organization as the database has it; columns by name. */
    static PartyOrganization stored(ResultSet row) throws SQLException {
        var kind = row.getString("kind");
        var sector = row.getString("sector");
        var organization = new PartyOrganization(new Facts(row.getString("code"), row.getString("name"),
                row.getString("short_name"), OrganizationType.valueOf(row.getString("type")),
                kind == null ? null : BranchKind.valueOf(kind), sector == null ? null : Sector.valueOf(sector),
                row.getString("area_code"), row.getString("unit_credit_code"), row.getObject("parent_id", UUID.class),
                row.getObject("established_on", LocalDate.class)), row.getObject("parent_id", UUID.class),
                row.getString("organization_path"));
        organization.id = row.getObject("id", UUID.class);
        organization.state = OrganizationState.valueOf(row.getString("state"));
        organization.version = row.getLong("version");
        return organization;
    }

    /** The columns of the table in which a new organization is written, one array each. */
    static <T> Batch<T> columns(Batch<T> rows, Function<T, PartyOrganization> of) {
        return rows.column("uuid", row -> of.apply(row).id).column("text", row -> of.apply(row).code)
                .column("text", row -> of.apply(row).name).column("text", row -> of.apply(row).shortName)
                .column("text", row -> of.apply(row).type.name())
                .column("text", row -> text(of.apply(row).kind)).column("text", row -> text(of.apply(row).sector))
                .column("text", row -> of.apply(row).areaCode).column("text", row -> of.apply(row).unitCreditCode)
                .column("uuid", row -> of.apply(row).parentId).column("text", row -> of.apply(row).path)
                .column("date", row -> of.apply(row).establishedOn).column("text", row -> of.apply(row).state.name())
                .column("bigint", row -> of.apply(row).version);
    }

    private static String text(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    /** Whether the facts say of this organization what is known of it; what they leave out they do not deny. */
    boolean says(Facts facts) {
        var stated = new PartyOrganization(facts, facts.parentId(), path);
        return code.equals(facts.code()) && name.equals(facts.name()) && type == facts.type()
                && areaCode.equals(facts.areaCode()) && Objects.equals(parentId, facts.parentId())
                && establishedOn.equals(facts.establishedOn()) && agrees(facts.shortName(), shortName)
                && agrees(facts.kind(), kind) && agrees(facts.sector(), sector)
                && agrees(stated.unitCreditCode, unitCreditCode);
    }

    private static boolean agrees(Object stated, Object known) {
        return stated == null || stated.equals(known);
    }

    public Seat seat() {
        return new Seat(id, code, path, type, state, establishedOn);
    }

    OrganizationView view() {
        return new OrganizationView(id, code, name, shortName, type, kind, sector, areaCode, unitCreditCode,
                doubtful(unitCreditCode), parentId, establishedOn,
                activatedOn, dissolvedOn, state, version);
    }

    static Boolean doubtful(String unitCreditCode) {
        return unitCreditCode == null ? null : CreditCode.of(unitCreditCode).filter(CreditCode::checks).isEmpty();
    }

    Created created() {
        return new Created(present(establishedOn));
    }

    Activated activated() {
        return new Activated(present(activatedOn));
    }

    private State present(LocalDate effectiveOn) {
        return new State(id, version, effectiveOn, code, name, type, kind, sector, areaCode, parentId, path, state,
                establishedOn,
                activatedOn);
    }

    /** The whole organization after a change: every event of it carries this. */
    public record State(UUID organizationId, long version, LocalDate effectiveOn, String code, String name,
            OrganizationType type,
            BranchKind kind, Sector sector, String areaCode, UUID parentId, String path, OrganizationState state,
            LocalDate establishedOn,
            LocalDate activatedOn) {}

    public record Created(@JsonUnwrapped State organization) implements OfOrganization {}

    public record Activated(@JsonUnwrapped State organization) implements OfOrganization {}

    interface OfOrganization extends DomainEvent {

        State organization();

        @Override
        default UUID aggregateId() {
            return organization().organizationId();
        }

        @Override
        default long version() {
            return organization().version();
        }

        @Override
        default UUID organizationId() {
            return organization().organizationId();
        }

        @Override
        default LocalDate effectiveOn() {
            return organization().effectiveOn();
        }
    }
}
