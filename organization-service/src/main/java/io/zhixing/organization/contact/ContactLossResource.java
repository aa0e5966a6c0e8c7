package io.zhixing.organization.contact;

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

@Path("/v1/contact-losses/{id}")
@Tag(name = "失联党员 Lost contact")
public class ContactLossResource {

    private final ContactLosses contactLosses;
    private final MoveContactLoss moveContactLoss;
    private final Lists lists;

    ContactLossResource(ContactLosses contactLosses, MoveContactLoss moveContactLoss, Lists lists) {
        this.contactLosses = contactLosses;
        this.moveContactLoss = moveContactLoss;
        this.lists = lists;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Operation(operationId = "getContactLoss", summary = "读取失联登记 / Read a loss of contact", description = "按标识读取 By its id.")
    public RestResponse<ContactLossView> get(@RestPath UUID id) {
        var found = visible(id);
        return ETag.ok(found.version(), found.view());
    }

    @GET
    @Path("/transitions")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Operation(operationId = "getContactLossTransitions", summary = "查询可执行的步骤 / Steps of a loss of contact", description = "对当前调用方、以今天为业务日期。For this caller, with today as the day of the step.")
    public Transitions transitions(@RestPath UUID id) {
        return moveContactLoss.open(visible(id));
    }

    @POST
    @Path("/transitions")
    @Idempotent
    @TakesSteps(MoveContactLoss.class)
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.SYSTEM})
    @Refuses({"DAYS_INCONSISTENT"})
    @Operation(operationId = "moveContactLoss", summary = "执行步骤 / Take a step of a loss of contact", description = "find 恢复联系；停止党籍和除名由党员步骤办理。find: he was found; suspension and removal are steps of the member.")
    public RestResponse<ContactLossView> move(@RestPath UUID id, @RestHeader("If-Match") String match,
            @Valid @NotNull Move body) {
        var moved = moveContactLoss.handle(id, ETag.required(match), body);
        return ETag.ok(moved.version(), moved.view());
    }

    @GET
    @Path("/history")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listContactLossHistory", summary = "查询失联登记的步骤 / Steps a loss of contact has taken", description = "按版本排列 In order of versions.")
    public Page<StepHistory.Taken> history(@RestPath UUID id, @BeanParam ListParameters list) {
        visible(id);
        return lists.answer(StepHistory.LISTING, list.query().about(ContactLoss.RESOURCE, id));
    }

    private ContactLoss visible(UUID id) {
        return contactLosses.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
    }
}
