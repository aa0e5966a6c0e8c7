package io.zhixing.organization.floating;

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

@Path("/v1/floating-members/{id}")
@Tag(name = "流动党员 Floating members")
public class FloatingMemberResource {

    private final FloatingMembers floatingMembers;
    private final MoveFloatingMember moveFloatingMember;
    private final Lists lists;

    FloatingMemberResource(FloatingMembers floatingMembers, MoveFloatingMember moveFloatingMember, Lists lists) {
        this.floatingMembers = floatingMembers;
        this.moveFloatingMember = moveFloatingMember;
        this.lists = lists;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM,
            Roles.MEMBER})
    @Operation(operationId = "getFloatingMember", summary = "读取流动党员 / Read a floating member", description = "按标识读取 By its id.")
    public RestResponse<FloatingMemberView> get(@RestPath UUID id) {
        var found = visible(id);
        return ETag.ok(found.version(), found.view());
    }

    @GET
    @Path("/transitions")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Operation(operationId = "getFloatingMemberTransitions", summary = "查询可执行的步骤 / Steps of a floating member", description = "对当前调用方、以今天为业务日期。For this caller, with today as the day of the step.")
    public Transitions transitions(@RestPath UUID id) {
        return moveFloatingMember.open(visible(id));
    }

    @POST
    @Path("/transitions")
    @Idempotent
    @TakesSteps(MoveFloatingMember.class)
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.SYSTEM})
    @Refuses({"CORRECTION_CHANGES_NOTHING", "HOST_UNKNOWN"})
    @Operation(operationId = "moveFloatingMember", summary = "执行步骤 / Take a step of a floating member", description = "contact 登记联系（流出支部）；confirm-host 流入组织确认；end 任一方结束。contact: at home; confirm-host: at the host; end: by either.")
    public RestResponse<FloatingMemberView> move(@RestPath UUID id, @RestHeader("If-Match") String match,
            @Valid @NotNull Move body) {
        var moved = moveFloatingMember.handle(id, ETag.required(match), body);
        return ETag.ok(moved.version(), moved.view());
    }

    @GET
    @Path("/history")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listFloatingMemberHistory", summary = "查询流动党员的步骤 / Steps a floating member has taken", description = "按版本排列 In order of versions.")
    public Page<StepHistory.Taken> history(@RestPath UUID id, @BeanParam ListParameters list) {
        visible(id);
        return lists.answer(StepHistory.LISTING, list.query().about(FloatingMember.RESOURCE, id));
    }

    private FloatingMember visible(UUID id) {
        return floatingMembers.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
    }
}
