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

@Path("/v1/dues-reductions/{id}")
@Tag(name = "党费 Dues")
public class ReductionResource {

    private final Reductions reductions;
    private final DecideReduction decideReduction;
    private final Lists lists;

    ReductionResource(Reductions reductions, DecideReduction decideReduction, Lists lists) {
        this.reductions = reductions;
        this.decideReduction = decideReduction;
        this.lists = lists;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Operation(operationId = "getDuesReduction", summary = "读取党费减免 / Read a reduction", description = "按标识读取 By its id.")
    public RestResponse<ReductionView> get(@RestPath UUID id) {
        var reduction = visible(id);
        return ETag.ok(reduction.version(), reduction.view());
    }

    @GET
    @Path("/transitions")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Operation(operationId = "getDuesReductionTransitions", summary = "查询可执行的步骤 / Steps of a reduction", description = "对当前调用方、以今天为业务日期。For this caller, with today as the day of the step.")
    public Transitions transitions(@RestPath UUID id) {
        return decideReduction.open(visible(id));
    }

    @POST
    @Path("/transitions")
    @Idempotent
    @TakesSteps(DecideReduction.class)
    @RolesAllowed({Roles.OFFICER})
    @Refuses({"STEP_REASON_REQUIRED", "SUBMITTER_APPROVES"})
    @Operation(operationId = "moveDuesReduction", summary = "批准或不批准减免 / Decide on a reduction", description = "由上级党委办理，申请人不能批准。By the committee above, and never by the one who asked.")
    public RestResponse<ReductionView> move(@RestPath UUID id, @RestHeader("If-Match") String match,
            @Valid @NotNull Move body) {
        var reduction = decideReduction.handle(id, ETag.required(match), body);
        return ETag.ok(reduction.version(), reduction.view());
    }

    @GET
    @Path("/history")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listDuesReductionHistory", summary = "查询减免的步骤 / Steps a reduction has taken", description = "按版本排列 In order of versions.")
    public Page<StepHistory.Taken> history(@RestPath UUID id, @BeanParam ListParameters list) {
        visible(id);
        return lists.answer(StepHistory.LISTING, list.query().about(DuesReduction.RESOURCE, id));
    }

    private DuesReduction visible(UUID id) {
        return reductions.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
    }
}
