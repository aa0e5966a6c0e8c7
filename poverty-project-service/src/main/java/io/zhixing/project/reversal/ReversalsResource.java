package io.zhixing.project.reversal;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

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
import io.zhixing.platform.transition.Move;
import io.zhixing.platform.transition.StepHistory;
import io.zhixing.platform.transition.TakesSteps;
import io.zhixing.platform.transition.Transitions;
import io.zhixing.project.Roles;
import io.zhixing.project.reversal.ReversalRequest.ReversalState;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/reversals")
@Tag(name = "冲销 Reversals", description = "更正记账错误：一人申请，另一人确认 Corrections of a clerk's errors: one person asks, another confirms")
public class ReversalsResource {

    /** As many digits as every number of a journal has. */
    private static final Pattern JOURNAL = Pattern.compile("[0-9]{1,18}");

    private final ReversalRequests requests;
    private final MoveReversal moveReversal;
    private final Lists lists;

    ReversalsResource(ReversalRequests requests, MoveReversal moveReversal, Lists lists) {
        this.requests = requests;
        this.moveReversal = moveReversal;
        this.lists = lists;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.FUND_REQUESTER, Roles.FUND_APPROVER, Roles.FUND_CASHIER, Roles.MONEY_AUDITOR,
            Roles.SYSTEM_CLIENT})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listReversals", summary = "列出冲销申请 / List reversals", description = "范围内凭证的冲销申请及其结果。Requests to reverse journals of the caller's scope, with what became of them.")
    public Page<ReversalView> list(@BeanParam ListParameters list, @RestQuery String organization,
            @RestQuery String directOnly, @Parameter(description = "凭证号 Journal") @RestQuery String journal,
            @Parameter(description = "状态 State") @RestQuery List<String> state) {
        return lists.answer(ReversalRequests.LISTING, list.query().subtree(organization, directOnly)
                .formed("journal", journal, JOURNAL).oneOf("state", state, ReversalState.class));
    }

    @GET
    @Path("/{id}")
    @ReadOnly
    @RolesAllowed({Roles.FUND_REQUESTER, Roles.FUND_APPROVER, Roles.FUND_CASHIER, Roles.MONEY_AUDITOR,
            Roles.SYSTEM_CLIENT})
    @Operation(operationId = "getReversal", summary = "读取冲销申请 / Read a reversal", description = "按标识读取 By its id.")
    public RestResponse<ReversalView> get(@RestPath UUID id) {
        var request = visible(id);
        return ETag.ok(request.version(), request.view());
    }

    @GET
    @Path("/{id}/transitions")
    @ReadOnly
    @RolesAllowed({Roles.FUND_REQUESTER, Roles.FUND_APPROVER, Roles.FUND_CASHIER, Roles.MONEY_AUDITOR,
            Roles.SYSTEM_CLIENT})
    @Operation(operationId = "getReversalTransitions", summary = "查询可执行的步骤 / Steps of a reversal", description = "对当前调用方、以今天为业务日期。For this caller, with today as the day of the step.")
    public Transitions transitions(@RestPath UUID id) {
        return moveReversal.open(visible(id));
    }

    @POST
    @Path("/{id}/transitions")
    @Idempotent(keyRequired = true)
    @TakesSteps(MoveReversal.class)
    @RolesAllowed({Roles.FUND_CASHIER, Roles.FUND_APPROVER})
    @Refuses({"ACCOUNT_CLOSED", "FOUR_EYES", "IDEMPOTENCY_KEY_REQUIRED", "INSUFFICIENT_FUNDS", "NOT_REVERSIBLE",
            "OVER_SETTLED", "REASON_REQUIRED", "RETURN_NOT_REVERSIBLE", "STEP_OUT_OF_ORDER"})
    @Operation(operationId = "moveReversal", summary = "执行冲销步骤 / Take a step of a reversal", description = "confirm 由另一人确认，整张凭证反向记账，资金来源、分配、预算、拨付单、明细、欠款和资金收回随之更正；dismiss 不予冲销或撤回，须说明理由。confirm by another person posts the mirror image of the whole journal, and source, allocation, budget, order, payee lines, obligations and recovery follow; dismiss refuses or withdraws it, with the reason.")
    public RestResponse<ReversalView> move(@RestPath UUID id, @RestHeader("If-Match") String match,
            @Valid @NotNull Move body) {
        var request = moveReversal.handle(id, ETag.required(match), body);
        return ETag.ok(request.version(), request.view());
    }

    @GET
    @Path("/{id}/history")
    @ReadOnly
    @RolesAllowed({Roles.FUND_REQUESTER, Roles.FUND_APPROVER, Roles.FUND_CASHIER, Roles.MONEY_AUDITOR,
            Roles.SYSTEM_CLIENT})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listReversalHistory", summary = "冲销历史 / History of a reversal", description = "已执行的步骤 The steps that were taken.")
    public Page<StepHistory.Taken> history(@RestPath UUID id, @BeanParam ListParameters list) {
        return lists.answer(StepHistory.LISTING, list.query().about(ReversalRequest.RESOURCE, visible(id).id()));
    }

    private ReversalRequest visible(UUID id) {
        return requests.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
    }
}
