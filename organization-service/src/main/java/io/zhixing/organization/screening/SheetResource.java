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
import io.zhixing.platform.transition.Move;
import io.zhixing.platform.transition.StepHistory;
import io.zhixing.platform.transition.TakesSteps;
import io.zhixing.platform.transition.Transitions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/screening-sheets/{id}")
@Tag(name = "集中排查 Screening")
public class SheetResource {

    private final Sheets sheets;
    private final MoveSheet moveSheet;
    private final Lists lists;

    SheetResource(Sheets sheets, MoveSheet moveSheet, Lists lists) {
        this.sheets = sheets;
        this.moveSheet = moveSheet;
        this.lists = lists;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Operation(operationId = "getScreeningSheet", summary = "读取支部排查表 / Read a sheet", description = "按标识读取 By its id.")
    public RestResponse<SheetView> get(@RestPath UUID id) {
        var found = visible(id);
        return ETag.ok(found.version(), sheets.view(id));
    }

    @GET
    @Path("/transitions")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Operation(operationId = "getScreeningSheetTransitions", summary = "查询可执行的步骤 / Steps of a sheet", description = "对当前调用方、以今天为业务日期。For this caller, with today as the day of the step.")
    public Transitions transitions(@RestPath UUID id) {
        return moveSheet.open(visible(id));
    }

    @POST
    @Path("/transitions")
    @Idempotent
    @TakesSteps(MoveSheet.class)
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.SYSTEM})
    @Refuses({"SHEET_UNCHECKED", "STEP_REASON_REQUIRED", "SUBMITTER_APPROVES"})
    @Operation(operationId = "moveScreeningSheet", summary = "执行步骤 / Take a step of a sheet", description = "self-check 支部自查完成；review、return 所属基层党委审核或退回。self-check by the branch; review and return by the primary committee above it.")
    public RestResponse<SheetView> move(@RestPath UUID id, @RestHeader("If-Match") String match,
            @Valid @NotNull Move body) {
        var moved = moveSheet.handle(id, ETag.required(match), body);
        return ETag.ok(moved.version(), sheets.view(id));
    }

    @GET
    @Path("/history")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listScreeningSheetHistory", summary = "查询支部排查表的步骤 / Steps a sheet has taken", description = "按版本排列 In order of versions.")
    public Page<StepHistory.Taken> history(@RestPath UUID id, @BeanParam ListParameters list) {
        visible(id);
        return lists.answer(StepHistory.LISTING, list.query().about(ScreeningSheet.RESOURCE, id));
    }

    private ScreeningSheet visible(UUID id) {
        return sheets.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
    }
}
