package io.zhixing.project.recovery;

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

@Path("/v1/recoveries/{id}")
@Tag(name = "资金收回 Recoveries")
public class RecoveryResource {

    private final Recoveries recoveries;
    private final MoveRecovery moveRecovery;
    private final Lists lists;

    RecoveryResource(Recoveries recoveries, MoveRecovery moveRecovery, Lists lists) {
        this.recoveries = recoveries;
        this.moveRecovery = moveRecovery;
        this.lists = lists;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.CAMPAIGN_OFFICER, Roles.FUND_REQUESTER, Roles.FUND_APPROVER, Roles.FUND_CASHIER,
            Roles.SUPERVISOR, Roles.MONEY_AUDITOR, Roles.READER, Roles.SYSTEM_CLIENT})
    @Operation(operationId = "getRecovery", summary = "读取资金收回 / Read a recovery", description = "按标识读取 By its id.")
    public RestResponse<RecoveryView> get(@RestPath UUID id) {
        var recovery = visible(id);
        return ETag.ok(recovery.version(), recovery.view());
    }

    @GET
    @Path("/transitions")
    @ReadOnly
    @RolesAllowed({Roles.CAMPAIGN_OFFICER, Roles.FUND_REQUESTER, Roles.FUND_APPROVER, Roles.FUND_CASHIER,
            Roles.SUPERVISOR, Roles.MONEY_AUDITOR, Roles.READER, Roles.SYSTEM_CLIENT})
    @Operation(operationId = "getRecoveryTransitions", summary = "查询可执行的步骤 / Steps of a recovery", description = "对当前调用方、以今天为业务日期；已确认的并列出资金方面的障碍。For this caller, with today as the day of the step; of a confirmed one also what would refuse its money.")
    public Transitions transitions(@RestPath UUID id) {
        return moveRecovery.open(visible(id));
    }

    @POST
    @Path("/transitions")
    @Idempotent(keyRequired = true)
    @TakesSteps(MoveRecovery.class)
    @RolesAllowed({Roles.FUND_APPROVER, Roles.FUND_CASHIER})
    @Refuses({"ACCOUNT_CLOSED", "FOUR_EYES", "IDEMPOTENCY_KEY_REQUIRED", "INSUFFICIENT_FUNDS", "REASON_REQUIRED"})
    @Operation(operationId = "moveRecovery", summary = "执行资金收回步骤 / Take a step of a recovery", description = "confirm 由提出人以外的人确认；execute 逐级收回资金，一次完成；dismiss 不予收回，须说明理由。confirm by another person than who proposed it; execute takes the money back level by level, whole or not at all; dismiss with the reason.")
    public RestResponse<RecoveryView> move(@RestPath UUID id, @RestHeader("If-Match") String match,
            @Valid @NotNull Move body) {
        var recovery = moveRecovery.handle(id, ETag.required(match), body);
        return ETag.ok(recovery.version(), recovery.view());
    }

    @GET
    @Path("/history")
    @ReadOnly
    @RolesAllowed({Roles.CAMPAIGN_OFFICER, Roles.FUND_REQUESTER, Roles.FUND_APPROVER, Roles.FUND_CASHIER,
            Roles.SUPERVISOR, Roles.MONEY_AUDITOR, Roles.READER, Roles.SYSTEM_CLIENT})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listRecoveryHistory", summary = "资金收回历史 / History of a recovery", description = "已执行的步骤 The steps that were taken.")
    public Page<StepHistory.Taken> history(@RestPath UUID id, @BeanParam ListParameters list) {
        return lists.answer(StepHistory.LISTING, list.query().about(Recovery.RESOURCE, visible(id).id()));
    }

    private Recovery visible(UUID id) {
        return recoveries.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
    }
}
