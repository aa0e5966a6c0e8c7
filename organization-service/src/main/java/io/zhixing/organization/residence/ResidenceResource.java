package io.zhixing.organization.residence;

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

@Path("/v1/residence-registrations/{id}")
@Tag(name = "居住地报到 Residence")
public class ResidenceResource {

    private final Residences residences;
    private final MoveResidence moveResidence;
    private final Lists lists;

    ResidenceResource(Residences residences, MoveResidence moveResidence, Lists lists) {
        this.residences = residences;
        this.moveResidence = moveResidence;
        this.lists = lists;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM,
            Roles.MEMBER})
    @Operation(operationId = "getResidence", summary = "读取居住地报到 / Read a registration", description = "按标识读取 By its id.")
    public RestResponse<ResidenceView> get(@RestPath UUID id) {
        var found = visible(id);
        return ETag.ok(found.version(), found.view());
    }

    @GET
    @Path("/transitions")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM,
            Roles.MEMBER})
    @Operation(operationId = "getResidenceTransitions", summary = "查询可执行的步骤 / Steps of a registration", description = "对当前调用方、以今天为业务日期。For this caller, with today as the day of the step.")
    public Transitions transitions(@RestPath UUID id) {
        return moveResidence.open(visible(id));
    }

    @POST
    @Path("/transitions")
    @Idempotent
    @TakesSteps(MoveResidence.class)
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.SYSTEM, Roles.MEMBER})
    @Refuses({"DAYS_INCONSISTENT", "FEEDBACK_GIVEN_BEFORE", "FEEDBACK_INCOMPLETE"})
    @Operation(operationId = "moveResidence", summary = "执行步骤 / Take a step of a registration", description = "confirm 居住地党组织确认；feedback 年度反馈，每年一次；end 由所在支部或党员本人结束。confirm and feedback: at the residence, a note once a year; end: at home, or by the member himself.")
    public RestResponse<ResidenceView> move(@RestPath UUID id, @RestHeader("If-Match") String match,
            @Valid @NotNull ResidenceMove body) {
        var moved = moveResidence.handle(id, ETag.required(match), body);
        return ETag.ok(moved.version(), moved.view());
    }

    @GET
    @Path("/history")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listResidenceHistory", summary = "查询居住地报到的步骤 / Steps a registration has taken", description = "按版本排列 In order of versions.")
    public Page<StepHistory.Taken> history(@RestPath UUID id, @BeanParam ListParameters list) {
        visible(id);
        return lists.answer(StepHistory.LISTING, list.query().about(ResidenceRegistration.RESOURCE, id));
    }

    private ResidenceRegistration visible(UUID id) {
        return residences.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
    }
}
