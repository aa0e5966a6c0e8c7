package io.zhixing.project.library;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import io.zhixing.platform.contract.Refuses;
import io.zhixing.platform.list.ListParameters;
import io.zhixing.platform.list.Lists;
import io.zhixing.platform.list.Page;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.retry.Idempotent;
import io.zhixing.platform.retry.ReadOnly;
import io.zhixing.project.CountyCode;
import io.zhixing.project.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/projects")
@Tag(name = "帮扶项目 Projects", description = "项目库、绩效目标、预算和项目步骤 Project library, performance targets, budgets, steps")
public class ProjectsResource {

    private final ProposeProject proposeProject;
    private final Lists lists;

    ProjectsResource(ProposeProject proposeProject, Lists lists) {
        this.proposeProject = proposeProject;
        this.lists = lists;
    }

    @Schema(name = "ProposeProject", description = "编制项目 A project to draw up, with its targets", examples = """
            {"code":"2016-441223-0001","name":"示例村道路硬化","category":"ASSISTANCE","nature":"NEW",
             "organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d6","countyCode":"441223","areaCode":"441223100","purposeCode":"ROAD",
             "implementingUnit":"示例村委会","tasks":"硬化村道1.2公里","beneficiaries":"全村农户","benefitMechanism":"改善出行",
             "planStart":"2016-06-01","planEnd":"2016-12-31","libraryYear":2016,"on":"2016-04-01","submittedOn":"2016-04-05",
             "performanceTargets":[{"kind":"QUANTITY","indicator":"硬化村道","unit":"公里","targetValue":"1.2"}]}""")
    record ProposeProjectRequest(
            @Schema(description = "编码 Code") @NotBlank @Size(max = 60) String code,
            @Schema(description = "名称 Name") @NotBlank @Size(max = 200) String name,
            @Schema(description = "项目类别 Category") @NotNull ProjectCategory category,
            @Schema(description = "项目性质 Nature") @NotNull ProjectNature nature,
            @Schema(description = "所在组织 Territorial organization") @NotNull UUID organizationId,
            @Schema(description = "帮扶组织 Assisting organization, another one") UUID assistingOrganizationId,
            @Schema(description = "县区代码 County code, GB/T 2260") @NotNull @Pattern(regexp = "[0-9]{6}") String countyCode,
            @Schema(description = "地点代码 Division code of the place") @NotNull @Pattern(regexp = "[0-9]{6}|[0-9]{9}|[0-9]{12}") String areaCode,
            @Schema(description = "用途 Purpose; one of the purposes of the sources that pay") @NotBlank @Size(max = 60) String purposeCode,
            @Schema(description = "实施单位 Implementing unit") @NotBlank @Size(max = 200) String implementingUnit,
            @Schema(description = "建设任务 Tasks; needed for the county's review") @Size(min = 1, max = 2000) String tasks,
            @Schema(description = "受益对象 Beneficiaries; needed for the county's review") @Size(min = 1, max = 2000) String beneficiaries,
            @Schema(description = "带贫减贫机制 Benefit mechanism; needed for the county's review") @Size(min = 1, max = 2000) String benefitMechanism,
            @Schema(description = "计划开工日 Planned start") @NotNull LocalDate planStart,
            @Schema(description = "计划完工日 Planned end") @NotNull LocalDate planEnd,
            @Schema(description = "入库年度 Year of the library") @NotNull @Min(2000) @Max(2100) Integer libraryYear,
            @Schema(description = "业务日期 Day on which it was drawn up") @NotNull LocalDate on,
            @Schema(description = "提交日期 Day on which it went to the town; absent for a draft") LocalDate submittedOn,
            @Schema(description = "绩效目标 Performance targets") @Size(max = 50) List<@NotNull @Valid TargetStated> performanceTargets) {

        ServiceProject.Facts facts() {
            return new ServiceProject.Facts(code, name, category, nature, organizationId, assistingOrganizationId,
                    countyCode, areaCode, purposeCode, implementingUnit, tasks, beneficiaries, benefitMechanism,
                    planStart, planEnd, libraryYear, on);
        }

        List<PerformanceTargets.Target> targets() {
            return performanceTargets == null
                    ? List.of()
                    : performanceTargets.stream().map(TargetStated::target).toList();
        }
    }

    @Schema(name = "TargetStated", description = "绩效目标 A target to set")
    record TargetStated(
            @Schema(description = "种类 Kind") @NotNull TargetKind kind,
            @Schema(description = "指标 Indicator") @NotBlank @Size(max = 200) String indicator,
            @Schema(description = "单位 Unit") @NotBlank @Size(max = 20) String unit,
            @Schema(description = "目标值 Value to reach, decimal text") @NotNull @Pattern(regexp = "[0-9]{1,12}(\\.[0-9]{1,4})?") String targetValue) {

        PerformanceTargets.Target target() {
            return new PerformanceTargets.Target(kind, indicator, unit, new BigDecimal(targetValue));
        }
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Roles.FUND_REQUESTER, Roles.SYSTEM_CLIENT})
    @Refuses({"ASSISTING_IS_ITSELF", "COUNTY_MISMATCH", "DUPLICATE", "NOTICE_REQUIRED", "PERFORMANCE_TARGET_MISSING",
            "PERIOD_REVERSED", "STEP_OUT_OF_ORDER", "TRANSITION_DAY_INVALID"})
    @Operation(operationId = "proposeProject", summary = "编制项目 / Propose a project", description = "连同绩效目标；填写提交日期的同时提交镇级审核。With its performance targets; with submittedOn it goes to the town's review at once.")
    public RestResponse<ProjectView> propose(@Valid @NotNull ProposeProjectRequest body, @Context UriInfo uri) {
        var project = proposeProject.handle(body.facts(), body.targets(), body.submittedOn());
        return ETag.created(uri, project.id(), project.version(), project.view(List.of()));
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.CAMPAIGN_OFFICER, Roles.FUND_REQUESTER, Roles.FUND_APPROVER, Roles.FUND_CASHIER,
            Roles.PROJECT_ACCEPTOR, Roles.SUPERVISOR, Roles.MONEY_AUDITOR, Roles.READER, Roles.SYSTEM_CLIENT})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listProjects", summary = "列出项目 / List projects", description = "范围内的项目，count=true时附预算合计；assisted=true列出范围内组织帮扶的项目。In the caller's scope; with count=true the sum of the budgets; with assisted=true the projects that the scope's organizations assist in.")
    public Page<ProjectView> list(@BeanParam ListParameters list, @RestQuery String organization,
            @RestQuery String directOnly, @Parameter(description = "编码 Exact code") @RestQuery String code,
            @Parameter(description = "县区代码 County code") @RestQuery String county,
            @Parameter(description = "用途 Purpose") @RestQuery String purpose,
            @Parameter(description = "项目类别 Category") @RestQuery List<String> category,
            @Parameter(description = "状态 State") @RestQuery List<String> state,
            @Parameter(description = "入库年度在该日已过、尚未安排过资金的入库项目 Entries of the library without a budget whose years are over on this day, such as the first of January for a refresh before the year ends, YYYY-MM-DD") @RestQuery String libraryYearOverOn,
            @Parameter(description = "资金分配 Allocation that pays") @RestQuery String fundAllocation,
            @Parameter(description = "是否列出帮扶的项目 true: by the assisting organization instead of the territory") @RestQuery String assisted,
            @Parameter(description = "有净投入的期间 Net investment in a period: first day/last day/day of knowledge, YYYY-MM-DD each") @RestQuery String investedIn) {
        var query = list.query();
        var listing = query.isTrue("assisted", assisted) ? ServiceProjects.ASSISTED : ServiceProjects.LISTING;
        return lists.answer(listing, query.subtree(organization, directOnly)
                .equal("code", code).formed("county", county, CountyCode.FORM).equal("purpose", purpose)
                .oneOf("category", category, ProjectCategory.class).oneOf("state", state, ProjectState.class)
                .judgedOn("libraryYearOverOn", libraryYearOverOn).id("fundAllocation", fundAllocation)
                .equal("investedIn", InvestmentPeriod.checked(investedIn)));
    }
}
