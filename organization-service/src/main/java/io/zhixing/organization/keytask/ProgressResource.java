package io.zhixing.organization.keytask;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/key-tasks/{id}/progress/{organizationId}")
@Tag(name = "重点任务 Key tasks")
public class ProgressResource {

    private final Progresses progresses;
    private final MoveProgress moveProgress;
    private final Lists lists;

    ProgressResource(Progresses progresses, MoveProgress moveProgress, Lists lists) {
        this.progresses = progresses;
        this.moveProgress = moveProgress;
        this.lists = lists;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Operation(operationId = "getKeyTaskProgress", summary = "读取任务进度 / Read an organization's progress", description = "未启动时版本为0，以其ETag启动。Before the first step the version is 0; its ETag starts it.")
    public RestResponse<ProgressView> get(@RestPath UUID id,
            @Parameter(description = "组织标识 Id of the organization") @RestPath UUID organizationId) {
        var found = visible(id, organizationId);
        return ETag.ok(found.version(), found);
    }

    @GET
    @Path("/transitions")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Operation(operationId = "getKeyTaskProgressTransitions", summary = "查询可执行的步骤 / Steps of progress", description = "对当前调用方、以今天为业务日期。For this caller, with today as the day of the step.")
    public OpenSteps transitions(@RestPath UUID id,
            @Parameter(description = "组织标识 Id of the organization") @RestPath UUID organizationId) {
        visible(id, organizationId);
        return OpenSteps.of(moveProgress.open(id, organizationId));
    }

    @POST
    @Path("/transitions")
    @Idempotent
    @TakesSteps(MoveProgress.class)
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.SYSTEM})
    @Refuses({"KEY_TASK_CHILDREN_UNCONFIRMED", "KEY_TASK_STATEMENT_REQUIRED", "NOT_OBLIGED", "STEP_REASON_REQUIRED",
            "SUBMITTER_APPROVES"})
    @Operation(operationId = "moveKeyTaskProgress", summary = "执行步骤 / Take a step of progress", description = "start、report、resume 由本组织执行，confirm、return 由上级执行；最高组织由另一人确认。直接下级全部确认后上级才能上报；不承担任务的下级由其下承担任务的组织代之。上报时按当日计算并留存佐证。start, report and resume by the organization, confirm and return by its superior, at the root by another person. A superior reports when everybody directly below was confirmed; for one that is not obliged those below it count. A report counts its evidence on that day and keeps it.")
    public RestResponse<ProgressView> move(@RestPath UUID id,
            @Parameter(description = "组织标识 Id of the organization") @RestPath UUID organizationId,
            @RestHeader("If-Match") String match, @Valid @NotNull ProgressMove body) {
        var moved = moveProgress.handle(id, organizationId, ETag.required(match), body);
        return ETag.ok(moved.version(), visible(id, organizationId));
    }

    @GET
    @Path("/history")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listKeyTaskProgressHistory", summary = "查询进度的步骤 / Steps that progress has taken", description = "按版本排列 In order of versions.")
    public Page<StepHistory.Taken> history(@RestPath UUID id,
            @Parameter(description = "组织标识 Id of the organization") @RestPath UUID organizationId,
            @BeanParam ListParameters list) {
        visible(id, organizationId);
        var progress = progresses.of(id, organizationId).map(KeyTaskProgress::id).orElse(id);   // a task has no steps
        return lists.answer(StepHistory.LISTING, list.query().about(KeyTaskProgress.RESOURCE, progress));
    }

    private ProgressView visible(UUID id, UUID organizationId) {
        return progresses.view(id, organizationId).orElseThrow(PlatformProblems.NOT_FOUND::about);
    }
}
