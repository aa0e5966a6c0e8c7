package io.zhixing.project.payment;

import java.util.List;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/unallocated-returns")
@Tag(name = "关账后退回 Returns after close", description = "预算关闭后银行退回的款项 What the bank gave back when the budget was closed")
public class UnallocatedReturnsResource {

    private final UnallocatedReturns returns;
    private final MoveReturn moveReturn;
    private final Lists lists;

    UnallocatedReturnsResource(UnallocatedReturns returns, MoveReturn moveReturn, Lists lists) {
        this.returns = returns;
        this.moveReturn = moveReturn;
        this.lists = lists;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.FUND_REQUESTER, Roles.FUND_APPROVER, Roles.FUND_CASHIER, Roles.MONEY_AUDITOR,
            Roles.SYSTEM_CLIENT})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listUnallocatedReturns", summary = "列出关账后退回 / List returns after close", description = "范围内的关账后退回，count=true时附金额合计。In the caller's scope; with count=true the sum of the amounts.")
    public Page<UnallocatedReturnView> list(@BeanParam ListParameters list, @RestQuery String organization,
            @RestQuery String directOnly, @Parameter(description = "拨付单 Disbursement") @RestQuery String disbursement,
            @Parameter(description = "状态 State") @RestQuery List<String> state) {
        return lists.answer(UnallocatedReturns.LISTING, list.query().subtree(organization, directOnly)
                .id("disbursement", disbursement).oneOf("state", state, ReturnState.class));
    }

    @GET
    @Path("/{id}")
    @ReadOnly
    @RolesAllowed({Roles.FUND_REQUESTER, Roles.FUND_APPROVER, Roles.FUND_CASHIER, Roles.MONEY_AUDITOR,
            Roles.SYSTEM_CLIENT})
    @Operation(operationId = "getUnallocatedReturn", summary = "读取关账后退回 / Read a return after close", description = "按标识读取 By its id.")
    public RestResponse<UnallocatedReturnView> get(@RestPath UUID id) {
        var returned = visible(id);
        return ETag.ok(returned.version(), returned.view());
    }

    @GET
    @Path("/{id}/transitions")
    @ReadOnly
    @RolesAllowed({Roles.FUND_REQUESTER, Roles.FUND_APPROVER, Roles.FUND_CASHIER, Roles.MONEY_AUDITOR,
            Roles.SYSTEM_CLIENT})
    @Operation(operationId = "getUnallocatedReturnTransitions", summary = "查询可执行的步骤 / Steps of a return after close", description = "对当前调用方、以今天为业务日期。For this caller, with today as the day of the step.")
    public Transitions transitions(@RestPath UUID id) {
        return moveReturn.open(visible(id));
    }

    @POST
    @Path("/{id}/transitions")
    @Idempotent(keyRequired = true)
    @TakesSteps(MoveReturn.class)
    @RolesAllowed({Roles.FUND_CASHIER, Roles.FUND_APPROVER})
    @Refuses({"ALREADY_REFUNDED", "DOCUMENT_REQUIRED", "FIELD_OF_ANOTHER_STEP", "FOUR_EYES", "IDEMPOTENCY_KEY_REQUIRED",
            "REASON_REQUIRED", "STEP_OUT_OF_ORDER"})
    @Operation(operationId = "moveUnallocatedReturn", summary = "执行关账后退回的步骤 / Take a step of a return after close", description = "request-reopening 由县财政凭文件申请；reopen 由另一人批准：账户重开，明细退回，资金上收至未关闭的上级，账户再关闭，一次完成。request-reopening by the county's finance with a document; reopen by another person, at once: the account is opened, the line comes back, its money goes up to the first account that was not closed, and the account is closed again.")
    public RestResponse<UnallocatedReturnView> move(@RestPath UUID id, @RestHeader("If-Match") String match,
            @Valid @NotNull ReturnMove body) {
        var returned = moveReturn.handle(id, ETag.required(match), body);
        return ETag.ok(returned.version(), returned.view());
    }

    @GET
    @Path("/{id}/history")
    @ReadOnly
    @RolesAllowed({Roles.FUND_REQUESTER, Roles.FUND_APPROVER, Roles.FUND_CASHIER, Roles.MONEY_AUDITOR,
            Roles.SYSTEM_CLIENT})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listUnallocatedReturnHistory", summary = "关账后退回历史 / History of a return after close", description = "已执行的步骤 The steps that were taken.")
    public Page<StepHistory.Taken> history(@RestPath UUID id, @BeanParam ListParameters list) {
        return lists.answer(StepHistory.LISTING, list.query().about(UnallocatedReturn.RESOURCE, visible(id).id()));
    }

    private UnallocatedReturn visible(UUID id) {
        return returns.find(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
    }
}
