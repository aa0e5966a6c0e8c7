package io.zhixing.organization.dues;

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

import io.zhixing.organization.Roles;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/local-dues-amounts/{id}")
@Tag(name = "党费 Dues")
public class LocalAmountResource {

    private final LocalAmounts amounts;
    private final MoveLocalAmount moveLocalAmount;
    private final Lists lists;

    LocalAmountResource(LocalAmounts amounts, MoveLocalAmount moveLocalAmount, Lists lists) {
        this.amounts = amounts;
        this.moveLocalAmount = moveLocalAmount;
        this.lists = lists;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Operation(operationId = "getLocalDuesAmount", summary = "读取本地党费定额 / Read a local amount", description = "按标识读取 By its id.")
    public RestResponse<LocalAmountView> get(@RestPath UUID id) {
        var amount = visible(id);
        return ETag.ok(amount.version(), amount.view());
    }

    @GET
    @Path("/transitions")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Operation(operationId = "getLocalDuesAmountTransitions", summary = "查询可执行的步骤 / Steps of a local amount", description = "对当前调用方、以今天为业务日期。For this caller, with today as the day of the step.")
    public Transitions transitions(@RestPath UUID id) {
        return moveLocalAmount.open(visible(id));
    }

    @POST
    @Path("/transitions")
    @Idempotent
    @TakesSteps(MoveLocalAmount.class)
    @RolesAllowed({Roles.OFFICER})
    @Refuses({"SUBMITTER_APPROVES"})
    @Operation(operationId = "moveLocalDuesAmount", summary = "执行步骤 / Take a step of a local amount", description = "confirm 由拟定人以外的人确认施行；withdraw 撤回；end 废止，on为不再施行的第一天，由上一步经办人以外的人办理。confirm: by another person than proposed it; withdraw; end: on is the first day no longer in force, by another person than took the step before.")
    public RestResponse<LocalAmountView> move(@RestPath UUID id, @RestHeader("If-Match") String match,
            @Valid @NotNull Move body) {
        var amount = moveLocalAmount.handle(id, ETag.required(match), body);
        return ETag.ok(amount.version(), amount.view());
    }

    @GET
    @Path("/history")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listLocalDuesAmountHistory", summary = "查询本地党费定额的步骤 / Steps a local amount has taken", description = "按版本排列 In order of versions.")
    public Page<StepHistory.Taken> history(@RestPath UUID id, @BeanParam ListParameters list) {
        visible(id);
        return lists.answer(StepHistory.LISTING, list.query().about(LocalAmount.RESOURCE, id));
    }

    private LocalAmount visible(UUID id) {
        return amounts.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
    }
}
