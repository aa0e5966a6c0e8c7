package io.zhixing.organization.structure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.division.Division;
import io.zhixing.organization.division.Divisions;
import io.zhixing.organization.structure.OrganizationBatches.Node;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.imports.ImportKind;
import io.zhixing.platform.imports.ImportRow;
import io.zhixing.platform.imports.ImportRun;
import io.zhixing.platform.imports.RowOutcome;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.time.Shanghai;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Organizations from files, in preparation, superiors before those below them; the root is made by a call. A code that is
 * known is left as it is when the row says the same; another name is a dated rename, another kind, sector or division, other units,
 * origin or host area a dated change like the single steps, and another type, founding day or credit code is refused.
 */
@RequestScoped
public class OrganizationImport implements ImportKind<OrganizationImport.OrganizationRow> {

    public record OrganizationRow(
            @Schema(description = "组织编码 Code") @NotNull @Pattern(regexp = OrganizationCode.FORM) String code,
            @Schema(description = "名称 Name") @NotBlank @Size(max = 200) String name,
            @Schema(description = "简称 Short name") @Size(max = 60) String shortName,
            @Schema(description = "类型 Type") @NotNull OrganizationType type,
            @Schema(description = "支部类别 Kind of a branch") BranchKind kind,
            @Schema(description = "领域 Sector") Sector sector,
            @Schema(description = "区划代码 Code of its division") @NotBlank String areaCode,
            @Schema(description = "统一社会信用代码 Credit code of the host unit") @Size(max = 20) String unitCreditCode,
            @Schema(description = "覆盖单位 Units that a joint branch covers, with semicolons between") @Size(max = 50) List<@NotBlank @Size(max = 200) String> coveredUnits,
            @Schema(description = "派出组织编码 Code of the organization that set up a floating branch, which needs one") @Pattern(regexp = OrganizationCode.FORM) String originCode,
            @Schema(description = "流入地 Where the members of a floating branch are, which needs one") @Size(max = 200) String hostArea,
            @Schema(description = "所在项目标识 Id of the project at whose site a temporary branch is; not verified") UUID projectId,
            @Schema(description = "上级编码 Code of the superior") @NotBlank String parentCode,
            @Schema(description = "成立日期 Day it was set up") @NotNull LocalDate establishedOn,
            @Schema(description = "变动日期 Day of the change, where the row changes what is known; today when empty") LocalDate changedOn,
            @Schema(description = "变动理由 Reason of the change; stands in the history") @Size(max = 500) String changeReason) {

        Nature nature(Particulars particulars) {
            return new Nature(type, kind, sector, areaCode, particulars);
        }

        PartyOrganization.Facts facts(Seat parent, BranchKind kindThen, Particulars particulars) {
            return new PartyOrganization.Facts(code, name, shortName, type, kindThen, sector, areaCode, unitCreditCode,
                    parent.id(), establishedOn, particulars);
        }
    }

    private final OrganizationBatches batches;
    private final ChangeByRow changeByRow;
    private final Divisions divisions;
    private final SidesNamed sides;
    private final Access access;
    private final Outbox outbox;
    private final Clock clock;

    OrganizationImport(OrganizationBatches batches, ChangeByRow changeByRow, Divisions divisions,
            SidesNamed sides, Access access, Outbox outbox, Clock clock) {
        this.batches = batches;
        this.changeByRow = changeByRow;
        this.divisions = divisions;
        this.sides = sides;
        this.access = access;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "organizations";
    }

    @Override
    public Class<OrganizationRow> row() {
        return OrganizationRow.class;
    }

    @Override
    public Map<String, String> ignoredColumns() {
        return Map.of("parentName", "上级名称");
    }

    @Override
    public boolean refersToItself() {
        return true;
    }

    @Override
    public ImportRun<OrganizationRow> begin() {
        return new Run(divisions.byCode(), batches.allowedParents());
    }

    private final class Run implements ImportRun<OrganizationRow> {

        private final Map<String, Division> areas;
        private final Set<OrganizationBatches.Allowed> allowed;
        private Map<String, Sides.Side> origins;

        Run(Map<String, Division> areas, Set<OrganizationBatches.Allowed> allowed) {
            this.areas = areas;
            this.allowed = allowed;
        }

        @Override
        public String key(OrganizationRow row) {
            return row.code();
        }

        @Override
        public List<RowOutcome> apply(List<ImportRow<OrganizationRow>> rows) {
            var codes = rows.stream().flatMap(row -> Stream.of(row.value().code(),
                    row.value().parentCode())).toList();
            var nodes = batches.locked(codes);
            origins = origins(rows);
            var fresh = new ArrayList<Node>();
            var outcomes = RowOutcome.ofEach(rows, row -> outcome(row.value(), nodes, fresh));
            batches.write(fresh, nodes.values());
            outbox.appendAll(
                    fresh.stream().map(node -> new OrganizationNews.Created(node.organization().news())).toList(),
                    event -> event.organization().path());
            return outcomes;
        }

        /** Who sends a floating branch need not lie in the caller's scope. */
        private Map<String, Sides.Side> origins(List<ImportRow<OrganizationRow>> rows) {
            var named = rows.stream().map(row -> row.value().originCode()).filter(Objects::nonNull).toList();
            return named.isEmpty() ? Map.of() : sides.of(named);
        }

        /** What the row leaves out stays as it is known. */
        private Particulars particulars(OrganizationRow row, Node known, Map<String, Node> nodes) {
            var stated = new Particulars(row.coveredUnits(), origin(row.originCode(), nodes),
                    row.hostArea(), row.projectId());
            return known == null ? stated : known.organization().nature().with(row.nature(stated)).particulars();
        }

        /** A kind that the row leaves out is that which is known, as far as it is a branch still. */
        private BranchKind kind(OrganizationRow row, Node known) {
            return row.kind() == null && known != null && row.type() == OrganizationType.BRANCH
                    ? known.organization().facts().kind()
                    : row.kind();
        }

        private UUID origin(String code, Map<String, Node> nodes) {
            if (code == null) {
                return null;
            }
            var ofThisFile = nodes.get(code);
            if (ofThisFile == null && origins.get(code) == null) {
                throw new ProblemException(
                        List.of(PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/originCode"), code)));
            }
            return ofThisFile == null ? origins.get(code).id() : ofThisFile.id();
        }

        private RowOutcome outcome(OrganizationRow row, Map<String, Node> nodes, List<Node> fresh) {
            var parent = nodes.get(row.parentCode());
            if (parent == null) {
                throw new ProblemException(List.of(
                        PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/parentCode"), row.parentCode())));
            }
            access.require(parent.seat().path(), Roles.OFFICER, Roles.SYSTEM);
            var known = nodes.get(row.code());
            var facts = row.facts(parent.seat(), kind(row, known), particulars(row, known, nodes));
            var faults = NewOrganizationPolicy.below(parent.seat(), facts,
                    allowed.contains(new OrganizationBatches.Allowed(row.type(), parent.seat().type())), "/parentCode");
            NewOrganizationPolicy.judge(facts, areas.get(row.areaCode()), Shanghai.today(clock), faults).refuse();
            if (known != null) {
                return known(row, facts, known);
            }
            var organization = new PartyOrganization(facts, parent.seat().id(), parent.nextPath());
            var node = new Node(organization, 0);
            fresh.add(node);
            nodes.put(row.code(), node);
            return RowOutcome.created(organization.id(), organization.version());
        }
    }

    private RowOutcome known(OrganizationRow row, PartyOrganization.Facts facts, Node known) {
        var before = known.organization();
        if (OrganizationRows.says(facts, before.facts())) {
            return RowOutcome.unchanged(before.id(), before.version());
        }
        if (!OrganizationRows.isStatedOf(facts, before.facts())) {
            throw OrganizationProblems.ORGANIZATION_CODE_TAKEN.about();
        }
        known.become(changeByRow.of(before, facts, row.changedOn(), row.changeReason()));
        return RowOutcome.updated(known.id(), known.organization().version());
    }
}
