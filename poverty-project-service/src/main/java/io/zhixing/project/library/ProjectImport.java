package io.zhixing.project.library;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.zhixing.platform.access.Access;
import io.zhixing.platform.imports.ImportKind;
import io.zhixing.platform.imports.ImportRow;
import io.zhixing.platform.imports.ImportRun;
import io.zhixing.platform.imports.RowOutcome;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.project.ProjectProblems;
import io.zhixing.project.Roles;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Projects from files, each with one performance target; with {@code submittedOn} a row is submitted as it is drawn up. */
@RequestScoped
public class ProjectImport implements ImportKind<ProjectImport.ProjectRow> {

    public record ProjectRow(
            @Schema(description = "编码 Code") @NotBlank @Size(max = 60) String code,
            @Schema(description = "名称 Name") @NotBlank @Size(max = 200) String name,
            @Schema(description = "项目类别 Category") @NotNull ProjectCategory category,
            @Schema(description = "项目性质 Nature") @NotNull ProjectNature nature,
            @Schema(description = "所在组织 Territorial organization by id or code") @NotBlank String organization,
            @Schema(description = "帮扶组织 Assisting organization by id or code") String assistingOrganization,
            @Schema(description = "县区代码 County code") @NotNull @Pattern(regexp = "[0-9]{6}") String countyCode,
            @Schema(description = "地点代码 Division code of the place") @NotNull @Pattern(regexp = "[0-9]{6}|[0-9]{9}|[0-9]{12}") String areaCode,
            @Schema(description = "用途 Purpose") @NotBlank @Size(max = 60) String purposeCode,
            @Schema(description = "实施单位 Implementing unit") @NotBlank @Size(max = 200) String implementingUnit,
            @Schema(description = "建设任务 Tasks") @Size(max = 2000) String tasks,
            @Schema(description = "受益对象 Beneficiaries") @Size(max = 2000) String beneficiaries,
            @Schema(description = "带贫减贫机制 Benefit mechanism") @Size(max = 2000) String benefitMechanism,
            @Schema(description = "计划开工日 Planned start") @NotNull LocalDate planStart,
            @Schema(description = "计划完工日 Planned end") @NotNull LocalDate planEnd,
            @Schema(description = "入库年度 Year of the library") @NotNull @Min(2000) @Max(2100) Integer libraryYear,
            @Schema(description = "编制日期 Day on which it was drawn up") @NotNull LocalDate on,
            @Schema(description = "提交日期 Day on which it went to the town") LocalDate submittedOn,
            @Schema(description = "目标种类 Kind of the target") TargetKind targetKind,
            @Schema(description = "目标指标 Indicator of the target") @Size(max = 200) String targetIndicator,
            @Schema(description = "目标单位 Unit of the target") @Size(max = 20) String targetUnit,
            @Schema(description = "目标值 Value to reach, decimal") @Pattern(regexp = "[0-9]{1,12}(\\.[0-9]{1,4})?") String targetValue) {

        boolean hasTarget() {
            return targetKind != null && targetIndicator != null && targetUnit != null && targetValue != null;
        }

        /** Of half a target nobody knows what is missing; {@code TARGET_INCOMPLETE}. */
        void refuseHalfATarget() {
            boolean nothing = targetKind == null && targetIndicator == null && targetUnit == null
                    && targetValue == null;
            if (!nothing && !hasTarget()) {
                var column = targetKind == null
                        ? "targetKind"
                        : targetIndicator == null
                                ? "targetIndicator"
                                : targetUnit == null ? "targetUnit" : "targetValue";
                throw new ProblemException(
                        List.of(ProjectProblems.TARGET_INCOMPLETE.at(Place.pointer("/" + column))));
            }
        }

        ServiceProject.Facts facts(UUID organizationId, UUID assistingId) {
            return new ServiceProject.Facts(code, name, category, nature, organizationId, assistingId, countyCode,
                    areaCode, purposeCode, implementingUnit, tasks, beneficiaries, benefitMechanism, planStart,
                    planEnd, libraryYear, on);
        }
    }

    private final Access access;
    private final ImportedProjects projects;
    private final ProjectSteps steps;
    private final Outbox outbox;

    ProjectImport(Access access, ImportedProjects projects, ProjectSteps steps, Outbox outbox) {
        this.access = access;
        this.projects = projects;
        this.steps = steps;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "projects";
    }

    @Override
    public Class<ProjectRow> row() {
        return ProjectRow.class;
    }

    @Override
    public ImportRun<ProjectRow> begin() {
        return new Run();
    }

    private final class Run implements ImportRun<ProjectRow> {

        private final Map<String, Access.Located> organizations = new HashMap<>();

        @Override
        public String key(ProjectRow row) {
            return row.code();
        }

        @Override
        public List<RowOutcome> apply(List<ImportRow<ProjectRow>> rows) {
            var known = projects.known(rows.stream().map(row -> row.value().code()).toList());
            var fresh = new ArrayList<ImportedProjects.Drawn>();
            var outcomes = RowOutcome.ofEach(rows, row -> {
                var stored = known.get(row.value().code());
                var place = located(row.value().organization(), "/organization");
                access.require(place.path(), Roles.FUND_REQUESTER, Roles.SYSTEM_CLIENT);
                var assisting = row.value().assistingOrganization() == null
                        ? null
                        : located(row.value().assistingOrganization(), "/assistingOrganization");
                return stored == null
                        ? draw(row.value(), place, assisting, fresh)
                        : compared(row.value(), place, assisting, stored);
            });
            projects.insert(fresh);
            fresh.forEach(one -> outbox.append(one.project().changed(ProjectState.DRAFT), one.project().path()));
            return outcomes;
        }

        private RowOutcome draw(ProjectRow row, Access.Located place, Access.Located assisting,
                List<ImportedProjects.Drawn> fresh) {
            row.refuseHalfATarget();
            if (place.equals(assisting)) {
                throw new ProblemException(
                        List.of(ProjectProblems.ASSISTING_IS_ITSELF.at(Place.pointer("/assistingOrganization"))));
            }
            var project = new ServiceProject(row.facts(place.id(), assisting == null ? null : assisting.id()),
                    place.path(), assisting == null ? null : assisting.path(), row.hasTarget());
            if (row.submittedOn() != null) {
                steps.submit(project, row.submittedOn());
            }
            fresh.add(new ImportedProjects.Drawn(project, project.view(null), row));
            return RowOutcome.created(project.id(), project.version());
        }

        /** A project that is known keeps its state; a row that says something else of it is refused. What it leaves empty it does not say. */
        private RowOutcome compared(ProjectRow row, Access.Located place, Access.Located assisting,
                ProjectView stored) {
            boolean same = stored.name().equals(row.name()) && stored.category() == row.category()
                    && stored.nature() == row.nature() && stored.organizationId().equals(place.id())
                    && stored.countyCode().equals(row.countyCode()) && stored.areaCode().equals(row.areaCode())
                    && stored.purposeCode().equals(row.purposeCode())
                    && stored.implementingUnit().equals(row.implementingUnit())
                    && stored.planStart().equals(row.planStart()) && stored.planEnd().equals(row.planEnd())
                    && stored.libraryYear() == row.libraryYear()
                    && unsaidOrSame(assisting == null ? null : assisting.id(), stored.assistingOrganizationId())
                    && unsaidOrSame(row.tasks(), stored.tasks())
                    && unsaidOrSame(row.beneficiaries(), stored.beneficiaries())
                    && unsaidOrSame(row.benefitMechanism(), stored.benefitMechanism());
            if (!same) {
                throw ProjectProblems.DUPLICATE.about();
            }
            return RowOutcome.unchanged(stored.id(), stored.version());
        }

        private static boolean unsaidOrSame(Object said, Object stored) {
            return said == null || said.equals(stored);
        }

        private Access.Located located(String reference, String pointer) {
            return organizations.computeIfAbsent(reference, one -> access.locate(one, Place.pointer(pointer)));
        }
    }
}
