package io.zhixing.organization.screening;

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
import io.zhixing.platform.transition.StepHistory;
import io.zhixing.platform.transition.TakesSteps;
import io.zhixing.platform.transition.Transitions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/screening-items/{id}")
@Tag(name = "集中排查 Screening")
public class ItemResource {

    private final Items items;
    private final MoveItem moveItem;
    private final Lists lists;

    ItemResource(Items items, MoveItem moveItem, Lists lists) {
        this.items = items;
        this.moveItem = moveItem;
        this.lists = lists;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Operation(operationId = "getScreeningItem", summary = "读取排查项 / Read an item", description = "按标识读取 By its id.")
    public RestResponse<ItemView> get(@RestPath UUID id) {
        var found = visible(id);
        return ETag.ok(found.version(), found.view());
    }

    @GET
    @Path("/transitions")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Operation(operationId = "getScreeningItemTransitions", summary = "查询可执行的步骤 / Steps of an item", description = "对当前调用方、以今天为业务日期。For this caller, with today as the day of the step.")
    public Transitions transitions(@RestPath UUID id) {
        return moveItem.open(visible(id));
    }

    @POST
    @Path("/transitions")
    @Idempotent
    @TakesSteps(MoveItem.class)
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.SYSTEM})
    @Refuses({"SCREENING_FINDING_INCOMPLETE", "SHEET_NOT_RETURNED"})
    @Operation(operationId = "moveScreeningItem", summary = "执行步骤 / Take a step of an item", description = "confirm 确认正常；report 报告问题及措施；settle 处理完毕；hand-on 移交；take-back 退回后收回答复，原答复留在步骤记录中。confirm, or report a finding with its action; then settle it or hand it on. While a returned sheet is open, take-back clears the answer for another one; the history keeps it.")
    public RestResponse<ItemView> move(@RestPath UUID id, @RestHeader("If-Match") String match,
            @Valid @NotNull ItemMove body) {
        var moved = moveItem.handle(id, ETag.required(match), body);
        return ETag.ok(moved.version(), moved.view());
    }

    @GET
    @Path("/history")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listScreeningItemHistory", summary = "查询排查项的步骤 / Steps an item has taken", description = "按版本排列 In order of versions.")
    public Page<StepHistory.Taken> history(@RestPath UUID id, @BeanParam ListParameters list) {
        visible(id);
        return lists.answer(StepHistory.LISTING, list.query().about(ScreeningItem.RESOURCE, id));
    }

    private ScreeningItem visible(UUID id) {
        return items.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
    }
}
