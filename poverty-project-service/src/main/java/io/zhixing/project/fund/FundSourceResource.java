package io.zhixing.project.fund;

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
import io.zhixing.project.ledger.BalanceView;
import io.zhixing.project.ledger.Ledger;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/fund-sources/{id}")
@Tag(name = "资金来源 Fund sources")
public class FundSourceResource {

    private final FundSources sources;
    private final MoveFundSource moveFundSource;
    private final Ledger ledger;
    private final Lists lists;

    FundSourceResource(FundSources sources, MoveFundSource moveFundSource, Ledger ledger, Lists lists) {
        this.sources = sources;
        this.moveFundSource = moveFundSource;
        this.ledger = ledger;
        this.lists = lists;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.CAMPAIGN_OFFICER, Roles.FUND_REQUESTER, Roles.FUND_APPROVER, Roles.FUND_CASHIER,
            Roles.PROJECT_ACCEPTOR, Roles.SUPERVISOR, Roles.MONEY_AUDITOR, Roles.READER, Roles.SYSTEM_CLIENT})
    @Operation(operationId = "getFundSource", summary = "读取资金来源 / Read a fund source", description = "按标识读取 By its id.")
    public RestResponse<FundSourceView> get(@RestPath UUID id) {
        var source = visible(id);
        return ETag.ok(source.version(), source.view(sources.purposes(id)));
    }

    @GET
    @Path("/balance")
    @ReadOnly
    @RolesAllowed({Roles.FUND_APPROVER, Roles.FUND_CASHIER, Roles.MONEY_AUDITOR})
    @Operation(operationId = "getFundSourceBalance", summary = "查询资金来源余额 / Balance of a fund source", description = "已入、已出、预留和可用，单位为分。Received, given, reserved and available, in fen.")
    public BalanceView balance(@RestPath UUID id) {
        visible(id);
        return ledger.balance(id).map(BalanceView::of).orElseThrow(PlatformProblems.NOT_FOUND::about);
    }

    @GET
    @Path("/transitions")
    @ReadOnly
    @RolesAllowed({Roles.CAMPAIGN_OFFICER, Roles.FUND_REQUESTER, Roles.FUND_APPROVER, Roles.FUND_CASHIER,
            Roles.SUPERVISOR, Roles.MONEY_AUDITOR, Roles.READER, Roles.SYSTEM_CLIENT})
    @Operation(operationId = "getFundSourceTransitions", summary = "查询可执行的步骤 / Steps of a fund source", description = "对当前调用方、以今天为业务日期。For this caller, with today as the day of the step.")
    public Transitions transitions(@RestPath UUID id) {
        return moveFundSource.open(visible(id));
    }

    @POST
    @Path("/transitions")
    @Idempotent(keyRequired = true)
    @TakesSteps(MoveFundSource.class)
    @RolesAllowed({Roles.FUND_CASHIER, Roles.SUPERVISOR})
    @Refuses({"ACCOUNT_CLOSED", "IDEMPOTENCY_KEY_REQUIRED", "STEP_OUT_OF_ORDER"})
    @Operation(operationId = "moveFundSource", summary = "执行资金来源步骤 / Take a step of a fund source", description = "activate 生效后资金入账；freeze 冻结后不再批准新的拨付，已发送的仍可入账。activate brings the money in; after freeze nothing new is approved, orders already sent still receive their receipts.")
    public RestResponse<FundSourceView> move(@RestPath UUID id, @RestHeader("If-Match") String match,
            @Valid @NotNull Move body) {
        var source = moveFundSource.handle(id, ETag.required(match), body);
        return ETag.ok(source.version(), source.view(sources.purposes(id)));
    }

    @GET
    @Path("/history")
    @ReadOnly
    @RolesAllowed({Roles.CAMPAIGN_OFFICER, Roles.FUND_REQUESTER, Roles.FUND_APPROVER, Roles.FUND_CASHIER,
            Roles.PROJECT_ACCEPTOR, Roles.SUPERVISOR, Roles.MONEY_AUDITOR, Roles.READER, Roles.SYSTEM_CLIENT})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listFundSourceHistory", summary = "资金来源历史 / History of a fund source", description = "已执行的步骤 The steps that were taken.")
    public Page<StepHistory.Taken> history(@RestPath UUID id, @BeanParam ListParameters list) {
        return lists.answer(StepHistory.LISTING, list.query().about(FundSource.RESOURCE, visible(id).id()));
    }

    private FundSource visible(UUID id) {
        return sources.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
    }
}
