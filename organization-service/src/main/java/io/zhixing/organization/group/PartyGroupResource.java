package io.zhixing.organization.group;

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

@Path("/v1/party-groups/{id}")
@Tag(name = "党小组 Party groups")
public class PartyGroupResource {

    private final PartyGroups groups;
    private final MoveGroup moveGroup;
    private final Lists lists;

    PartyGroupResource(PartyGroups groups, MoveGroup moveGroup, Lists lists) {
        this.groups = groups;
        this.moveGroup = moveGroup;
        this.lists = lists;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Operation(operationId = "getPartyGroup", summary = "读取党小组 / Read a Party group", description = "按标识读取 By its id.")
    public RestResponse<PartyGroupView> get(@RestPath UUID id) {
        var group = visible(id);
        return ETag.ok(group.version(), group.view());
    }

    @GET
    @Path("/transitions")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Operation(operationId = "getPartyGroupTransitions", summary = "查询可执行的步骤 / Steps of a Party group", description = "对当前调用方、以今天为业务日期。For this caller, with today as the day of the step.")
    public Transitions transitions(@RestPath UUID id) {
        return moveGroup.open(visible(id));
    }

    @POST
    @Path("/transitions")
    @Idempotent
    @TakesSteps(MoveGroup.class)
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.SYSTEM})
    @Refuses({"CORRECTION_CHANGES_NOTHING", "GROUP_HAS_MEMBERS", "GROUP_NAME_TAKEN", "LEADER_NOT_OF_BRANCH"})
    @Operation(operationId = "movePartyGroup", summary = "调整或撤销党小组 / Change or close a Party group", description = "change 调整名称或组长；close 撤销，须已无成员。change: name or leader; close: nobody may be in it.")
    public RestResponse<PartyGroupView> move(@RestPath UUID id, @RestHeader("If-Match") String match,
            @Valid @NotNull GroupMove body) {
        var group = moveGroup.handle(id, ETag.required(match), body);
        return ETag.ok(group.version(), group.view());
    }

    @GET
    @Path("/history")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listPartyGroupHistory", summary = "查询党小组的步骤 / Steps a Party group has taken", description = "按版本排列 In order of versions.")
    public Page<StepHistory.Taken> history(@RestPath UUID id, @BeanParam ListParameters list) {
        visible(id);
        return lists.answer(StepHistory.LISTING, list.query().about(PartyGroup.RESOURCE, id));
    }

    private PartyGroup visible(UUID id) {
        return groups.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
    }
}
