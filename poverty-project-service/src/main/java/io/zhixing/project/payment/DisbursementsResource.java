package io.zhixing.project.payment;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
import io.zhixing.project.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/disbursements")
@Tag(name = "拨付与支付 Disbursements", description = "拨付单、支付明细和银行回单 Payment orders, payee lines, bank receipts")
public class DisbursementsResource {

    private final RequestDisbursement requestDisbursement;
    private final Lists lists;

    DisbursementsResource(RequestDisbursement requestDisbursement, Lists lists) {
        this.requestDisbursement = requestDisbursement;
        this.lists = lists;
    }

    @Schema(name = "RequestDisbursement", description = "申请拨付 A payment order with its lines", examples = """
            {"budgetId":"01912d68-783e-7a0f-8000-0f54b3b0a4da","stage":"FINAL","amountFen":3252700,"on":"2016-09-01",
             "submittedOn":"2016-09-01","lines":[{"payeeName":"示例建筑公司","amountFen":3252700}]}""")
    record RequestDisbursementRequest(
            @Schema(description = "预算 Budget") @NotNull UUID budgetId,
            @Schema(description = "拨付阶段 Stage") @NotNull OrderStage stage,
            @Schema(description = "金额（分） Amount in fen; the lines add up to it") @NotNull @Min(1) @Max(9007199254740991L) Long amountFen,
            @Schema(description = "同意文件 The collective's consent") @Size(min = 1, max = 200) String consentDocument,
            @Schema(description = "业务日期 Day on which it was drawn up") @NotNull LocalDate on,
            @Schema(description = "提交日期 Day on which it was submitted; absent for a draft") LocalDate submittedOn,
            @Schema(description = "支付明细 Payee lines, numbered from 1 in this order; empty where they are imported into the draft") @NotNull @Size(max = 2000) List<@NotNull @Valid LineStated> lines) {

        Disbursement.Facts facts() {
            return new Disbursement.Facts(budgetId, stage, amountFen, consentDocument,
                    lines.stream().map(LineStated::line).toList(), on);
        }
    }

    @Schema(name = "PayeeLineStated", description = "支付明细 A payee line to draw up")
    record LineStated(
            @Schema(description = "受益人 Beneficiary, a person or household; absent for a unit") UUID beneficiaryId,
            @Schema(description = "收款人 Payee; a person's name is masked before it is stored") @NotBlank @Size(max = 200) String payeeName,
            @Schema(description = "欠款 Obligation that it settles, of the budget's county") UUID obligationId,
            @Schema(description = "金额（分） Amount in fen") @NotNull @Min(1) @Max(9007199254740991L) Long amountFen) {

        PayeeLine line() {
            return new PayeeLine(beneficiaryId, payeeName, obligationId, amountFen);
        }
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Roles.FUND_REQUESTER, Roles.SYSTEM_CLIENT})
    @Refuses({"ADVANCE_TOO_HIGH", "COUNTY_MISMATCH", "LINES_DO_NOT_ADD_UP", "NOTICE_REQUIRED", "NOT_ACCEPTED_YET",
            "OUTSIDE_SOURCE_DAYS", "PAYEE_TWICE", "RETENTION_NOT_KEPT", "STEP_OUT_OF_ORDER", "TRANSITION_DAY_INVALID"})
    @Operation(operationId = "requestDisbursement", summary = "申请拨付 / Request a disbursement", description = "连同支付明细；填写提交日期的同时提交。批准前不占用资金。With its payee lines; with submittedOn it is submitted at once. Nothing is reserved before its approval.")
    public RestResponse<DisbursementView> request(@Valid @NotNull RequestDisbursementRequest body,
            @Context UriInfo uri) {
        var order = requestDisbursement.handle(body.facts(), body.submittedOn());
        return ETag.created(uri, order.id(), order.version(), order.view());
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.CAMPAIGN_OFFICER, Roles.FUND_REQUESTER, Roles.FUND_APPROVER, Roles.FUND_CASHIER,
            Roles.SUPERVISOR, Roles.MONEY_AUDITOR, Roles.READER, Roles.SYSTEM_CLIENT})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listDisbursements", summary = "列出拨付单 / List disbursements", description = "范围内的拨付单，count=true时附金额合计。In the caller's scope; with count=true the sum of the amounts.")
    public Page<DisbursementView> list(@BeanParam ListParameters list, @RestQuery String organization,
            @RestQuery String directOnly, @Parameter(description = "项目 Project") @RestQuery String project,
            @Parameter(description = "预算 Budget") @RestQuery String budget,
            @Parameter(description = "状态 State") @RestQuery List<String> state) {
        return lists.answer(Disbursements.LISTING, list.query().subtree(organization, directOnly)
                .id("project", project).id("budget", budget).oneOf("state", state, OrderState.class));
    }
}
