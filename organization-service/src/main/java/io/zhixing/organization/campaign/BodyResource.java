package io.zhixing.organization.campaign;

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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/campaign-bodies/{id}")
@Tag(name = "活动 Campaigns")
public class BodyResource {

    private final CampaignBodies bodies;
    private final MoveBody moveBody;
    private final Lists lists;

    BodyResource(CampaignBodies bodies, MoveBody moveBody, Lists lists) {
        this.bodies = bodies;
        this.moveBody = moveBody;
        this.lists = lists;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Operation(operationId = "getCampaignBody", summary = "读取活动机构 / Read a group or office", description = "按标识读取 By its id.")
    public RestResponse<BodyView> get(@RestPath UUID id) {
        var found = visible(id);
        return ETag.ok(found.version(), found.view());
    }

    @GET
    @Path("/seats")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listCampaignBodySeats", summary = "列出机构席位 / List the seats of a body", description = "按职务列出，含以往的；on给出某日的组成。By post, former ones too; of one day with on.")
    public Page<SeatView> seats(@RestPath UUID id, @BeanParam ListParameters list,
            @Parameter(description = "某日 Day on which the seat was held, YYYY-MM-DD") @RestQuery String on) {
        visible(id);
        return lists.answer(CampaignBodies.SEATS, list.query().id("body", id.toString()).day("on", on));
    }

    @GET
    @Path("/transitions")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Operation(operationId = "getCampaignBodyTransitions", summary = "查询可执行的步骤 / Steps of a body", description = "对当前调用方、以今天为业务日期。For this caller, with today as the day of the step.")
    public Transitions transitions(@RestPath UUID id) {
        return moveBody.open(visible(id));
    }

    @POST
    @Path("/transitions")
    @Idempotent
    @TakesSteps(MoveBody.class)
    @RolesAllowed({Roles.OFFICER, Roles.SYSTEM})
    @Refuses({"BODY_WITHOUT_SEATS"})
    @Operation(operationId = "moveCampaignBody", summary = "执行步骤 / Take a step of a body", description = "reseat 自当日起改换全部席位；end 撤销。reseat: other seats from that day on; end: it is no more.")
    public RestResponse<BodyView> move(@RestPath UUID id, @RestHeader("If-Match") String match,
            @Valid @NotNull BodyMove body) {
        var moved = moveBody.handle(id, ETag.required(match), body);
        return ETag.ok(moved.version(), moved.view());
    }

    @GET
    @Path("/history")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listCampaignBodyHistory", summary = "查询机构的步骤 / Steps a body has taken", description = "按版本排列；所属组织的下级看不到步骤。In order of versions; who stands below its organization sees none.")
    public Page<StepHistory.Taken> history(@RestPath UUID id, @BeanParam ListParameters list) {
        visible(id);
        return lists.answer(StepHistory.LISTING, list.query().about(CampaignBody.RESOURCE, id));
    }

    private CampaignBody visible(UUID id) {
        return bodies.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
    }
}
