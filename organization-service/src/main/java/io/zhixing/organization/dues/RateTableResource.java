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

@Path("/v1/dues-rate-tables/{id}")
@Tag(name = "党费 Dues")
public class RateTableResource {

    private final RateTables tables;
    private final MoveRateTable moveRateTable;
    private final Lists lists;

    RateTableResource(RateTables tables, MoveRateTable moveRateTable, Lists lists) {
        this.tables = tables;
        this.moveRateTable = moveRateTable;
        this.lists = lists;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Operation(operationId = "getDuesRateTable", summary = "读取党费标准表 / Read a table of rates", description = "按标识读取 By its id.")
    public RestResponse<RateTableView> get(@RestPath UUID id) {
        var table = visible(id);
        return ETag.ok(table.version(), table.view());
    }

    @GET
    @Path("/transitions")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Operation(operationId = "getDuesRateTableTransitions", summary = "查询可执行的步骤 / Steps of a table of rates", description = "对当前调用方、以今天为业务日期。For this caller, with today as the day of the step.")
    public Transitions transitions(@RestPath UUID id) {
        return moveRateTable.open(visible(id));
    }

    @POST
    @Path("/transitions")
    @Idempotent
    @TakesSteps(MoveRateTable.class)
    @RolesAllowed({Roles.OFFICER})
    @Refuses({"DAYS_INCONSISTENT", "SUBMITTER_APPROVES"})
    @Operation(operationId = "moveDuesRateTable", summary = "执行步骤 / Take a step of a table of rates", description = "confirm 由最高组织中拟定人以外的人确认，自施行日起取代原标准；withdraw 撤回。confirm: at the root by another person than proposed it, and from its day on it replaces the table before; withdraw.")
    public RestResponse<RateTableView> move(@RestPath UUID id, @RestHeader("If-Match") String match,
            @Valid @NotNull Move body) {
        var table = moveRateTable.handle(id, ETag.required(match), body);
        return ETag.ok(table.version(), table.view());
    }

    @GET
    @Path("/history")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listDuesRateTableHistory", summary = "查询党费标准表的步骤 / Steps a table of rates has taken", description = "按版本排列 In order of versions.")
    public Page<StepHistory.Taken> history(@RestPath UUID id, @BeanParam ListParameters list) {
        visible(id);
        return lists.answer(StepHistory.LISTING, list.query().about(RateTable.RESOURCE, id));
    }

    private RateTable visible(UUID id) {
        return tables.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
    }
}
