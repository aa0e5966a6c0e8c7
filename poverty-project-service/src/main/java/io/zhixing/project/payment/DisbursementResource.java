package io.zhixing.project.payment;

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
import io.zhixing.platform.transition.Move;
import io.zhixing.platform.transition.StepHistory;
import io.zhixing.platform.transition.TakesSteps;
import io.zhixing.platform.transition.Transitions;
import io.zhixing.project.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/disbursements/{id}")
@Tag(name = "拨付与支付 Disbursements")
public class DisbursementResource {

    private final Disbursements disbursements;
    private final MoveDisbursement moveDisbursement;
    private final Lists lists;

    DisbursementResource(Disbursements disbursements, MoveDisbursement moveDisbursement, Lists lists) {
        this.disbursements = disbursements;
        this.moveDisbursement = moveDisbursement;
        this.lists = lists;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.CAMPAIGN_OFFICER, Roles.FUND_REQUESTER, Roles.FUND_APPROVER, Roles.FUND_CASHIER,
            Roles.SUPERVISOR, Roles.MONEY_AUDITOR, Roles.READER, Roles.SYSTEM_CLIENT})
    @Operation(operationId = "getDisbursement", summary = "读取拨付单 / Read a disbursement", description = "按标识读取 By its id.")
    public RestResponse<DisbursementView> get(@RestPath UUID id) {
        var order = visible(id);
        return ETag.ok(order.version(), order.view());
    }

    @GET
    @Path("/lines")
    @ReadOnly
    @RolesAllowed({Roles.FUND_REQUESTER, Roles.FUND_APPROVER, Roles.FUND_CASHIER, Roles.MONEY_AUDITOR,
            Roles.SYSTEM_CLIENT})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listDisbursementLines", summary = "列出支付明细 / List payee lines", description = "个人姓名已脱敏，无账号。Persons' names are masked; no bank accounts.")
    public Page<PaymentView> lines(@RestPath UUID id, @BeanParam ListParameters list) {
        return lists.answer(PayeeLines.LISTING, list.query().id("disbursement", visible(id).id().toString()));
    }

    @GET
    @Path("/transitions")
    @ReadOnly
    @RolesAllowed({Roles.CAMPAIGN_OFFICER, Roles.FUND_REQUESTER, Roles.FUND_APPROVER, Roles.FUND_CASHIER,
            Roles.SUPERVISOR, Roles.MONEY_AUDITOR, Roles.READER, Roles.SYSTEM_CLIENT})
    @Operation(operationId = "getDisbursementTransitions", summary = "查询可执行的步骤 / Steps of a disbursement", description = "对当前调用方、以今天为业务日期。For this caller, with today as the day of the step.")
    public Transitions transitions(@RestPath UUID id) {
        return moveDisbursement.open(visible(id));
    }

    @POST
    @Path("/transitions")
    @Idempotent(keyRequired = true)
    @TakesSteps(MoveDisbursement.class)
    @RolesAllowed({Roles.FUND_REQUESTER, Roles.FUND_APPROVER, Roles.FUND_CASHIER, Roles.SYSTEM_CLIENT})
    @Refuses({"ADVANCE_TOO_HIGH", "FOUR_EYES", "IDEMPOTENCY_KEY_REQUIRED", "INSUFFICIENT_FUNDS", "LINES_DO_NOT_ADD_UP",
            "NOTICE_REQUIRED", "NOT_ACCEPTED_YET", "OUTSIDE_SOURCE_DAYS", "PROJECT_NOT_PAYABLE", "REASON_REQUIRED",
            "RETENTION_NOT_KEPT",
            "SOURCE_NOT_PAYABLE", "STEP_OUT_OF_ORDER"})
    @Operation(operationId = "moveDisbursement", summary = "执行拨付步骤 / Take a step of a disbursement", description = "approve 由另一人批准并预留资金；cancel 退还预留；已发送的不能取消。approve by another person reserves the money, cancel gives it back; an order that was sent cannot be cancelled.")
    public RestResponse<DisbursementView> move(@RestPath UUID id, @RestHeader("If-Match") String match,
            @Valid @NotNull Move body) {
        var order = moveDisbursement.handle(id, ETag.required(match), body);
        return ETag.ok(order.version(), order.view());
    }

    @GET
    @Path("/history")
    @ReadOnly
    @RolesAllowed({Roles.CAMPAIGN_OFFICER, Roles.FUND_REQUESTER, Roles.FUND_APPROVER, Roles.FUND_CASHIER,
            Roles.SUPERVISOR, Roles.MONEY_AUDITOR, Roles.READER, Roles.SYSTEM_CLIENT})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listDisbursementHistory", summary = "拨付历史 / History of a disbursement", description = "已执行的步骤 The steps that were taken.")
    public Page<StepHistory.Taken> history(@RestPath UUID id, @BeanParam ListParameters list) {
        return lists.answer(StepHistory.LISTING, list.query().about(Disbursement.RESOURCE, visible(id).id()));
    }

    private Disbursement visible(UUID id) {
        return disbursements.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
    }
}
