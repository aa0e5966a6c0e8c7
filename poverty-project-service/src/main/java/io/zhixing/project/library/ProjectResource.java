package io.zhixing.project.library;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.zhixing.platform.contract.Refuses;
import io.zhixing.platform.list.ListParameters;
import io.zhixing.platform.list.Lists;
import io.zhixing.platform.list.Page;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.retry.Idempotent;
import io.zhixing.platform.retry.ReadOnly;
import io.zhixing.platform.transition.StepHistory;
import io.zhixing.platform.transition.TakesSteps;
import io.zhixing.platform.transition.Transitions;
import io.zhixing.project.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/projects/{id}")
@Tag(name = "帮扶项目 Projects")
public class ProjectResource {

    private final ServiceProjects projects;
    private final MoveProject moveProject;
    private final ProjectSteps steps;
    private final ProjectBudgets budgets;
    private final Lists lists;

    ProjectResource(ServiceProjects projects, MoveProject moveProject, ProjectSteps steps,
            ProjectBudgets budgets, Lists lists) {
        this.projects = projects;
        this.moveProject = moveProject;
        this.steps = steps;
        this.budgets = budgets;
        this.lists = lists;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.CAMPAIGN_OFFICER, Roles.FUND_REQUESTER, Roles.FUND_APPROVER, Roles.FUND_CASHIER,
            Roles.PROJECT_ACCEPTOR, Roles.SUPERVISOR, Roles.MONEY_AUDITOR, Roles.READER, Roles.SYSTEM_CLIENT})
    @Operation(operationId = "getProject", summary = "读取项目 / Read a project", description = "所在组织的范围和帮扶组织可读。For the territorial organization's scope and the assisting organization.")
    public RestResponse<ProjectView> get(@RestPath UUID id) {
        var project = visible(id);
        return ETag.ok(project.version(), project.view(budgets.of(project)));
    }

    @GET
    @Path("/transitions")
    @ReadOnly
    @RolesAllowed({Roles.CAMPAIGN_OFFICER, Roles.FUND_REQUESTER, Roles.FUND_APPROVER, Roles.FUND_CASHIER,
            Roles.PROJECT_ACCEPTOR, Roles.SUPERVISOR, Roles.MONEY_AUDITOR, Roles.READER, Roles.SYSTEM_CLIENT})
    @Operation(operationId = "getProjectTransitions", summary = "查询可执行的步骤 / Steps of a project", description = "对当前调用方、以今天为业务日期。For this caller, with today as the day of the step.")
    public Transitions transitions(@RestPath UUID id) {
        return steps.open(visible(id));
    }

    @POST
    @Path("/transitions")
    @Idempotent(keyRequired = true)
    @TakesSteps(ProjectSteps.class)
    @RolesAllowed({Roles.FUND_REQUESTER, Roles.FUND_APPROVER, Roles.FUND_CASHIER, Roles.PROJECT_ACCEPTOR,
            Roles.SUPERVISOR})
    @Refuses({"ACCEPTANCE_INCOMPLETE", "ACCOUNT_CLOSED", "BUDGET_REQUIRED", "COUNTY_MISMATCH", "DUPLICATE",
            "EARMARK_MISMATCH", "ENTRY_INCOMPLETE", "FIELD_OF_ANOTHER_STEP", "FOUR_EYES", "IDEMPOTENCY_KEY_REQUIRED",
            "INSUFFICIENT_FUNDS", "LIBRARY_YEAR_OVER", "MONEY_LEFT", "NOTICE_OPEN", "NOTICE_OVERLAPS",
            "NOTICE_REQUIRED", "NOTICE_TOO_SHORT",
            "NO_OBJECTION_UPHELD",
            "OBJECTION_OPEN", "OBJECTION_UPHELD", "OUTSIDE_SOURCE_DAYS", "PERFORMANCE_TARGET_MISSING",
            "REASON_REQUIRED", "RESUMES_ELSEWHERE",
            "SOURCE_NOT_PAYABLE", "STEP_OUT_OF_ORDER", "TARGET_UNKNOWN", "TARGET_VALUES_MISSING"})
    @Operation(operationId = "moveProject", summary = "执行项目步骤 / Take a step of a project", description = "publish 同时发布县级入库公示；list 同时结束该公示；uphold-objection 须先有异议成立；fund 可连同预算；其他步骤的字段不接受。publish puts up the county's entry notice, list takes it down as passed, uphold-objection needs an objection that was upheld, fund may bring its budgets; fields of another step are refused.")
    public RestResponse<ProjectView> move(@RestPath UUID id, @RestHeader("If-Match") String match,
            @Valid @NotNull ProjectMove body) {
        var project = moveProject.handle(id, ETag.required(match), body);
        return ETag.ok(project.version(), project.view(budgets.of(project)));
    }

    @GET
    @Path("/history")
    @ReadOnly
    @RolesAllowed({Roles.CAMPAIGN_OFFICER, Roles.FUND_REQUESTER, Roles.FUND_APPROVER, Roles.FUND_CASHIER,
            Roles.PROJECT_ACCEPTOR, Roles.SUPERVISOR, Roles.MONEY_AUDITOR, Roles.READER, Roles.SYSTEM_CLIENT})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listProjectHistory", summary = "项目历史 / History of a project", description = "已执行的步骤 The steps that were taken.")
    public Page<StepHistory.Taken> history(@RestPath UUID id, @BeanParam ListParameters list) {
        return lists.answer(StepHistory.LISTING, list.query().about(ServiceProject.RESOURCE, visible(id).id()));
    }

    private ServiceProject visible(UUID id) {
        return projects.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
    }
}
