package io.zhixing.project.library;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
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
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.retry.Idempotent;
import io.zhixing.platform.retry.ReadOnly;
import io.zhixing.project.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/project-budgets")
@Tag(name = "帮扶项目 Projects")
public class ProjectBudgetsResource {

    private final ApproveBudget approveBudget;
    private final ProjectBudgets budgets;
    private final Lists lists;

    ProjectBudgetsResource(ApproveBudget approveBudget, ProjectBudgets budgets, Lists lists) {
        this.approveBudget = approveBudget;
        this.budgets = budgets;
        this.lists = lists;
    }

    @Schema(name = "ApproveBudget", description = "追加预算 A further budget of a project", examples = """
            {"projectId":"01912d68-783e-7a0f-8000-0f54b3b0a4d5","fundAllocationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d3",
             "amountFen":3252700,"on":"2016-06-20"}""")
    record ApproveBudgetRequest(
            @Schema(description = "项目 Project") @NotNull UUID projectId,
            @Schema(description = "资金分配 Allocation of the project's county") @NotNull UUID fundAllocationId,
            @Schema(description = "金额（分） Amount in fen") @NotNull @Min(1) @Max(9007199254740991L) Long amountFen,
            @Schema(description = "业务日期 Day of the approval") @NotNull LocalDate on) {}

    @POST
    @Idempotent(keyRequired = true)
    @ResponseStatus(201)
    @RolesAllowed({Roles.FUND_CASHIER})
    @Refuses({"COUNTY_MISMATCH", "DUPLICATE", "EARMARK_MISMATCH", "IDEMPOTENCY_KEY_REQUIRED", "INSUFFICIENT_FUNDS",
            "LIBRARY_YEAR_OVER", "OUTSIDE_SOURCE_DAYS", "PROJECT_NOT_PAYABLE", "ROUTE_NOT_ALLOWED",
            "SOURCE_NOT_PAYABLE", "STEP_OUT_OF_ORDER"})
    @Operation(operationId = "approveProjectBudget", summary = "追加项目预算 / Approve a further budget", description = "来自另一笔分配；县区、用途须相符，合计不得超过该分配。From another allocation; county and purpose must fit, together never more than the allocation.")
    public RestResponse<BudgetView> approve(@Valid @NotNull ApproveBudgetRequest body, @Context UriInfo uri) {
        var budget = approveBudget.handle(body.projectId(), body.fundAllocationId(), body.amountFen(), body.on());
        return ETag.created(uri, budget.id(), budget.version(), budget);
    }

    @GET
    @Path("/{id}")
    @ReadOnly
    @RolesAllowed({Roles.CAMPAIGN_OFFICER, Roles.FUND_REQUESTER, Roles.FUND_APPROVER, Roles.FUND_CASHIER,
            Roles.PROJECT_ACCEPTOR, Roles.SUPERVISOR, Roles.MONEY_AUDITOR, Roles.READER, Roles.SYSTEM_CLIENT})
    @Operation(operationId = "getProjectBudget", summary = "读取项目预算 / Read a project budget", description = "附账户余额，单位为分；项目所在组织的范围和帮扶组织可读。With what its account holds, in fen; for the scope of the project's organization and the assisting one.")
    public RestResponse<BudgetView> get(@RestPath UUID id) {
        var budget = budgets.find(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        return ETag.ok(budget.version(), budget.movement(), budget);
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.CAMPAIGN_OFFICER, Roles.FUND_REQUESTER, Roles.FUND_APPROVER, Roles.FUND_CASHIER,
            Roles.PROJECT_ACCEPTOR, Roles.SUPERVISOR, Roles.MONEY_AUDITOR, Roles.READER, Roles.SYSTEM_CLIENT})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listProjectBudgets", summary = "列出项目预算 / List project budgets", description = "附账户余额，单位为分；assisted=true列出范围内组织帮扶的项目的预算。With what each account holds, in fen; with assisted=true the budgets of the projects that the scope's organizations assist in.")
    public Page<BudgetView> list(@BeanParam ListParameters list, @RestQuery String organization,
            @RestQuery String directOnly, @Parameter(description = "项目 Project") @RestQuery String project,
            @Parameter(description = "资金分配 Allocation") @RestQuery String fundAllocation,
            @Parameter(description = "是否列出帮扶的项目的预算 true: by the assisting organization instead of the territory") @RestQuery String assisted) {
        var query = list.query();
        var listing = query.isTrue("assisted", assisted) ? ProjectBudgets.ASSISTED : ProjectBudgets.LISTING;
        return lists.answer(listing, query.subtree(organization, directOnly)
                .id("project", project).id("fundAllocation", fundAllocation));
    }
}
