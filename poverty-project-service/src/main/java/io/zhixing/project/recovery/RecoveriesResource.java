package io.zhixing.project.recovery;

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
import io.zhixing.project.CountyCode;
import io.zhixing.project.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/recoveries")
@Tag(name = "资金收回 Recoveries", description = "收回结余、闲置和违规使用的资金 Surplus, idle and misused money that is taken back")
public class RecoveriesResource {

    private final ProposeRecovery proposeRecovery;
    private final Lists lists;

    RecoveriesResource(ProposeRecovery proposeRecovery, Lists lists) {
        this.proposeRecovery = proposeRecovery;
        this.lists = lists;
    }

    @Schema(name = "ProposeRecovery", description = "提出收回 A recovery to propose", examples = """
            {"accountId":"01912d68-783e-7a0f-8000-0f54b3b0a4da","kind":"SURPLUS","amountFen":120000,"toLevel":"SOURCE",
             "reason":"项目完工结余","documentNo":"示例〔2016〕9号","on":"2016-11-01"}""")
    record ProposeRecoveryRequest(
            @Schema(description = "被收回的账户 The budget, allocation or source to take from") @NotNull UUID accountId,
            @Schema(description = "收回原因 Kind") @NotNull RecoveryKind kind,
            @Schema(description = "金额（分） Amount in fen") @NotNull @Min(1) @Max(9007199254740991L) Long amountFen,
            @Schema(description = "收回到哪一级 Level above the account to which it goes back") @NotNull RecoveryLevel toLevel,
            @Schema(description = "理由 Reason") @NotBlank @Size(max = 1000) String reason,
            @Schema(description = "文号 Number of the document; it takes from one account once") @NotBlank @Size(max = 100) String documentNo,
            @Schema(description = "业务日期 Day of the proposal, not after today and not before the account had its money") @NotNull LocalDate on) {

        Recovery.Facts facts() {
            return new Recovery.Facts(accountId, kind, amountFen, toLevel, reason, documentNo, on);
        }
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed(Roles.FUND_CASHIER)
    @Refuses({"DUPLICATE", "ROUTE_NOT_ALLOWED", "SOURCE_NOT_PAYABLE", "STEP_OUT_OF_ORDER"})
    @Operation(operationId = "proposeRecovery", summary = "提出资金收回 / Propose a recovery", description = "由县财政提出，另一人确认后执行；提出不占用资金。By the county's finance; another person confirms it before it is executed. A proposal sets nothing aside.")
    public RestResponse<RecoveryView> propose(@Valid @NotNull ProposeRecoveryRequest body, @Context UriInfo uri) {
        var recovery = proposeRecovery.handle(body.facts());
        return ETag.created(uri, recovery.id(), recovery.version(), recovery.view());
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.CAMPAIGN_OFFICER, Roles.FUND_REQUESTER, Roles.FUND_APPROVER, Roles.FUND_CASHIER,
            Roles.SUPERVISOR, Roles.MONEY_AUDITOR, Roles.READER, Roles.SYSTEM_CLIENT})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listRecoveries", summary = "列出资金收回 / List recoveries", description = "范围内的资金收回，count=true时附金额合计。In the caller's scope; with count=true the sum of the amounts.")
    public Page<RecoveryView> list(@BeanParam ListParameters list, @RestQuery String organization,
            @RestQuery String directOnly, @Parameter(description = "收回原因 Kind") @RestQuery List<String> kind,
            @Parameter(description = "状态 State") @RestQuery List<String> state,
            @Parameter(description = "收回到哪一级 Level to which it goes back") @RestQuery List<String> toLevel,
            @Parameter(description = "县区代码 County code") @RestQuery String county,
            @Parameter(description = "文号 Number of the document") @RestQuery String documentNo,
            @Parameter(description = "被收回的账户 The budget, allocation or source that it takes from") @RestQuery String account,
            @Parameter(description = "项目预算 Budget") @RestQuery String budget,
            @Parameter(description = "资金分配 Allocation, also what is taken from its budgets") @RestQuery String fundAllocation,
            @Parameter(description = "资金来源 Fund source, also what is taken from its allocations and budgets") @RestQuery String fundSource) {
        return lists.answer(Recoveries.LISTING, list.query().subtree(organization, directOnly)
                .oneOf("kind", kind, RecoveryKind.class).oneOf("state", state, RecoveryState.class)
                .oneOf("toLevel", toLevel, RecoveryLevel.class).formed("county", county, CountyCode.FORM)
                .equal("documentNo", documentNo).id("account", account).id("budget", budget)
                .id("fundAllocation", fundAllocation).id("fundSource", fundSource));
    }
}
