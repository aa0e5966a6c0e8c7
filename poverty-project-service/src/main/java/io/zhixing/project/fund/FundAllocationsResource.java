package io.zhixing.project.fund;

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
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.retry.Idempotent;
import io.zhixing.platform.retry.ReadOnly;
import io.zhixing.project.CountyCode;
import io.zhixing.project.Roles;
import io.zhixing.project.ledger.BalanceView;
import io.zhixing.project.ledger.Ledger;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/fund-allocations")
@Tag(name = "资金来源 Fund sources")
public class FundAllocationsResource {

    private final AllocateFunds allocateFunds;
    private final FundAllocations allocations;
    private final Ledger ledger;
    private final Lists lists;

    FundAllocationsResource(AllocateFunds allocateFunds, FundAllocations allocations, Ledger ledger, Lists lists) {
        this.allocateFunds = allocateFunds;
        this.allocations = allocations;
        this.ledger = ledger;
        this.lists = lists;
    }

    @Schema(name = "AllocateFunds", description = "分配下达 Part of a source to give to a county", examples = """
            {"fundSourceId":"01912d68-783e-7a0f-8000-0f54b3b0a4d1","organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d4",
             "countyCode":"441223","documentNo":"示例〔2016〕2号","amountFen":300000000,"on":"2016-03-10"}""")
    record AllocateFundsRequest(
            @Schema(description = "资金来源 Fund source") @NotNull UUID fundSourceId,
            @Schema(description = "接收组织 Receiving organization") @NotNull UUID organizationId,
            @Schema(description = "县区代码 County code, GB/T 2260") @NotNull @Pattern(regexp = "[0-9]{6}") String countyCode,
            @Schema(description = "文号 Number of the document") @NotBlank @Size(max = 100) String documentNo,
            @Schema(description = "金额（分） Amount in fen") @NotNull @Min(1) @Max(9007199254740991L) Long amountFen,
            @Schema(description = "业务日期 Day of the document") @NotNull LocalDate on) {

        FundAllocation.Facts facts() {
            return new FundAllocation.Facts(fundSourceId, organizationId, countyCode, documentNo, amountFen, on);
        }
    }

    @POST
    @Idempotent(keyRequired = true)
    @ResponseStatus(201)
    @RolesAllowed({Roles.FUND_CASHIER, Roles.SYSTEM_CLIENT})
    @Refuses({"DUPLICATE", "IDEMPOTENCY_KEY_REQUIRED", "INSUFFICIENT_FUNDS", "OUTSIDE_SOURCE_DAYS",
            "ROUTE_NOT_ALLOWED", "SOURCE_NOT_PAYABLE", "STEP_OUT_OF_ORDER"})
    @Operation(operationId = "allocateFunds", summary = "分配下达资金 / Allocate funds", description = "从生效的来源分配给一个县；合计不得超过来源金额，且在来源可用期内。From an active source to one county; together never more than the source, and on one of its days.")
    public RestResponse<FundAllocationView> allocate(@Valid @NotNull AllocateFundsRequest body,
            @Context UriInfo uri) {
        var allocation = allocateFunds.handle(body.facts());
        return ETag.created(uri, allocation.id(), allocation.version(), allocation.view());
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.CAMPAIGN_OFFICER, Roles.FUND_REQUESTER, Roles.FUND_APPROVER, Roles.FUND_CASHIER,
            Roles.PROJECT_ACCEPTOR, Roles.SUPERVISOR, Roles.MONEY_AUDITOR, Roles.READER, Roles.SYSTEM_CLIENT})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listFundAllocations", summary = "列出资金分配 / List allocations", description = "范围内的分配，count=true时附金额合计。In the caller's scope; with count=true the sum of the amounts.")
    public Page<FundAllocationView> list(@BeanParam ListParameters list, @RestQuery String organization,
            @RestQuery String directOnly,
            @Parameter(description = "资金来源 Fund source") @RestQuery String fundSource,
            @Parameter(description = "县区代码 County code") @RestQuery String county,
            @Parameter(description = "文号 Number of the document") @RestQuery String documentNo,
            @Parameter(description = "资金类别 Category of the source") @RestQuery List<String> category) {
        return lists.answer(FundAllocations.LISTING, list.query().subtree(organization, directOnly)
                .id("fundSource", fundSource).formed("county", county, CountyCode.FORM).equal("documentNo", documentNo)
                .oneOf("category", category, FundSource.FundCategory.class));
    }

    @GET
    @Path("/{id}")
    @ReadOnly
    @RolesAllowed({Roles.CAMPAIGN_OFFICER, Roles.FUND_REQUESTER, Roles.FUND_APPROVER, Roles.FUND_CASHIER,
            Roles.PROJECT_ACCEPTOR, Roles.SUPERVISOR, Roles.MONEY_AUDITOR, Roles.READER, Roles.SYSTEM_CLIENT})
    @Operation(operationId = "getFundAllocation", summary = "读取资金分配 / Read an allocation", description = "按标识读取 By its id.")
    public RestResponse<FundAllocationView> get(@RestPath UUID id) {
        var allocation = visible(id);
        return ETag.ok(allocation.version(), allocation.view());
    }

    @GET
    @Path("/{id}/balance")
    @ReadOnly
    @RolesAllowed({Roles.FUND_APPROVER, Roles.FUND_CASHIER, Roles.MONEY_AUDITOR})
    @Operation(operationId = "getFundAllocationBalance", summary = "查询分配余额 / Balance of an allocation", description = "已入、已出、预留和可用，单位为分。Received, given, reserved and available, in fen.")
    public BalanceView balance(@RestPath UUID id) {
        visible(id);
        return ledger.balance(id).map(BalanceView::of).orElseThrow(PlatformProblems.NOT_FOUND::about);
    }

    private FundAllocation visible(UUID id) {
        return allocations.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
    }
}
